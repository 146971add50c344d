import type { LonLat } from '../../core/geo.ts';
import type { TagOf } from '../osm/object-tags.ts';
import type { Pen } from './pen.ts';
import { placeZoom } from './place-zooms.ts';

const STATION_ZOOM: Record<string, number> = { station: 11, halt: 13, subway: 12 };

/** A named place (city … hamlet); without a name there is nothing to show. */
export function drawPlace(pen: Pen, get: TagOf, at: LonLat): void {
  const minZoom = placeZoom(get('place'));
  if (minZoom === null) return;
  const names = pen.names(get);
  if (names.name === undefined) return;
  const population = peopleOf(get('population'));
  pen.point('place', minZoom, { kind: get('place')!, ...names, population }, at);
}

/** A railway or underground station. */
export function drawStation(pen: Pen, get: TagOf, at: LonLat): void {
  const railway = get('railway');
  if (railway !== 'station' && railway !== 'halt') return;
  const kind = get('station') === 'subway' || get('subway') === 'yes' ? 'subway' : railway;
  pen.point('station', STATION_ZOOM[kind], { kind, ...pen.names(get) }, at);
}

/** People of a place; undefined where the tag is no whole number. */
function peopleOf(text: string | undefined): number | undefined {
  const plain = text?.replace(/[\s,，]/g, '') ?? '';
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}
