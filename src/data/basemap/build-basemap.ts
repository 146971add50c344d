import type { Bbox } from '../../core/geo.ts';
import type { OsmData } from '../osm/osm.ts';
import { ArchiveWriter, type Archive } from '../tiles/archive.ts';
import { cutTiles } from '../tiles/cut-tiles.ts';
import type { Gzip } from '../tiles/directory.ts';
import { drawOsm } from './draw-osm.ts';
import type { DrawReport } from './pen.ts';
import { FIELDS, LAYERS, MAX_ZOOM, MIN_ZOOM } from './schema.ts';

export interface BasemapOptions {
  /** The region's name, for the archive's own description. */
  name: string;
  /** West, south, east, north, degrees; tiles that do not touch it are not made. */
  bbox: Bbox;
  /** Of whom the data is, as a map has to say it. */
  attribution: string;
  gzip: Gzip;
  /** Told the blocks cut and all of them. */
  onProgress?: (done: number, total: number) => void;
}

/** A basemap's archive, and what went into it. */
export interface Basemap {
  /** Null where nothing of the extract is drawn inside the box. */
  archive: Archive | null;
  /** Shapes per layer, before they were cut. */
  shapes: Record<string, number>;
  report: DrawReport;
  /** The largest tile, gzip; null without any. */
  largest: { z: number; x: number; y: number; bytes: number } | null;
}

const RUNS = [
  { first: MIN_ZOOM, last: 11 },
  { first: 12, last: MAX_ZOOM },
];

/** OpenStreetMap → vector tiles of zooms 8 to 15 in one PMTiles archive. The same input gives the same bytes. */
export function buildBasemap(osm: OsmData, options: BasemapOptions): Basemap {
  const { drawing, report } = drawOsm(osm, options.bbox);
  const writer = new ArchiveWriter(options.gzip);
  let largest: Basemap['largest'] = null;
  for (const { z, x, y, bytes } of cutTiles(drawing, options.bbox, RUNS, options.onProgress)) {
    const packed = options.gzip(bytes);
    writer.add({ z, x, y }, packed);
    if (packed.length > (largest?.bytes ?? 0)) largest = { z, x, y, bytes: packed.length };
  }
  const archive = writer.finish({
    bbox: options.bbox,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    metadata: {
      name: options.name,
      type: 'baselayer',
      attribution: options.attribution,
      // Of when the data is; readers of the archive have no manifest beside it.
      ...(osm.date ? { data_date: osm.date } : {}),
      vector_layers: LAYERS.map((id) => ({
        id,
        fields: FIELDS[id],
        minzoom: MIN_ZOOM,
        maxzoom: MAX_ZOOM,
      })),
    },
  });
  return { archive, shapes: drawing.counts(), report, largest };
}
