import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { crc32 } from '../../src/data/crc32.ts';

/** What is drawn: circles one over the other, on a square of 512. */
const DRAWN = 'src/ui/shared/app-icon.svg';
const SQUARE = 512;
/** Sides in pixels: home screens of phones, shops and splashes, Apple's home screen. */
const SIZES = [192, 512, 180];
const TAB = 32;

export const iconFile = (size: number) => `icons/icon-${size}.png`;

interface Circle {
  x: number;
  y: number;
  radius: number;
  colour: number[];
}

/** The circles of a drawing, from the lowest to the uppermost. */
function circlesOf(svg: string): Circle[] {
  const shape = /<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" fill="#([0-9a-f]{6})" \/>/g;
  const circles = [...svg.matchAll(shape)].map(([, x, y, radius, fill]) => ({
    x: Number(x),
    y: Number(y),
    radius: Number(radius),
    colour: [0, 2, 4].map((at) => parseInt(fill.slice(at, at + 2), 16)),
  }));
  if (!circles.length || circles.length !== svg.split('<circle').length - 1) {
    throw new Error(`${DRAWN}: expected circles with cx, cy, r and a fill of six digits, no more`);
  }
  return circles;
}

/** A drawing of circles as a PNG of `size` × `size` pixels (8-bit RGB), edges softened over a pixel. */
export function iconPng(svg: string, size: number): Uint8Array {
  const circles = circlesOf(svg);
  const step = SQUARE / size;
  const rows = Buffer.alloc(size * (1 + 3 * size));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const at = row * (1 + 3 * size) + 1 + 3 * column;
      for (const { x, y, radius, colour } of circles) {
        const far = Math.hypot((column + 0.5) * step - x, (row + 0.5) * step - y);
        const cover = Math.min(1, Math.max(0, (radius - far) / step + 0.5));
        for (let k = 0; k < 3; k++) {
          rows[at + k] = Math.round(rows[at + k] * (1 - cover) + colour[k] * cover);
        }
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits, red, green and blue (PNG, third edition, 11.2.1).
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}

/**
 * Draws the icons into the built folder, and names Apple's and the tab's in the pages. The tab's is in
 * the page, since a browser asks for a file each time the address changes, and of pixels, since it opens
 * a drawing like a page of its own: a fifth of a second of a phone's start.
 */
export function appIcons(): Plugin {
  const svg = readFileSync(DRAWN, 'utf8');
  const named = (rel: string, href: string) =>
    ({ tag: 'link', attrs: { rel, href }, injectTo: 'head' }) as const;
  return {
    name: 'huimin-app-icons',
    apply: 'build',
    transformIndexHtml: () => [
      named('icon', `data:image/png;base64,${Buffer.from(iconPng(svg, TAB)).toString('base64')}`),
      named('apple-touch-icon', `./${iconFile(180)}`),
    ],
    generateBundle() {
      for (const size of SIZES) {
        this.emitFile({ type: 'asset', fileName: iconFile(size), source: iconPng(svg, size) });
      }
    },
  };
}
