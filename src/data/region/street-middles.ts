import { E7 } from '../../core/geo.ts';
import type { Region } from './region.ts';

/** Each named street once, by its index in streetNames, at the middle of its longest edge. Degrees. */
export function streetMiddles({
  graph,
  streetNames,
}: Pick<Region, 'graph' | 'streetNames'>): { street: number; lon: number; lat: number }[] {
  const { edgeName, edgeMetres, vertexStart, vertexLon, vertexLat } = graph;
  const longest = new Int32Array(streetNames.length).fill(-1);
  for (let e = 0; e < edgeName.length; e++) {
    const name = edgeName[e];
    if (longest[name] < 0 || edgeMetres[e] > edgeMetres[longest[name]]) longest[name] = e;
  }
  return streetNames.flatMap(({ name }, street) => {
    const e = longest[street];
    if (e < 0 || !name) return [];
    const v = (vertexStart[e] + vertexStart[e + 1]) >> 1;
    return { street, lon: vertexLon[v] / E7, lat: vertexLat[v] / E7 };
  });
}
