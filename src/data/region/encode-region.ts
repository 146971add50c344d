import type { Graph } from '../../core/graph.ts';
import { GRAPH_COLUMNS, OPTIONAL_COLUMNS, SLOPE_COLUMNS, type Region } from './region.ts';
import type { FlatArray } from './sections.ts';
import { writeSections } from './write-sections.ts';

/** The columns of a graph under the names they have in a bundle. */
export function graphColumns(graph: Graph): Record<string, FlatArray> {
  const arrays: Record<string, FlatArray> = {};
  const put = <T extends object>(from: T, columns: Partial<Record<keyof T, readonly string[]>>) => {
    for (const [key, [section]] of Object.entries(columns) as [keyof T, readonly string[]][]) {
      if (from[key]) arrays[section] = from[key] as unknown as FlatArray;
    }
  };
  put(graph, GRAPH_COLUMNS);
  put(graph, OPTIONAL_COLUMNS);
  if (graph.slopes) put(graph.slopes, SLOPE_COLUMNS);
  return arrays;
}

/** The bundle of a region; the same region always gives the same bytes. */
export function encodeRegion(region: Region): Uint8Array<ArrayBuffer> {
  const { graph, places } = region;
  const arrays = graphColumns(graph);
  arrays.place_lon = places.lon;
  arrays.place_lat = places.lat;
  arrays.place_area = places.area;
  arrays.place_counted = places.counted;
  if (places.evidence) arrays.place_evidence = places.evidence;
  const fields = Object.keys(places.fields);
  fields.forEach((field, k) => (arrays[`people_${k}`] = places.fields[field]));
  return writeSections({
    arrays,
    json: {
      region: { id: region.id, name: region.name, nameEn: region.nameEn },
      places: { ids: places.ids, fields, linkMetres: places.linkMetres },
      street_names: region.streetNames,
      facilities: region.facilities,
      estates: region.estates ?? [],
      areas: region.areas,
    },
  });
}
