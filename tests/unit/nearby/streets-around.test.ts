import { describe, expect, it } from 'vitest';
import { streetsAround } from '../../../src/engine/nearby/streets-around.ts';
import { STREET_CLASSES } from '../../../src/data/streets/street-rules.ts';
import { town } from '../core/town.ts';

/*
 * 100 m a cell. From the digit the street above it is 100 m off, the stair 200 m, the long street in
 * the south 300 m, though both its ends are farther.
 */
const { graph, places } = town(
  `
+-----------+
     1 +
       #
       +
+-----------+`,
  100,
);
const at: [number, number] = [places.lon[0], places.lat[0]];
const NAMES = [{ name: '' }, { name: '南街' }];

describe('the streets around a point', () => {
  const near = (metres: number) =>
    streetsAround(graph, NAMES, at, metres)
      .map(({ line, kind, name }) => `${kind} ${name || '-'} ${line.length}`)
      .toSorted();
  const south = graph.edgeFlags.length - 1;
  graph.edgeName[south] = 1;
  graph.edgeClass.fill(STREET_CLASSES.indexOf('residential'));
  graph.edgeClass[south] = STREET_CLASSES.indexOf('secondary');

  it('are those that come so near anywhere along their line', () => {
    expect(near(90)).toEqual([]);
    expect(near(110)).toEqual(['street - 2']);
    expect(near(210)).toEqual(['steps - 2', 'street - 2']);
    expect(near(310)).toEqual(['main 南街 2', 'steps - 2', 'street - 2']);
  });

  it('are told apart by what they are', () => {
    const kinds = STREET_CLASSES.map((name, k) => {
      graph.edgeClass[south] = k;
      return `${name} ${streetsAround(graph, NAMES, at, 310).find(({ name }) => name)!.kind}`;
    });
    expect(kinds).toEqual([
      ...['motorway main', 'trunk main', 'primary main', 'secondary main', 'tertiary main'],
      ...['unclassified street', 'residential street', 'living_street street', 'road street'],
      ...['service street', 'pedestrian path', 'track path', 'cycleway path', 'bridleway path'],
      ...['footway path', 'path path', 'steps path', 'corridor path', 'crossing path'],
      'platform path',
    ]);
  });
});
