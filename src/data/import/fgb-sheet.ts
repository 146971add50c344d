import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { cellText, FeatureSheet } from './feature-sheet.ts';
import { importFaults } from './import-faults.ts';
import type { SheetFile } from './sheet.ts';

/** Degrees: WGS 84 and CGCS2000; 0 is none given. */
const DEGREES = [0, 4326, 4490];

/** FlatGeobuf → one sheet of its properties. Throws Faults `bad-fgb`, `crs`, `too-wide`, `too-many-cells`. */
export async function readFgb(bytes: Uint8Array, file: string): Promise<SheetFile> {
  const sheet = new FeatureSheet(file);
  let header: HeaderMeta | null = null;
  const features = deserialize(bytes, { headerMetaFn: (meta) => (header = meta) });
  for (;;) {
    const step = await next(features, file);
    const { crs } = (header ?? {}) as Partial<HeaderMeta>;
    if (crs && !DEGREES.includes(crs.code)) throw importFaults.otherCrs(file, `EPSG:${crs.code}`);
    if (step.done) break;
    const { properties, geometry } = step.value;
    const cells = Object.entries(properties ?? {}).map(([name, value]): [string, string] => [
      name,
      cellText(value),
    ]);
    const drawn = geometry && 'coordinates' in geometry ? geometry : null;
    sheet.take(cells, drawn && { type: drawn.type, coordinates: drawn.coordinates });
  }
  if (!sheet.size) throw importFaults.nothing(file, { zh: '要素', en: 'features' });
  const meta = header as HeaderMeta | null;
  // The list of features has no end mark: one that is cut between two of them is told by its count.
  if (meta && meta.featuresCount > 0 && meta.featuresCount !== sheet.size)
    throw importFaults.fgb(file);
  const saysCrs = meta?.crs?.code ? `EPSG:${meta.crs.code}` : '';
  return { kind: 'fgb', sheets: [sheet.sheet()], saysCrs, notes: [] };
}

/** The library reads offsets as they come: damage shows as an error from deep inside it. */
async function next<T>(features: AsyncGenerator<T>, file: string) {
  try {
    return await features.next();
  } catch {
    throw importFaults.fgb(file);
  }
}
