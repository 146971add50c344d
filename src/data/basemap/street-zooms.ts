import { STREET_CLASSES, streetClass } from '../streets/street-rules.ts';

/** The first zoom that shows a street of this class. */
const FIRST_ZOOM: Record<(typeof STREET_CLASSES)[number], number> = {
  motorway: 8,
  trunk: 8,
  primary: 8,
  secondary: 10,
  tertiary: 11,
  unclassified: 12,
  residential: 12,
  living_street: 12,
  road: 12,
  pedestrian: 12,
  service: 13,
  track: 13,
  cycleway: 13,
  bridleway: 14,
  footway: 14,
  path: 14,
  steps: 14,
  corridor: 14,
  crossing: 14,
  platform: 14,
};

/** Class, link and first zoom of a highway value; null where no street is drawn (construction, proposed …). */
export function drawnStreet(
  highway: string | undefined,
): { class: string; link: boolean; minZoom: number } | null {
  const index = streetClass(highway);
  if (index < 0) return null;
  const name = STREET_CLASSES[index];
  return { class: name, link: highway!.endsWith('_link'), minZoom: FIRST_ZOOM[name] };
}
