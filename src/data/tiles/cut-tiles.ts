import type { Feature, FeatureCollection } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import type { Bbox } from '../../core/geo.ts';
import { EXTENT, encodeTile, type Drawn } from './encode-tile.ts';
import { LINE, POINT, type Drawing } from './drawing.ts';
import { inRange, tileRange } from './mercator.ts';
import type { TileAddress } from './tile-id.ts';

/** The zooms of one run: shapes are cut by tiles of the first zoom, each of them down to the last. */
interface ZoomRun {
  first: number;
  last: number;
}

export interface CutTile extends TileAddress {
  /** Mapbox Vector Tile, not compressed. */
  bytes: Uint8Array;
}

/** Units beyond the tile's edge: strokes up to 16 px wide do not break there. */
const BUFFER = 64;
/** Units by which a line may be off below the last zoom: 3/8 px. */
const TOLERANCE = 3;

/**
 * Cuts a drawing into vector tiles, those of `bbox` only. Small zooms and large ones are cut in runs
 * of four, block by block, so that no more than a block is in memory as GeoJSON.
 * @param runs ascending, without gap or overlap; the last one's last zoom is not simplified.
 * @param onBlock is told the blocks done and all of them.
 */
export function* cutTiles(
  drawing: Drawing,
  bbox: Bbox,
  runs: ZoomRun[],
  onBlock: (done: number, total: number) => void = () => {},
): Generator<CutTile> {
  const maxZoom = runs[runs.length - 1].last;
  const plans = runs.map((run) => ({ run, blocks: blocksOf(drawing, bbox, run) }));
  const total = plans.reduce((sum, { blocks }) => sum + blocks.size, 0);
  let done = 0;
  for (const { run, blocks } of plans) {
    const side = 2 ** run.first;
    for (const [block, shapes] of blocks) {
      const index = new GeoJSONVT(geojsonOf(drawing, shapes), {
        maxZoom,
        indexMaxZoom: 0,
        tolerance: TOLERANCE,
        extent: EXTENT,
        buffer: BUFFER,
      });
      const top = { z: run.first, x: block % side, y: Math.floor(block / side) };
      yield* tilesUnder(index, top, run.last, bbox, drawing.layers);
      onBlock(++done, total);
    }
  }
}

/** Shapes of each block of a run, by the block's number row by row; blocks without any are absent. */
function blocksOf(drawing: Drawing, bbox: Bbox, { first, last }: ZoomRun): Map<number, number[]> {
  const region = regionRange(bbox, first);
  const side = 2 ** first;
  const blocks = new Map<number, number[]>();
  for (const shape of drawing.inOrder()) {
    if (drawing.minZoomOf(shape) > last) continue;
    const range = tileRange(drawing.boxOf(shape), first, BUFFER / EXTENT);
    for (
      let y = Math.max(range.north, region.north);
      y <= Math.min(range.south, region.south);
      y++
    ) {
      for (let x = Math.max(range.west, region.west); x <= Math.min(range.east, region.east); x++) {
        const there = blocks.get(y * side + x);
        if (there) there.push(shape);
        else blocks.set(y * side + x, [shape]);
      }
    }
  }
  return blocks;
}

/** The tile itself and all below it, as far as they hold anything. */
function* tilesUnder(
  index: GeoJSONVT,
  top: TileAddress,
  last: number,
  bbox: Bbox,
  layers: readonly string[],
): Generator<CutTile> {
  const stack = [top];
  for (let tile = stack.pop(); tile; tile = stack.pop()) {
    const { z, x, y } = tile;
    if (!inRange(regionRange(bbox, z), tile)) continue;
    const raw = index.getTileRaw(z, x, y);
    if (!raw) continue;
    const bytes = encodeTile(raw.features, z, layers);
    if (bytes) yield { z, x, y, bytes };
    if (z === last) continue;
    // What is too small for this tile may be large enough for the next zoom.
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]) {
      stack.push({ z: z + 1, x: 2 * x + dx, y: 2 * y + dy });
    }
  }
}

/** Tiles of the region, and those that a position on its very edge may be rounded into. */
function regionRange(bbox: Bbox, z: number) {
  return tileRange(bbox, z, 1 / EXTENT);
}

function geojsonOf(drawing: Drawing, shapes: number[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: shapes.map((shape): Feature => {
      const type = drawing.typeOf(shape);
      const rings = drawing.ringsOf(shape);
      const drawn: Drawn = {
        layer: drawing.layerOf(shape),
        minZoom: drawing.minZoomOf(shape),
        attributes: drawing.attributesOf(shape),
      };
      return {
        type: 'Feature',
        properties: drawn,
        geometry:
          type === POINT
            ? { type: 'Point', coordinates: rings[0][0] }
            : type === LINE
              ? { type: 'LineString', coordinates: rings[0] }
              : { type: 'Polygon', coordinates: rings },
      };
    }),
  };
}
