import type { ErrorEvent, Map } from 'maplibre-gl';
import type { GroundTrouble } from './choose-ground.ts';
import { isGround } from './ground.ts';

/**
 * Reports when the ground does not come, as a whole or a tile of it; our own data is drawn all the
 * same. Any other error is ours, and written to the console as MapLibre would. Returns the undo.
 */
export function watchGround(map: Map, report: (trouble: GroundTrouble) => void): () => void {
  let missing = false;
  const failed = (event: ErrorEvent & { sourceId?: string; tile?: unknown }) => {
    if (event.sourceId === undefined || !isGround(event.sourceId)) {
      console.error(event.error);
      return;
    }
    console.warn(event.error);
    missing ||= event.tile === undefined;
    report(missing ? 'missing' : 'partly');
  };
  map.on('error', failed);
  return () => void map.off('error', failed);
}
