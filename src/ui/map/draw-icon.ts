import { draw, type Context } from './draw-pixels.ts';
import type { Pixels } from './hatch.ts';
import { icon } from './icons.ts';

/** How a facility is shown: solid, hollow (no charging), dashed (not yet there) or closed. */
export type SiteShape = 'solid' | 'hollow' | 'dashed' | 'closed';

/** Side of a facility's image in CSS pixels: a disc of 26 in a halo of 2. */
const SIDE = 30;
const RADIUS = 13;
const GLYPH = 18;

/** A disc with a halo and the icon in it. `ground` is the halo and the inside of hollow discs. */
export function drawSite(
  name: string,
  shape: SiteShape,
  colour: string,
  glyph: string,
  ground: string,
): Pixels {
  const solid = shape === 'solid' || shape === 'closed';
  return draw(SIDE, (c) => {
    disc(c, RADIUS + 2, ground);
    disc(c, RADIUS, solid ? colour : ground);
    if (!solid) ring(c, colour, shape === 'dashed' ? [4.2, 2.6] : []);
    glyphOf(c, name, solid ? glyph : colour);
    if (shape === 'closed') slash(c, glyph, colour);
  });
}

/** The disc a gap's number stands on. */
export function drawBadge(colour: string, halo: string): Pixels {
  return draw(24, (c) => {
    c.translate(12 - SIDE / 2, 12 - SIDE / 2);
    disc(c, 12, halo);
    disc(c, 10.4, colour);
  });
}

function disc(c: Context, radius: number, colour: string) {
  c.fillStyle = colour;
  c.beginPath();
  c.arc(SIDE / 2, SIDE / 2, radius, 0, 2 * Math.PI);
  c.fill();
}

function ring(c: Context, colour: string, dash: number[]) {
  c.save();
  c.strokeStyle = colour;
  c.lineWidth = 2.4;
  c.setLineDash(dash);
  c.beginPath();
  c.arc(SIDE / 2, SIDE / 2, RADIUS - 1.2, 0, 2 * Math.PI);
  c.stroke();
  c.restore();
}

function glyphOf(c: Context, name: string, colour: string) {
  const { fill, stroke } = icon(name);
  c.save();
  c.translate((SIDE - GLYPH) / 2, (SIDE - GLYPH) / 2);
  c.scale(GLYPH / 24, GLYPH / 24);
  c.fillStyle = c.strokeStyle = colour;
  c.lineWidth = 2;
  c.lineCap = c.lineJoin = 'round';
  if (fill) c.fill(new Path2D(fill));
  if (stroke) c.stroke(new Path2D(stroke));
  c.restore();
}

function slash(c: Context, colour: string, under: string) {
  const [a, b] = [SIDE / 2 - 8, SIDE / 2 + 8];
  for (const [width, stroke] of [
    [5, under],
    [2, colour],
  ] as const) {
    c.lineWidth = width;
    c.strokeStyle = stroke;
    c.beginPath();
    c.moveTo(a, b);
    c.lineTo(b, a);
    c.stroke();
  }
}
