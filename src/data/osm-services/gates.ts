import type { OsmData } from '../osm/osm.ts';
import { accessOf } from '../streets/access.ts';
import { tagSet, withKeys, type TagSet } from './tag-set.ts';

const KEYS = new Set(['barrier', 'entrance']);
const GATES = new Set([
  'gate',
  'lift_gate',
  'swing_gate',
  'sliding_gate',
  'wicket_gate',
  'entrance',
]);
/** Ways out, and doors that nobody visiting comes in by. */
const NO_WAY_IN = new Set(['no', 'exit', 'emergency']);

/** A position as a key: OSM's own integers, exact. */
export function positionKey(lonE7: number, latE7: number): string {
  return `${lonE7},${latE7}`;
}

/** Positions of the gates and entrances that one may go in by. */
export function gatePositions({ strings, nodes }: OsmData): Set<string> {
  const positions = new Set<string>();
  for (const i of withKeys(strings, nodes, KEYS)) {
    if (isWayIn(tagSet(strings, nodes, i))) positions.add(positionKey(nodes.lon[i], nodes.lat[i]));
  }
  return positions;
}

function isWayIn(tags: TagSet): boolean {
  const entrance = tags.get('entrance');
  if (entrance !== undefined ? NO_WAY_IN.has(entrance) : !GATES.has(tags.get('barrier') ?? '')) {
    return false;
  }
  return accessOf((key) => tags.get(key), 'foot') !== 'closed';
}
