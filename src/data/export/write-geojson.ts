import { INVENTED_MARK, marked, type Layer } from './layer.ts';
import { type MethodBlock } from './method.ts';

/** A FeatureCollection (RFC 7946) with the method block as foreign member `method`. */
export function writeGeoJson(layer: Layer, method: MethodBlock): string {
  const { invented } = method.region;
  const { columns, rows, geometries } = marked(layer, invented);
  const features = rows.map((row, r) => ({
    type: 'Feature',
    properties: Object.fromEntries(columns.map(({ key }, c) => [key, row[c]])),
    geometry: geometries[r],
  }));
  // One feature a line, so that people and version control can read it.
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  const note = invented ? `"note":${JSON.stringify(INVENTED_MARK)},` : '';
  return `{"type":"FeatureCollection",${note}"method":${JSON.stringify(method)},"features":[\n${lines}\n]}\n`;
}
