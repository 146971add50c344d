import { describe, expect, it } from 'vitest';
import { componentsOf, walkable } from './components.ts';
import type { ReadNode, ReadWay } from './read-back.ts';
import { files, osm, streets, studyArea, metres } from './read-back.ts';
import { lengthOf, meetings, segmentsOf } from './segments.ts';
import type { Segment } from './segments.ts';

const segments = segmentsOf(streets);
const rivers = osm.ways.filter(({ tags }) => tags.water === 'river' || tags.waterway === 'river');
const rails = osm.ways.filter(({ tags }) => tags.railway === 'rail');

describe('streets of the sample city', () => {
  it('share a node wherever two of the same level meet', () => {
    const level = ({ way }: Segment) => way.tags.layer ?? '0';
    const loose = meetings(segments, segments).filter(
      ([s, t]) =>
        level(s) === level(t) && ![s.a.id, s.b.id].some((id) => id === t.a.id || id === t.b.id),
    );
    expect(loose.map(([s, t]) => [s.a, s.b, t.a, t.b, s.way.tags, t.way.tags])).toEqual([]);
  });

  it('bring Xingyan Road to East Road: it once ended in a field 30 m before', () => {
    const [road, east] = ['杏雁路', '东线公路'].map((name) =>
      streets.filter(({ tags }) => tags.name === name).flatMap(({ nodes }) => nodes),
    );
    expect(road.some((node) => east.includes(node))).toBe(true);
  });

  it('cross the river on three bridges and nowhere else', () => {
    const over = new Set(meetings(segments, segmentsOf(rivers)).map(([s]) => s.way));
    expect([...over].every(({ tags }) => tags.bridge === 'yes')).toBe(true);
    expect(over.size).toBe(3);
    const others = streets.filter((way) => way.tags.bridge && !over.has(way));
    expect(others.every(({ tags }) => tags.highway === 'motorway')).toBe(true);
  });

  it('cross the railway by one underpass and one level crossing and nowhere else', () => {
    const across = new Set(meetings(segments, segmentsOf(rails)).map(([s]) => s.way));
    const under = [...across].filter(({ tags }) => tags.tunnel === 'yes');
    const level = [...across].filter(({ tags }) => !tags.tunnel);
    expect(under.length).toBe(1);
    expect(level.length).toBe(1);
    const barriers = osm.nodes.filter(({ tags }) => tags.railway === 'level_crossing');
    expect(barriers.length).toBe(1);
    expect(level[0].nodes).toContain(barriers[0]);
    expect(rails.some(({ nodes }) => nodes.includes(barriers[0]))).toBe(true);
    expect(meetings(segmentsOf(rivers), segmentsOf(rails))).toEqual([]);
  });

  it('go round the hill; only paths and steps go up', () => {
    const hill = osm.ways.filter(({ tags }) => tags.natural === 'wood' && tags.name);
    const up = new Set(meetings(segments, segmentsOf(hill)).map(([s]) => s.way.tags.highway));
    expect([...up].sort()).toEqual(['footway']);
    expect(streets.filter(({ tags }) => tags.highway === 'steps').length).toBeGreaterThan(3);
  });

  it('lead round the Hundred Steps by a ramp five times as long', () => {
    const [steps, ramp] = ['百步梯', '盘山坡道'].map((name) =>
      streets.filter(({ tags }) => tags.name === name),
    );
    const metres = (ways: ReadWay[]) => segmentsOf(ways).reduce((sum, s) => sum + lengthOf(s), 0);
    expect(steps.every(({ tags }) => tags.highway === 'steps')).toBe(true);
    expect(ramp.every(({ tags }) => tags.highway === 'footway' && tags.incline)).toBe(true);
    expect(metres(ramp) / metres(steps)).toBeGreaterThan(3);
    expect(steps[0].nodes.some((node) => ramp[0].nodes.includes(node))).toBe(true);
  });

  it('have an expressway that one reaches by slip roads at two junctions only', () => {
    const links = streets.filter(({ tags }) => tags.highway === 'motorway_link');
    const roads = streets.filter(({ tags }) => !tags.highway.startsWith('motorway'));
    const motorway = streets.filter(({ tags }) => tags.highway === 'motorway');
    const on = new Set(motorway.flatMap(({ nodes }) => nodes));
    expect(roads.filter(({ nodes }) => nodes.some((node) => on.has(node)))).toEqual([]);
    expect(links.length).toBe(8);
    const feet = new Map<ReadNode, number>();
    for (const { nodes, tags } of links) {
      expect(tags.oneway).toBe('yes');
      const [first, last] = [nodes[0], nodes[nodes.length - 1]];
      expect([first, last].filter((node) => on.has(node)).length).toBe(1);
      const foot = on.has(first) ? last : first;
      feet.set(foot, (feet.get(foot) ?? 0) + 1);
    }
    expect([...feet.values()]).toEqual([2, 2, 2, 2]);
    for (const foot of feet.keys())
      expect(roads.some(({ nodes }) => nodes.includes(foot))).toBe(true);
  });

  it('run both ways on two avenues, each on its own carriageway, with islands at the crossings', () => {
    const sides = streets.filter(({ tags }) => tags.highway === 'primary' && tags.oneway === 'yes');
    expect([...new Set(sides.map(({ tags }) => tags.name))].sort()).toEqual([
      '建国大街',
      '文昌大街',
    ]);
    // What goes east goes west as well: the straight lines of all carriageways add up to nothing.
    const drift = sides.reduce((x, { nodes }) => x + nodes[nodes.length - 1].x - nodes[0].x, 0);
    expect(Math.abs(drift)).toBeLessThan(1);
    const kerbs = osm.nodes.filter(({ tags }) => tags.kerb);
    const crossings = streets.filter(({ tags }) => tags.footway === 'crossing');
    for (const kerb of kerbs)
      expect(crossings.some(({ nodes }) => nodes.slice(1, -1).includes(kerb))).toBe(true);
    expect(kerbs.filter(({ tags }) => tags.kerb === 'raised').length).toBeGreaterThan(5);
    expect(kerbs.filter(({ tags }) => tags.kerb === 'lowered').length).toBeGreaterThan(5);
    expect(kerbs.filter((kerb) => sides.some(({ nodes }) => nodes.includes(kerb)))).toEqual([]);
  });

  it('carry what a surveyor notes: speed limits, surfaces, slopes', () => {
    const main = streets.filter(({ tags }) => /^(primary|secondary|tertiary)$/.test(tags.highway));
    expect(main.every(({ tags }) => Number(tags.maxspeed) >= 40)).toBe(true);
    const count = (key: string) => streets.filter(({ tags }) => tags[key]).length;
    expect(count('surface')).toBeGreaterThan(200);
    expect(count('smoothness')).toBeGreaterThan(200);
    expect(count('incline')).toBeGreaterThan(8);
    expect(streets.filter(({ tags }) => tags.foot === 'no')).toEqual([]);
  });

  it('are one connected network but for a hamlet on an island of lanes under a kilometre', () => {
    const pieces = componentsOf(streets.filter(walkable));
    const whole = pieces.reduce((sum, piece) => sum + piece.metres, 0);
    expect(pieces[0].metres / whole).toBeGreaterThan(0.98);
    const islands = componentsOf(streets).slice(1);
    expect(islands.length).toBe(1);
    expect(islands[0].metres).toBeGreaterThan(300);
    expect(islands[0].metres).toBeLessThan(1000);
  });

  it('have the classes and the length of a county town', () => {
    const km = new Map<string, number>();
    for (const segment of segments) {
      const { highway } = segment.way.tags;
      km.set(highway, (km.get(highway) ?? 0) + lengthOf(segment) / 1000);
    }
    expect([...km.keys()].sort()).toEqual([
      'cycleway',
      'footway',
      'living_street',
      'motorway',
      'motorway_link',
      'pedestrian',
      'primary',
      'residential',
      'secondary',
      'service',
      'steps',
      'tertiary',
      'track',
      'unclassified',
    ]);
    const whole = [...km.values()].reduce((a, b) => a + b, 0);
    expect(whole).toBeGreaterThan(500);
    expect(whole).toBeLessThan(850);
  });

  it('reach at least 2 km beyond the study area, inside the stated bounds', () => {
    const [, south, west, north, east] = files['streets.osm']
      .match(/<bounds minlat="(.*?)" minlon="(.*?)" maxlat="(.*?)" maxlon="(.*?)"\/>/)!
      .map(Number);
    const [low, high] = [metres(west, south), metres(east, north)];
    for (const [lon, lat] of studyArea) {
      const { x, y } = metres(lon, lat);
      expect(Math.min(x - low.x, high.x - x, y - low.y, high.y - y)).toBeGreaterThan(2000);
    }
    const outside = osm.nodes.filter(
      ({ x, y }) => x < low.x - 0.02 || x > high.x + 0.02 || y < low.y - 0.02 || y > high.y + 0.02,
    );
    expect(outside).toEqual([]);
  });
});

describe('streets.osm', () => {
  it('is under 12 MB and dated on every object', () => {
    expect(Buffer.byteLength(files['streets.osm'])).toBeLessThan(12_000_000);
    const objects = files['streets.osm'].match(/<(node|way|relation) /g)!.length;
    expect(files['streets.osm'].match(/timestamp="2025-06-01T00:00:00Z"/g)!.length).toBe(objects);
  });

  it('keeps simple closed rings for water, green and land', () => {
    const rings = osm.ways.filter(
      ({ tags }) => tags.landuse || tags.natural || tags.leisure || tags.amenity,
    );
    for (const { nodes } of rings) {
      expect(nodes.length).toBeGreaterThan(3);
      expect(nodes[0]).toBe(nodes[nodes.length - 1]);
    }
    for (const wanted of [
      'landuse=farmland',
      'landuse=forest',
      'landuse=industrial',
      'landuse=residential',
      'natural=wood',
      'natural=water',
      'leisure=park',
    ]) {
      const [key, value] = wanted.split('=');
      expect(
        rings.some(({ tags }) => tags[key] === value),
        wanted,
      ).toBe(true);
    }
  });
});
