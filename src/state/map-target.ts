/** Where the map is asked to go; a new object each time, so that it goes there again. */
export interface Target {
  lon: number;
  lat: number;
  /** Square kilometres that should be seen. */
  areaKm2: number;
}
