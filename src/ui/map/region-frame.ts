import { bboxOf, type Bbox } from '../../core/geo.ts';
import type { RegionView } from '../../engine/engine.ts';

/**
 * What to show of a region at first: the areas whose people are counted, since the extract around
 * them is only there to be walked through; the whole extract where no areas are known.
 */
export function regionFrame({ areas, manifest }: RegionView): Bbox {
  return bboxOf(areas.flatMap((area) => area.polygons.flat(2))) ?? (manifest.bbox as Bbox);
}
