import type { SketchStreet } from '../../engine/nearby/streets-around.ts';
import { inFrame, type SketchFrame, type XY } from './sketch-frame.ts';

/**
 * A street's name along it: its middle, and degrees clockwise that never stand on their head.
 * `upright`: its letters stand one below another, turned by these degrees from the vertical, as
 * Han does on maps where a street is steep.
 */
export interface SketchName {
  name: string;
  x: number;
  y: number;
  degrees: number;
  upright: boolean;
}

/** Ground that is taken: a name must keep out of it. */
export interface Taken {
  x: number;
  y: number;
  radius: number;
}

/** A straight piece of a street inside the frame, in drawn units. */
interface Piece {
  name: string;
  kind: 'main' | 'street';
  length: number;
  a: XY;
  b: XY;
}

/** Names of streets that get one; of paths and steps there are too many. */
const RANK = { main: 0, street: 1 } as const;
const MOST = 14;
/** Least length of a straight piece, in lengths of the name: main roads go on straight beyond it. */
const PIECE = { main: 0.25, street: 0.6 } as const;
/** Along the piece, its middle first; and on the street before beside it, in heights of the text. */
const ALONG = [0.5, 0.3, 0.7, 0.1, 0.9];
const BESIDE = [0, 1.1, -1.1];

/** Width of a text in its own heights: Han and the like are square, Latin about half. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += char.codePointAt(0)! >= 0x2e80 ? 1 : 0.56;
  return width;
}

/**
 * Where names stand: each once, on the longest straight piece of its street that has room for it,
 * main roads first and long pieces before short ones, never over one another nor over what is `taken`.
 */
export function sketchNames(
  streets: readonly SketchStreet[],
  frame: SketchFrame,
  size: number,
  taken: readonly Taken[],
): SketchName[] {
  const pieces: Piece[] = [];
  for (const { line, kind, name } of streets) {
    if (!name || (kind !== 'main' && kind !== 'street')) continue;
    const least = textWidth(name) * size * PIECE[kind];
    for (let i = 1; i < line.length; i++) {
      const piece = inFrame(frame.place(line[i - 1]), frame.place(line[i]), frame);
      if (!piece) continue;
      const [a, b] = piece;
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (length >= least) pieces.push({ name, kind, length, a, b });
    }
  }
  pieces.sort((p, q) => RANK[p.kind] - RANK[q.kind] || q.length - p.length);
  const names: SketchName[] = [];
  const full = [...taken];
  const free = (disc: Taken) =>
    disc.x >= disc.radius &&
    disc.y >= disc.radius &&
    disc.x <= frame.width - disc.radius &&
    disc.y <= frame.height - disc.radius &&
    !full.some((other) => touch(disc, other));
  const named = new Set<string>();
  for (const { name, a, b } of pieces) {
    if (names.length === MOST) break;
    if (named.has(name)) continue;
    const long = textWidth(name) * size;
    const turned = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
    const degrees = turned > 90 ? turned - 180 : turned <= -90 ? turned + 180 : turned;
    const aside = (degrees * Math.PI) / 180;
    for (const [beside, along] of BESIDE.flatMap((off) => ALONG.map((t) => [off * size, t]))) {
      const x = a[0] + (b[0] - a[0]) * along - Math.sin(aside) * beside;
      const y = a[1] + (b[1] - a[1]) * along + Math.cos(aside) * beside;
      const discs = discsAlong(x, y, degrees, long, size);
      if (!discs.every(free)) continue;
      names.push({ name, x, y, ...standing(name, degrees) });
      full.push(...discs);
      named.add(name);
      break;
    }
  }
  return names;
}

function standing(name: string, degrees: number): Pick<SketchName, 'degrees' | 'upright'> {
  const upright = Math.abs(degrees) > 45 && /^\p{Script=Han}+$/u.test(name);
  return { upright, degrees: upright ? degrees - 90 * Math.sign(degrees) : degrees };
}

/** Discs along a drawn line, which names keep off. */
export function discsOn(line: readonly XY[], radius: number): Taken[] {
  const discs: Taken[] = [];
  for (let i = 1; i < line.length; i++) {
    const [[ax, ay], [bx, by]] = [line[i - 1], line[i]];
    const count = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / radius));
    for (let k = 0; k <= count; k++) {
      discs.push({ x: ax + ((bx - ax) * k) / count, y: ay + ((by - ay) * k) / count, radius });
    }
  }
  return discs;
}

/** Discs that cover a text of that length, turned about its middle. */
export function discsAlong(
  x: number,
  y: number,
  degrees: number,
  long: number,
  size: number,
): Taken[] {
  // A little more than half the letters' height, so that two names never read as one.
  const radius = size * 0.75;
  const count = Math.max(1, Math.ceil(long / size));
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return Array.from({ length: count }, (_, i) => {
    const along = ((i + 0.5) / count - 0.5) * long;
    return { x: x + along * cos, y: y + along * sin, radius };
  });
}

function touch(a: Taken, b: Taken): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius;
}

/** A text cut to so many of its own heights; the whole of it stands elsewhere on the sheet. */
export function shortened(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  const letters = [...text];
  while (textWidth(letters.join('')) > room - 1) letters.pop();
  return `${letters.join('')}…`;
}
