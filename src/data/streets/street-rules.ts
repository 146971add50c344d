import {
  BICYCLE_BACK,
  BICYCLE_ENDS,
  BICYCLE_FORTH,
  BICYCLE_PUSHED,
  BRIDGE,
  CAR_BACK,
  CAR_ENDS,
  CAR_FORTH,
  FOOT,
  FOOT_ENDS,
  FOOT_NOT_BACK,
  FOOT_NOT_FORTH,
  NO_WHEELCHAIR,
  STEPS,
  TUNNEL,
} from '../../core/graph.ts';
import type { TagOf } from '../osm/object-tags.ts';
import { accessOf, allowedByName } from './access.ts';
import { bicycleDirections, carDirections, footDirections } from './one-way.ts';

/** The street classes a graph's edgeClass points into, from the widest to the narrowest. */
export const STREET_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'living_street',
  'road',
  'service',
  'pedestrian',
  'track',
  'cycleway',
  'bridleway',
  'footway',
  'path',
  'steps',
  'corridor',
  'crossing',
  'platform',
] as const;

const CLASS_INDEX = new Map<string, number>(STREET_CLASSES.map((name, index) => [name, index]));
const LINKED = new Set(['motorway', 'trunk', 'primary', 'secondary', 'tertiary']);
/** For cars as a matter of course; elsewhere only where a sign names them. */
const FOR_CARS = new Set([
  ...['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'unclassified'],
  ...['residential', 'living_street', 'road', 'service', 'track'],
]);
/** Where a bicycle is ridden only if a sign names it, and pushed otherwise. */
const PUSHED = new Set(['pedestrian', 'footway', 'bridleway', 'corridor', 'crossing', 'platform']);

/** Index into STREET_CLASSES of a highway value; -1 for what nobody moves on (construction, raceway …). */
export function streetClass(highway: string | undefined): number {
  if (!highway) return -1;
  const base = highway.endsWith('_link') ? highway.slice(0, -5) : highway;
  if (base !== highway && !LINKED.has(base)) return -1;
  return CLASS_INDEX.get(base) ?? -1;
}

/** Edge flags of a way under the rules of every way of moving; 0 where none may be on it. */
export function streetFlags(tag: TagOf): number {
  const highway = tag('highway') ?? '';
  const index = streetClass(highway);
  if (index < 0) return 0;
  const base = STREET_CLASSES[index];
  let flags = onFoot(tag, base) | byBicycle(tag, base) | byCar(tag, base);
  if (!flags) return 0;
  if (base === 'steps') flags |= STEPS;
  if (isTagged(tag('bridge'))) flags |= BRIDGE;
  if (isTagged(tag('tunnel'))) flags |= TUNNEL;
  return flags;
}

const isTagged = (value: string | undefined) => value !== undefined && value !== 'no';

function onFoot(tag: TagOf, base: string): number {
  if (base === 'motorway' || (tag('motorroad') === 'yes' && !allowedByName(tag, 'foot'))) return 0;
  const access = accessOf(tag, 'foot');
  if (access === 'closed') return 0;
  const { forth, back } = footDirections(tag);
  if (!forth && !back) return 0;
  let flags = FOOT;
  if (access === 'ends') flags |= FOOT_ENDS;
  if (!forth) flags |= FOOT_NOT_FORTH;
  if (!back) flags |= FOOT_NOT_BACK;
  if (tag('wheelchair') === 'no') flags |= NO_WHEELCHAIR;
  return flags;
}

function byBicycle(tag: TagOf, base: string): number {
  const named = allowedByName(tag, 'bicycle');
  if (base === 'motorway' || base === 'steps') return 0;
  if (tag('motorroad') === 'yes' && !named) return 0;
  const dismount = tag('bicycle') === 'dismount' || (PUSHED.has(base) && !named);
  // Whoever pushes a bicycle is on foot, and goes wherever walkers go.
  const riding = dismount ? 'closed' : accessOf(tag, 'bicycle');
  const pushed = riding === 'closed';
  const allowed = pushed ? accessOf(tag, 'foot') : riding;
  if (allowed === 'closed') return 0;
  const { forth, back } = pushed ? footDirections(tag) : bicycleDirections(tag);
  return (
    (forth ? BICYCLE_FORTH : 0) |
    (back ? BICYCLE_BACK : 0) |
    (allowed === 'ends' && (forth || back) ? BICYCLE_ENDS : 0) |
    (pushed && (forth || back) ? BICYCLE_PUSHED : 0)
  );
}

function byCar(tag: TagOf, base: string): number {
  if (!FOR_CARS.has(base) && !allowedByName(tag, 'car')) return 0;
  if (base === 'steps') return 0;
  const access = accessOf(tag, 'car');
  const { forth, back } = carDirections(tag);
  if (access === 'closed' || (!forth && !back)) return 0;
  return (forth ? CAR_FORTH : 0) | (back ? CAR_BACK : 0) | (access === 'ends' ? CAR_ENDS : 0);
}
