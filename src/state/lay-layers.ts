import { rowsOf, type Layer } from '../data/project/layer.ts';
import type { Session } from './session.svelte.ts';

/** Lays the facilities of a project's layers over the open region. Throws Fault where a layer's rows are damaged. */
export async function layLayers(session: Session, layers: readonly Layer[]): Promise<void> {
  const imported = layers.flatMap((layer) => {
    if (layer.kind !== 'facilities') return [];
    const { id, name, mode, service, source, crs } = layer;
    const facilities = rowsOf({ ...layer, kind: 'facilities' }, name);
    return [{ id, name, mode, service, source, crs, facilities }];
  });
  await session.lay(imported);
}
