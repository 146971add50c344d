/** Spots where people may live, with how much of an area's people each draws. */
export interface Homes {
  ids: string[];
  /** Degrees. */
  lon: number[];
  lat: number[];
  /** Shares in the people of the area; only their ratios within one area matter. Above 0. */
  weight: number[];
}

export const noHomes = (): Homes => ({ ids: [], lon: [], lat: [], weight: [] });

export function addHome(homes: Homes, id: string, lon: number, lat: number, weight: number): void {
  homes.ids.push(id);
  homes.lon.push(lon);
  homes.lat.push(lat);
  homes.weight.push(weight);
}
