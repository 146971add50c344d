/**
 * OpenStreetMap content as columns: one typed array per field, no object per node.
 * Ids are exact in a double (OSM ids stay far below 2^53). Coordinates are integers
 * of 1e-7 degree, as in the PBF default granularity. Strings are interned in one table.
 */
export interface OsmData {
  /** Every key, value and role once; index 0 is ''. */
  strings: string[];
  nodes: {
    ids: Float64Array;
    lon: Int32Array;
    lat: Int32Array;
    /** Tags of node i: pairs tags[2k] (key), tags[2k + 1] (value), k from tagStart[i] to tagStart[i + 1]. */
    tagStart: Uint32Array;
    tags: Uint32Array;
  };
  ways: {
    ids: Float64Array;
    /** Node ids of way i: refs[refStart[i]] to refs[refStart[i + 1] - 1]. */
    refStart: Uint32Array;
    refs: Float64Array;
    tagStart: Uint32Array;
    tags: Uint32Array;
  };
  relations: {
    ids: Float64Array;
    memberStart: Uint32Array;
    memberIds: Float64Array;
    /** NODE, WAY or RELATION. */
    memberTypes: Uint8Array;
    /** Index into strings. */
    memberRoles: Uint32Array;
    tagStart: Uint32Array;
    tags: Uint32Array;
  };
  /** [west, south, east, north] as the file's header states it, in degrees; null when it does not. */
  bbox: [number, number, number, number] | null;
  /** ISO date of the data (header's replication time, else the newest object's timestamp); null when unknown. */
  date: string | null;
}

/** What a member of a relation is. */
export const NODE = 0;
export const WAY = 1;
export const RELATION = 2;
