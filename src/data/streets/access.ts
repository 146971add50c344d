import type { TagOf } from '../osm/object-tags.ts';

/** What a way or node's access tags say of one way of moving. */
export type Access = 'open' | 'ends' | 'closed';

/** OSM's hierarchy, the most particular first: the first key that is tagged decides. */
const KEYS = {
  foot: ['foot', 'access'],
  bicycle: ['bicycle', 'vehicle', 'access'],
  car: ['motorcar', 'motor_vehicle', 'vehicle', 'access'],
} as const;

/** Where only those may go who live, shop or have leave there: to start or to end, not to pass. */
const ENDS = new Set(['private', 'residents', 'destination', 'customers', 'permit']);
const CLOSED = new Set(['no', 'use_sidepath']);
/** Kept for certain vehicles: nobody's own. Walkers are not turned away by them. */
const RESERVED = new Set([
  'agricultural',
  'forestry',
  'military',
  'emergency',
  'psv',
  'bus',
  'delivery',
]);

/** Whether one may pass, may only start or end there, or may not go there at all. */
export function accessOf(tag: TagOf, by: keyof typeof KEYS): Access {
  const value = KEYS[by].map(tag).find((text) => text !== undefined);
  if (value === undefined) return 'open';
  if (CLOSED.has(value) || (by !== 'foot' && RESERVED.has(value))) return 'closed';
  return ENDS.has(value) ? 'ends' : 'open';
}

/** The keys that name one way of moving; `vehicle` and `access` name none. */
const NAMED = {
  foot: ['foot'],
  bicycle: ['bicycle'],
  car: ['motorcar', 'motor_vehicle'],
} as const;

/** Whether a tag of its own lets it on, whatever the kind of way would say. */
export function allowedByName(tag: TagOf, by: keyof typeof NAMED): boolean {
  const value = NAMED[by].map(tag).find((text) => text !== undefined);
  return value !== undefined && !CLOSED.has(value) && !RESERVED.has(value) && value !== 'dismount';
}
