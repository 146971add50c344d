import { describe, expect, it } from 'vitest';
import { BRIDGE, FOOT, STEPS, TUNNEL } from '../../../src/core/graph.ts';
import {
  STREET_CLASSES,
  streetClass,
  streetFlags,
  type StreetTags,
} from '../../../src/data/streets/street-rules.ts';

/** The design's list, word for word. */
const WALKED =
  'footway path pedestrian steps living_street residential unclassified service tertiary secondary primary trunk track road cycleway bridleway corridor crossing platform';
const NEVER =
  'motorway construction proposed raceway bus_guideway motorway_link footway_link services rest_area elevator abandoned razed planned yes no street_lamp';

describe('streets on foot', () => {
  it.each(WALKED.split(' '))('highway=%s is walked on', (highway) => {
    expect(streetFlags({ highway }) & FOOT).toBe(FOOT);
    expect(STREET_CLASSES[streetClass(highway)]).toBe(highway);
  });

  it.each('trunk primary secondary tertiary'.split(' '))('%s_link is walked on', (highway) => {
    expect(streetFlags({ highway: `${highway}_link` })).toBe(FOOT);
    expect(streetClass(`${highway}_link`)).toBe(streetClass(highway));
  });

  it.each(NEVER.split(' '))('highway=%s is not', (highway) => {
    expect(streetFlags({ highway })).toBe(0);
    expect(streetFlags({ highway, foot: 'yes' })).toBe(0);
    expect(streetClass(highway)).toBe(-1);
  });

  it.each<[walked: boolean, tags: StreetTags]>([
    [false, {}],
    [false, { foot: 'yes' }],
    [false, { highway: '' }],
    [false, { foot: 'no' }],
    [false, { foot: 'use_sidepath' }],
    [true, { highway: 'residential', foot: 'yes' }],
    [true, { highway: 'residential', foot: 'private' }],
    [false, { highway: 'residential', foot: 'no' }],
    [false, { highway: 'primary', foot: 'use_sidepath' }],
    [false, { highway: 'service', access: 'no' }],
    [false, { highway: 'service', access: 'private' }],
    [true, { highway: 'service', access: 'private', foot: 'yes' }],
    [true, { highway: 'service', access: 'private', foot: 'designated' }],
    [true, { highway: 'service', access: 'no', foot: 'permissive' }],
    [true, { highway: 'service', access: 'private', foot: 'destination' }],
    [false, { highway: 'service', access: 'private', foot: 'private' }],
    [false, { highway: 'service', access: 'private', foot: 'customers' }],
    [false, { highway: 'service', access: 'private', foot: 'no' }],
    [false, { highway: 'service', access: 'yes', foot: 'no' }],
    [true, { highway: 'service', access: 'destination' }],
    [true, { highway: 'service', access: 'customers' }],
    [true, { highway: 'service', access: 'permissive' }],
    [true, { highway: 'service', access: 'yes' }],
  ])('%s: %o', (walked, tags) => {
    expect(streetFlags(tags) !== 0).toBe(walked);
  });

  it('marks steps, bridges and tunnels', () => {
    expect(streetFlags({ highway: 'steps' })).toBe(FOOT | STEPS);
    expect(streetFlags({ highway: 'footway', bridge: 'viaduct' })).toBe(FOOT | BRIDGE);
    expect(streetFlags({ highway: 'footway', tunnel: 'yes' })).toBe(FOOT | TUNNEL);
    expect(streetFlags({ highway: 'footway', bridge: 'no', tunnel: 'no' })).toBe(FOOT);
  });
});
