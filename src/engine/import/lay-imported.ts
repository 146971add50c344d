import { rowsOf, type Layer } from '../../data/project/layer.ts';
import type { Facility } from '../../data/tables/facility.ts';
import type { Edit } from '../scenario/scenario.ts';

/** Facilities somebody brought along, unpacked. */
export interface ImportedLayer extends Pick<Layer, 'id' | 'name' | 'mode'> {
  facilities: Facility[];
}

/** The facilities among a project's layers. Throws Fault where a layer's rows are damaged. */
export function unpacked(layers: readonly Layer[]): ImportedLayer[] {
  return layers.flatMap((layer) => {
    if (layer.kind !== 'facilities') return [];
    const { id, name, mode } = layer;
    return [{ id, name, mode, facilities: rowsOf({ ...layer, kind: 'facilities' }, name) }];
  });
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

/**
 * A scenario over a region with layers, as one over the region alone: whoever is handed it has the
 * region but not the layers, which go along as edits. Null where there is neither.
 */
export function withLayers(
  facilities: Facility[],
  layers: readonly ImportedLayer[],
  edits: Edit[],
  name: string | null,
): { name: string; edits: Edit[] } | null {
  const all = [...(layers.length ? editsOf(facilities, layers) : []), ...edits];
  const names = [...layers.map((layer) => layer.name), name].filter(Boolean);
  return all.length ? { name: names.join(' + '), edits: all } : null;
}
