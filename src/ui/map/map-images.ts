import { drawBadge, drawSite, type SiteShape } from './draw-icon.ts';
import { drawArrow, drawStation } from './draw-mark.ts';
import { hatch, type Pixels } from './hatch.ts';

/**
 * An image's id says what is on it, so that MapLibre can ask for any image at any time (after a
 * change of theme, after a lost context) and it is drawn again.
 */
export function hatchImage(colour: string, line: number): string {
  return ['hatch', colour, line].join('|');
}

export function badgeImage(colour: string, halo: string): string {
  return ['badge', colour, halo].join('|');
}

/** An arrow along a one-way street. */
export function arrowImage(colour: string): string {
  return ['arrow', colour].join('|');
}

export function stationImage(colour: string, halo: string): string {
  return ['station', colour, halo].join('|');
}

export function siteImage(
  icon: string,
  shape: SiteShape,
  colour: string,
  glyph: string,
  ground: string,
): string {
  return ['site', icon, shape, colour, glyph, ground].join('|');
}

/** The pixels an id describes; null where it is none of ours. Only a hatch needs no canvas. */
export function drawImage(id: string): Pixels | null {
  const [kind, ...rest] = id.split('|');
  if (kind === 'hatch') return hatch(rest[0], Number(rest[1]));
  if (kind === 'badge') return drawBadge(rest[0], rest[1]);
  if (kind === 'arrow') return drawArrow(rest[0]);
  if (kind === 'station') return drawStation(rest[0], rest[1]);
  if (kind !== 'site') return null;
  const [icon, shape, colour, glyph, ground] = rest;
  return drawSite(icon, shape as SiteShape, colour, glyph, ground);
}
