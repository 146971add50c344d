import { expect, test } from 'vitest';
import { streetsAround } from '../../../src/engine/nearby/streets-around.ts';
import { STREET_CLASSES } from '../../../src/data/streets/street-rules.ts';
import { regionOf } from '../engine/region-of.ts';
import { town } from '../core/town.ts';

/*
 * 100 m a cell: a main road from west to east, a lane northward and steps southward at its first
 * junction, where A stands; the second junction is 1.8 km to the east.
 */
const drawn = town(
  `
    |
  --+-----------------+----
    #A
    #`,
  100,
  42.9,
  125.1,
);

test('the streets around a point, by kind and with their names', () => {
  const region = regionOf(drawn);
  const { graph } = region;
  region.streetNames = [{ name: '' }, { name: '大街', nameEn: 'High Street' }];
  // What lies east–west is the main road, what lies north–south a lane.
  for (let e = 0; e < graph.edgeFrom.length; e++) {
    const [a, b] = [graph.vertexStart[e], graph.vertexStart[e + 1] - 1];
    const level = graph.vertexLat[a] === graph.vertexLat[b];
    graph.edgeClass[e] = STREET_CLASSES.indexOf(level ? 'secondary' : 'footway');
    graph.edgeName[e] = level ? 1 : 0;
  }
  const at: [number, number] = [drawn.sites.lon[0], drawn.sites.lat[0]];
  const told = (metres: number) => {
    const streets = streetsAround(region, at, metres);
    return streets.map(({ kind, name, nameEn }) => `${kind} ${name} ${nameEn ?? '-'}`).sort();
  };
  const near = ['main 大街 High Street', 'path  -', 'steps  -'];
  expect(new Set(told(150))).toEqual(new Set(near));
  // The piece beyond the junction, 1.8 km to the east, comes when one looks that far.
  expect(told(2000).length).toBe(told(150).length + 1);
  const [west] = streetsAround(region, at, 150);
  for (const [lon, lat] of west.line) {
    expect([Math.floor(lon), Math.floor(lat)]).toEqual([125, 42]);
  }
});
