import type { Crs } from '../../data/crs/crs.ts';
import type { Facility } from '../../data/tables/facility.ts';
import type { Edit } from '../scenario/scenario.ts';

/** Facilities somebody brought along. */
export interface ImportedLayer {
  /** Letters, digits, _ and -, at most 60. */
  id: string;
  name: string;
  /** Beside what the region has, or in place of all it has of the same services. */
  mode: 'beside' | 'instead';
  /** Key of the one service of its rows; null where they have several. */
  service: string | null;
  /** Name of the file it is from. */
  source: string;
  /** What the file was in; the rows are in WGS 84. */
  crs: Crs;
  facilities: Facility[];
}

/**
 * The facilities of a region with imported layers over them, in order: the region's own first, then
 * each layer's. An id that is taken gets the layer's before it. Without layers it is the very same list.
 */
export function layImported(facilities: Facility[], layers: readonly ImportedLayer[]): Facility[] {
  if (!layers.length) return facilities;
  let laid = facilities.slice();
  // An id that was taken stays so though its facility is gone: scenarios may speak of it.
  const taken = new Set(facilities.map(({ id }) => id));
  for (const layer of layers) {
    if (layer.mode === 'instead') {
      const services = new Set(layer.facilities.map(({ service }) => service));
      laid = laid.filter(({ service }) => !services.has(service));
    }
    for (const facility of layer.facilities) {
      let { id } = facility;
      while (taken.has(id)) id = `${layer.id}:${id}`;
      taken.add(id);
      laid.push(id === facility.id ? facility : { ...facility, id });
    }
  }
  return laid;
}

/** What a layer is as a list of edits, for a scenario that is handed to somebody without the layer. */
export function editsOf(facilities: Facility[], layers: readonly ImportedLayer[]): Edit[] {
  const laid = layImported(facilities, layers);
  const there = new Set(facilities);
  const kept = new Set(laid);
  return [
    ...facilities
      .filter((facility) => !kept.has(facility) && facility.status !== 'closed')
      .map(({ id }): Edit => ({ kind: 'status', id, status: 'closed' })),
    ...laid
      .filter((facility) => !there.has(facility))
      .map((facility): Edit => ({ kind: 'add', facility })),
  ];
}
