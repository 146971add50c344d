/** Populated places as columns; n places. */
export interface Population {
  ids: string[];
  /** Degrees, WGS 84. */
  lon: Float64Array;
  lat: Float64Array;
  /** People by field: always `total`, and any `age_…` the file has. Each n long. */
  fields: Record<string, Float64Array>;
}
