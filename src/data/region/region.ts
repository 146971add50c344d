import type { Graph, Slopes } from '../../core/graph.ts';
import type { Estate } from '../osm-services/estates.ts';
import type { StreetName } from '../streets/street-graph.ts';
import type { Area } from '../tables/area.ts';
import type { Facility } from '../tables/facility.ts';
import { bundleFaults } from './bundle-faults.ts';
import { readSections, type FlatArray } from './sections.ts';

/** The populated places of a region; n places, in Hilbert order. */
export interface Places {
  ids: string[];
  /** Degrees. */
  lon: Float64Array;
  lat: Float64Array;
  /** People by field: `total` and any `age_…`. */
  fields: Record<string, Float64Array>;
  /** Index into Region.areas, or -1. */
  area: Int32Array;
  /** 1 inside the study area (everywhere where there is none): only these people are counted. */
  counted: Uint8Array;
  /** Places at most this far apart belong to one gap. Metres. */
  linkMetres: number;
  /** How well the streets around each place are known: 0 unknown, 1 sparse, 2 fair, 3 good. */
  evidence?: Uint8Array;
}

/** Everything the engine needs of one region; what a bundle holds. */
export interface Region {
  id: string;
  name: string;
  nameEn?: string;
  graph: Graph;
  streetNames: StreetName[];
  places: Places;
  facilities: Facility[];
  /** Named housing estates, to be found by name. */
  estates?: Estate[];
  areas: Area[];
}

type Columns<T> = { [K in keyof T]-?: [section: string, per: 'n' | 'm' | 'm+1' | 'v'] };

export const GRAPH_COLUMNS: Columns<Omit<Graph, keyof typeof OPTIONAL_COLUMNS | 'slopes'>> = {
  nodeLon: ['node_lon', 'n'],
  nodeLat: ['node_lat', 'n'],
  edgeFrom: ['edge_from', 'm'],
  edgeTo: ['edge_to', 'm'],
  edgeMetres: ['edge_metres', 'm'],
  edgeFlags: ['edge_flags', 'm'],
  edgeClass: ['edge_class', 'm'],
  edgeName: ['edge_name', 'm'],
  vertexStart: ['vertex_start', 'm+1'],
  vertexLon: ['vertex_lon', 'v'],
  vertexLat: ['vertex_lat', 'v'],
};

/** Columns that a bundle only has where something of the kind is known. */
export const OPTIONAL_COLUMNS = {
  nodeClosed: ['node_closed', 'n'],
  edgeKmh: ['edge_kmh', 'm'],
  edgeSurface: ['edge_surface', 'm'],
} as const;
export const SLOPE_COLUMNS: Columns<Slopes> = {
  forth: ['slope_forth', 'm'],
  back: ['slope_back', 'm'],
  steepest: ['slope_steepest', 'm'],
};

/** The graph that a file's columns hold. Throws Fault where they do not fit together. */
export function graphOf(arrays: Record<string, FlatArray>): Graph {
  const n = columnOf(arrays, 'node_lon').length;
  const m = columnOf(arrays, 'edge_from').length;
  const v = columnOf(arrays, 'vertex_lon').length;
  const lengths = { n, m, 'm+1': m + 1, v };
  const take = (columns: Record<string, readonly [string, keyof typeof lengths]>) =>
    Object.fromEntries(
      Object.entries(columns).map(([key, [name, per]]) => [
        key,
        columnOf(arrays, name, lengths[per]),
      ]),
    );
  const known = Object.entries(OPTIONAL_COLUMNS).filter(([, [name]]) => name in arrays);
  const graph = {
    ...take(GRAPH_COLUMNS),
    ...take(Object.fromEntries(known)),
    ...('slope_forth' in arrays ? { slopes: take(SLOPE_COLUMNS) } : {}),
  } as unknown as Graph;
  for (let e = 0; e < m; e++) {
    if (graph.edgeFrom[e] >= n || graph.edgeTo[e] >= n) throw bundleFaults.corrupt('edge_from');
    if (graph.vertexStart[e + 1] < graph.vertexStart[e] + 2) {
      throw bundleFaults.corrupt('vertex_start');
    }
  }
  if (graph.vertexStart[m] !== v) throw bundleFaults.corrupt('vertex_start');
  return graph;
}

function columnOf<T extends FlatArray>(
  arrays: Record<string, FlatArray>,
  name: string,
  length?: number,
): T {
  const array = arrays[name];
  if (!array || (length !== undefined && array.length !== length)) throw bundleFaults.corrupt(name);
  return array as T;
}

/** Reads a bundle. Throws Fault when it is foreign, cut, corrupt or of another version. */
export function decodeRegion(bytes: Uint8Array): Region {
  const { arrays, json } = readSections(bytes);
  const column = <T extends FlatArray>(name: string, length: number) =>
    columnOf<T>(arrays, name, length);
  const value = <T>(name: string): T => {
    if (!(name in json)) throw bundleFaults.corrupt(name);
    return json[name] as T;
  };
  const graph = graphOf(arrays);

  const about = value<{ ids: string[]; fields: string[]; linkMetres: number }>('places');
  const count = about.ids.length;
  const fields = Object.fromEntries(
    about.fields.map((field, k) => [field, column<Float64Array>(`people_${k}`, count)]),
  );
  return {
    ...value<{ id: string; name: string; nameEn?: string }>('region'),
    graph,
    streetNames: value('street_names'),
    places: {
      ids: about.ids,
      lon: column('place_lon', count),
      lat: column('place_lat', count),
      fields,
      area: column('place_area', count),
      counted: column('place_counted', count),
      linkMetres: about.linkMetres,
      ...('place_evidence' in arrays ? { evidence: column('place_evidence', count) } : {}),
    },
    facilities: value('facilities'),
    estates: value('estates'),
    areas: value('areas'),
  };
}
