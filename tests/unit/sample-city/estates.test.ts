import { describe, expect, it } from 'vitest';
import { walkable } from './components.ts';
import { osm, streets } from './read-back.ts';
import type { ReadWay } from './read-back.ts';
import { lengthOf, meetings, segmentsOf } from './segments.ts';
import type { Segment } from './segments.ts';

const estates = osm.ways.filter(({ tags }) => tags.landuse === 'residential' && tags.name);
const gates = new Set(osm.nodes.filter(({ tags }) => tags.barrier === 'gate'));

/** The pieces of street that pass the wall of each estate. */
const through = new Map<ReadWay, Set<Segment>>(estates.map((estate) => [estate, new Set()]));
for (const [wall, street] of meetings(segmentsOf(estates), segmentsOf(streets)))
  through.get(wall.way)!.add(street);

describe('gated estates', () => {
  it('are 188, each with a name of its own in both languages', () => {
    expect(estates.length).toBe(188);
    expect(new Set(estates.map(({ tags }) => tags.name)).size).toBe(188);
    expect(estates.every(({ tags }) => tags['name:en'])).toBe(true);
  });

  it('open to the street at one or two gates only', () => {
    const opened = [...through.values()].map((pieces) => {
      expect([...pieces].every(({ way }) => way.tags.highway === 'service')).toBe(true);
      const ends = [...pieces].flatMap(({ a, b }) => [a, b]);
      return new Set(ends.filter((node) => gates.has(node))).size;
    });
    expect(opened.every((count) => count === 1 || count === 2)).toBe(true);
    expect(opened.filter((count) => count === 1).length).toBeGreaterThan(90);
    expect(opened.filter((count) => count === 2).length).toBeGreaterThan(30);
  });

  it('say in their tags who may walk in; nearly all let walkers pass', () => {
    const lanes = streets.filter(({ tags }) => tags.highway === 'service');
    expect(lanes.every(({ tags }) => tags.access)).toBe(true);
    const metres = (ways: ReadWay[]) => segmentsOf(ways).reduce((sum, s) => sum + lengthOf(s), 0);
    const open = metres(lanes.filter(walkable)) / metres(lanes);
    expect(open).toBeGreaterThan(0.88);
    expect(open).toBeLessThan(1);
  });
});
