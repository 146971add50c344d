import type { TagOf } from '../osm/object-tags.ts';

/** What `water=…` says of a natural=water. */
const BY_WATER: Record<string, string> = {
  river: 'river',
  canal: 'river',
  stream: 'river',
  oxbow: 'lake',
  lake: 'lake',
  lagoon: 'lake',
  reservoir: 'reservoir',
  basin: 'reservoir',
  pond: 'pond',
  fishpond: 'pond',
};

/** A body of water that does not say what it is counts as a lake from this size on, m². */
const LAKE = 20_000;

/** Kinds that get a label of their own; a river's name stands along its line. */
export const LABELLED_WATER = new Set(['lake', 'reservoir', 'pond', 'sea']);

/** Kind of water of an area with these tags; null where it is none. @param area m². */
export function waterKind(get: TagOf, area: number): string | null {
  if (get('waterway') === 'riverbank' || get('waterway') === 'dock') return 'river';
  const use = get('landuse');
  if (use === 'reservoir' || use === 'basin') return 'reservoir';
  if (get('place') === 'sea' || get('natural') === 'bay') return 'sea';
  if (get('natural') !== 'water' && use !== 'aquaculture' && get('water') === undefined)
    return null;
  const water = get('water') ?? '';
  if (Object.hasOwn(BY_WATER, water)) return BY_WATER[water];
  return area >= LAKE ? 'lake' : 'pond';
}
