import { describe, expect, it } from 'vitest';
import { osm, streets } from './read-back.ts';
import type { ReadWay } from './read-back.ts';
import { lengthOf, meetings, nearness, segmentsOf } from './segments.ts';
import type { Segment } from './segments.ts';

const estates = osm.ways.filter(({ tags }) => tags.landuse === 'residential' && tags.name);

/** The pieces of street that pass the wall of each estate. */
const through = new Map<ReadWay, Set<Segment>>(estates.map((estate) => [estate, new Set()]));
for (const [wall, street] of meetings(segmentsOf(estates), segmentsOf(streets)))
  through.get(wall.way)!.add(street);

/** Where those pieces pass it, and whether there is a gate. */
const openings = [...through].map(([estate, pieces]) => {
  const off = nearness(segmentsOf([estate]), 5);
  const ends = [...pieces].flatMap(({ a, b }) => [a, b]).filter((node) => off(node) < 0.5);
  return [...new Set(ends)];
});
const walled = openings.filter(([first]) => first.tags.barrier === 'gate');

describe('estates', () => {
  it('are 188, each with a name of its own in both languages', () => {
    expect(estates.length).toBe(188);
    expect(new Set(estates.map(({ tags }) => tags.name)).size).toBe(188);
    expect(estates.every(({ tags }) => tags['name:en'])).toBe(true);
  });

  it('open to the street at one or two places only, by a driveway', () => {
    for (const pieces of through.values())
      expect([...pieces].every(({ way }) => way.tags.highway === 'service')).toBe(true);
    expect(openings.every(({ length }) => length === 1 || length === 2)).toBe(true);
    expect(openings.filter(({ length }) => length === 1).length).toBeGreaterThan(50);
    expect(openings.filter(({ length }) => length === 2).length).toBeGreaterThan(90);
  });

  it('are walled for the most part; the oldest have lost their wall and all their gates', () => {
    expect(walled.length).toBeGreaterThan(140);
    expect(walled.length).toBeLessThan(185);
    const gate = (node: { tags: Record<string, string> }) => node.tags.barrier === 'gate';
    expect(openings.every((nodes) => nodes.every(gate) || !nodes.some(gate))).toBe(true);
  });

  it('shut some second gates for good, never the only one', () => {
    const open = walled.map((nodes) => nodes.filter(({ tags }) => tags.access !== 'no').length);
    expect(Math.min(...open)).toBe(1);
    const shut = walled.flat().filter(({ tags }) => tags.access === 'no');
    expect(shut.length).toBeGreaterThan(10);
  });

  it('say in their tags whom their lanes are for; few let anybody pass', () => {
    const lanes = streets.filter(({ tags }) => tags.highway === 'service');
    const metres = (ways: ReadWay[]) => segmentsOf(ways).reduce((sum, s) => sum + lengthOf(s), 0);
    const share = (test: (tags: Record<string, string>) => boolean) =>
      metres(lanes.filter(({ tags }) => test(tags))) / metres(lanes);
    expect(new Set(lanes.map(({ tags }) => tags.access))).toEqual(
      new Set([undefined, 'private', 'residents', 'destination']),
    );
    expect(share(({ access, foot }) => access === 'private' && !foot)).toBeGreaterThan(0.35);
    expect(share(({ foot }) => foot === 'permissive')).toBeGreaterThan(0.05);
    expect(share(({ access }) => !access)).toBeGreaterThan(0.05);
    expect(share(({ access }) => !access)).toBeLessThan(0.35);
  });
});
