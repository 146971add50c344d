import type { LonLat } from '../../core/geo.ts';
import { railKind, waterwayKind } from './line-kinds.ts';
import type { TagOf } from '../osm/object-tags.ts';
import { accessOf } from '../streets/access.ts';
import type { Pen } from './pen.ts';
import { drawnStreet } from './street-zooms.ts';

const ONE_WAY = new Set(['yes', 'true', '1', '-1', 'reverse']);
const SIDINGS = new Set(['siding', 'yard', 'spur', 'crossover']);
const SIDING_ZOOM = 13;

/** What `linesOf` an OSM way gives. */
export interface WayLines {
  lines: LonLat[][];
  /** Nodes that the extract lacks. */
  missing: number;
}

/** Draws a way as street, rail or waterway, as its tags say; `lines` is asked only then. */
export function drawLine(pen: Pen, get: TagOf, lines: () => WayLines): void {
  const street = drawnStreet(get('highway'));
  const rail = railKind(get('railway'));
  const water = yes(get('tunnel')) ? null : waterwayKind(get('waterway'));
  if (!street && !rail && !water) return;
  const { lines: parts, missing } = lines();
  pen.report.cutLines += missing;
  for (const part of parts) {
    if (street && get('area') !== 'yes') drawStreet(pen, get, street, part);
    if (rail) {
      const siding = SIDINGS.has(get('service') ?? '');
      const attributes = {
        kind: rail.kind,
        service: siding || undefined,
        tunnel: yes(get('tunnel')) || undefined,
      };
      pen.line('rail', siding ? SIDING_ZOOM : rail.minZoom, attributes, part);
    }
    if (water) pen.line('waterway', water.minZoom, { kind: water.kind, ...pen.names(get) }, part);
  }
}

function drawStreet(
  pen: Pen,
  get: TagOf,
  street: NonNullable<ReturnType<typeof drawnStreet>>,
  line: LonLat[],
): void {
  const oneway = get('oneway');
  const backwards = oneway === '-1' || oneway === 'reverse';
  const implied = street.class === 'motorway' || get('junction') === 'roundabout';
  const attributes = {
    class: street.class,
    link: street.link || undefined,
    bridge: yes(get('bridge')) || undefined,
    tunnel: yes(get('tunnel')) || undefined,
    oneway: ONE_WAY.has(oneway ?? '') || (implied && oneway === undefined) || undefined,
    access: isPrivate(get) ? 'private' : undefined,
    ...pen.names(get),
  };
  // Arrows follow the line, so it runs the way one may drive.
  pen.line('street', street.minZoom, attributes, backwards ? [...line].reverse() : line);
}

/** Whether not even a walker may pass through. */
function isPrivate(get: TagOf): boolean {
  const walker = accessOf(get, 'foot');
  return walker === 'ends' || (walker === 'closed' && get('access') === 'no');
}

/** Bridges and tunnels have many values; only "no" means none. */
function yes(value: string | undefined): boolean {
  return value !== undefined && value !== 'no';
}
