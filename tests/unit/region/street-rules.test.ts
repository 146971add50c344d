import { describe, expect, it } from 'vitest';
import {
  BICYCLE_BACK,
  BICYCLE_ENDS,
  BICYCLE_FORTH,
  BICYCLE_PUSHED,
  BRIDGE,
  CAR_BACK,
  CAR_ENDS,
  CAR_FORTH,
  FOOT,
  FOOT_ENDS,
  FOOT_NOT_BACK,
  NO_WHEELCHAIR,
  STEPS,
  TUNNEL,
} from '../../../src/core/graph.ts';
import {
  CLOSED_BICYCLE,
  CLOSED_CAR,
  CLOSED_FOOT,
  CLOSED_WHEELCHAIR,
  IMPASSABLE,
  ROUGH,
  SMOOTH,
  UNEVEN,
} from '../../../src/core/travel.ts';
import { closedAt } from '../../../src/data/streets/gates.ts';
import { inclineOf, surfaceOf } from '../../../src/data/streets/ground.ts';
import {
  STREET_CLASSES,
  streetClass,
  streetFlags,
} from '../../../src/data/streets/street-rules.ts';
import { carKmh } from '../../../src/data/streets/street-speeds.ts';

type TagSet = Record<string, string>;
const tagged = (tags: TagSet) => (key: string) => tags[key] as string | undefined;
const flagsOf = (tags: TagSet) => streetFlags(tagged(tags));

/** The design's list, word for word. */
const WALKED =
  'footway path pedestrian steps living_street residential unclassified service tertiary secondary primary trunk track road cycleway bridleway corridor crossing platform';
const NEVER =
  'construction proposed raceway bus_guideway footway_link services rest_area elevator abandoned razed planned yes no street_lamp';

describe('streets on foot', () => {
  it.each(WALKED.split(' '))('highway=%s is walked on', (highway) => {
    expect(flagsOf({ highway }) & FOOT).toBe(FOOT);
    expect(STREET_CLASSES[streetClass(highway)]).toBe(highway);
  });

  it.each('trunk primary secondary tertiary'.split(' '))('%s_link is walked on', (highway) => {
    expect(flagsOf({ highway: `${highway}_link` }) & FOOT).toBe(FOOT);
    expect(streetClass(`${highway}_link`)).toBe(streetClass(highway));
  });

  it.each(NEVER.split(' '))('highway=%s is nobody’s', (highway) => {
    expect(flagsOf({ highway })).toBe(0);
    expect(flagsOf({ highway, foot: 'yes' })).toBe(0);
    expect(streetClass(highway)).toBe(-1);
  });

  it.each(['motorway', 'motorway_link'])('%s is for cars alone', (highway) => {
    expect(flagsOf({ highway, foot: 'yes', bicycle: 'yes' })).toBe(CAR_FORTH);
  });

  it('a motor road is walked on only where a sign says so', () => {
    const road = { highway: 'trunk', motorroad: 'yes' };
    expect(flagsOf(road) & (FOOT | BICYCLE_FORTH)).toBe(0);
    expect(flagsOf({ ...road, foot: 'yes' }) & FOOT).toBe(FOOT);
  });

  const [NOT, PASS, ENDS] = ['not', 'pass', 'start or end'];
  it.each<[how: string, tags: TagSet]>([
    [NOT, {}],
    [NOT, { foot: 'yes' }],
    [NOT, { highway: '' }],
    [PASS, { highway: 'residential', foot: 'yes' }],
    [ENDS, { highway: 'residential', foot: 'private' }],
    [NOT, { highway: 'residential', foot: 'no' }],
    [NOT, { highway: 'primary', foot: 'use_sidepath' }],
    [NOT, { highway: 'service', access: 'no' }],
    [ENDS, { highway: 'service', access: 'private' }],
    [ENDS, { highway: 'service', access: 'residents' }],
    [ENDS, { highway: 'service', access: 'destination' }],
    [ENDS, { highway: 'service', access: 'customers' }],
    [ENDS, { highway: 'service', access: 'permit' }],
    [PASS, { highway: 'service', access: 'private', foot: 'yes' }],
    [PASS, { highway: 'service', access: 'private', foot: 'designated' }],
    [PASS, { highway: 'service', access: 'no', foot: 'permissive' }],
    [ENDS, { highway: 'service', access: 'no', foot: 'destination' }],
    [NOT, { highway: 'service', access: 'private', foot: 'no' }],
    [NOT, { highway: 'service', access: 'yes', foot: 'no' }],
    [PASS, { highway: 'service', access: 'permissive' }],
    [PASS, { highway: 'service', access: 'yes' }],
    [PASS, { highway: 'service', access: 'delivery' }],
    [PASS, { highway: 'track', access: 'forestry' }],
  ])('%s: %o', (how, tags) => {
    const flags = flagsOf(tags);
    expect(flags & FOOT ? (flags & FOOT_ENDS ? ENDS : PASS) : NOT).toBe(how);
  });

  it('marks steps, bridges and tunnels, wheelchair signs and streets one-way on foot', () => {
    const FOOTWAY = FOOT | BICYCLE_FORTH | BICYCLE_BACK | BICYCLE_PUSHED;
    expect(flagsOf({ highway: 'steps' })).toBe(FOOT | STEPS);
    expect(flagsOf({ highway: 'footway' })).toBe(FOOTWAY);
    expect(flagsOf({ highway: 'footway', bridge: 'viaduct' })).toBe(FOOTWAY | BRIDGE);
    expect(flagsOf({ highway: 'footway', tunnel: 'yes' })).toBe(FOOTWAY | TUNNEL);
    expect(flagsOf({ highway: 'footway', bridge: 'no', tunnel: 'no' })).toBe(FOOTWAY);
    expect(flagsOf({ highway: 'steps', wheelchair: 'no' })).toBe(FOOT | STEPS | NO_WHEELCHAIR);
    expect(flagsOf({ highway: 'steps', 'oneway:foot': 'yes' })).toBe(FOOT | STEPS | FOOT_NOT_BACK);
  });
});

describe('streets for wheels', () => {
  const CAR = CAR_FORTH | CAR_BACK;
  const BICYCLE = BICYCLE_FORTH | BICYCLE_BACK;
  const wheels = (tags: TagSet) => flagsOf(tags) & ~(FOOT | FOOT_ENDS);
  const road = (tags: TagSet) => wheels({ highway: 'residential', ...tags });

  it.each<[string, number, TagSet]>([
    ['both ways', CAR | BICYCLE, {}],
    ['one way', CAR_FORTH | BICYCLE_FORTH, { oneway: 'yes' }],
    ['one way against the line', CAR_BACK | BICYCLE_BACK, { oneway: '-1' }],
    ['one way but for bicycles', CAR_FORTH | BICYCLE, { oneway: 'yes', 'oneway:bicycle': 'no' }],
    ['a contraflow lane', CAR_FORTH | BICYCLE, { oneway: 'yes', cycleway: 'opposite_lane' }],
    ['a roundabout', CAR_FORTH | BICYCLE_FORTH, { junction: 'roundabout' }],
    ['a roundabout said to be both ways', CAR | BICYCLE, { junction: 'roundabout', oneway: 'no' }],
    ['by the hour', 0, { oneway: 'reversible' }],
    ['no cars', BICYCLE, { motor_vehicle: 'no' }],
    ['no vehicles: the bicycle is pushed', BICYCLE | BICYCLE_PUSHED, { vehicle: 'no' }],
    ['residents', CAR | CAR_ENDS | BICYCLE | BICYCLE_ENDS, { access: 'residents' }],
    ['cars of residents', CAR | CAR_ENDS | BICYCLE, { motor_vehicle: 'destination' }],
    ['buses', BICYCLE, { motor_vehicle: 'psv' }],
    ['closed', 0, { access: 'no' }],
    ['closed but for bicycles', BICYCLE, { access: 'no', bicycle: 'yes' }],
  ])('%s', (_, flags, tags) => {
    expect(road(tags)).toBe(flags);
  });

  it('keeps cars off paths and bicycles off steps, unless a sign names them', () => {
    expect(wheels({ highway: 'footway' })).toBe(BICYCLE | BICYCLE_PUSHED);
    expect(wheels({ highway: 'footway', bicycle: 'designated' })).toBe(BICYCLE);
    expect(wheels({ highway: 'pedestrian', motor_vehicle: 'yes' }) & CAR).toBe(CAR);
    // `vehicle` names neither of them.
    expect(wheels({ highway: 'footway', vehicle: 'destination' }) & CAR).toBe(0);
    expect(wheels({ highway: 'footway', vehicle: 'yes' })).toBe(BICYCLE | BICYCLE_PUSHED);
    expect(wheels({ highway: 'path' })).toBe(BICYCLE);
    expect(wheels({ highway: 'cycleway', oneway: 'yes' })).toBe(BICYCLE_FORTH);
    expect(wheels({ highway: 'steps', bicycle: 'yes' })).toBe(STEPS);
  });

  it.each<[number, string, TagSet]>([
    [25, 'residential', {}],
    [50, 'primary', {}],
    [30, 'primary_link', {}],
    [60, 'motorway_link', {}],
    [60, 'residential', { maxspeed: '60' }],
    [48, 'residential', { maxspeed: '30 mph' }],
    [25, 'residential', { maxspeed: 'CN:urban' }],
    [130, 'motorway', { maxspeed: '300' }],
    [5, 'service', { maxspeed: '1' }],
    [6, 'pedestrian', {}],
  ])('drives %i km/h on %s %o', (kmh, highway, tags) => {
    expect(carKmh(highway, tagged(tags))).toBe(kmh);
  });

  it.each<[number, TagSet]>([
    [0, {}],
    [SMOOTH, { surface: 'asphalt' }],
    [UNEVEN, { surface: 'paving_stones' }],
    [ROUGH, { surface: 'gravel' }],
    [IMPASSABLE, { surface: 'sand' }],
    [SMOOTH, { surface: 'gravel', smoothness: 'good' }],
    [0, { surface: 'something' }],
  ])('ground %i: %o', (ground, tags) => {
    expect(surfaceOf(tagged(tags))).toBe(ground);
  });

  it.each<[number | null, string]>([
    [8, '8%'],
    [-12.5, '-12.5 %'],
    [null, 'up'],
    [null, '0.1'],
    [null, '90%'],
  ])('incline %s from %s', (percent, incline) => {
    expect(inclineOf(tagged({ incline }))).toBe(percent);
  });

  it('reads degrees as a slope of their tangent', () => {
    expect(inclineOf(tagged({ incline: '10°' }))).toBeCloseTo(17.633, 3);
  });
});

describe('gates', () => {
  const ALL = CLOSED_FOOT | CLOSED_BICYCLE | CLOSED_CAR;
  it.each<[string, number, TagSet]>([
    ['a gate is passed', 0, { barrier: 'gate' }],
    ['a private gate is passed by those who live there', 0, { barrier: 'gate', access: 'private' }],
    ['shut', ALL, { barrier: 'gate', access: 'no' }],
    [
      'shut for cars: a bicycle is pushed',
      CLOSED_CAR,
      { barrier: 'gate', access: 'no', foot: 'yes' },
    ],
    ['no bicycles: pushed', 0, { barrier: 'gate', bicycle: 'no' }],
    ['a bollard let down', 0, { barrier: 'bollard', motor_vehicle: 'yes' }],
    [
      'a full-height turnstile',
      CLOSED_CAR | CLOSED_BICYCLE | CLOSED_WHEELCHAIR,
      { barrier: 'full-height_turnstile' },
    ],
    ['a bollard', CLOSED_CAR, { barrier: 'bollard' }],
    ['a stile', CLOSED_CAR | CLOSED_BICYCLE | CLOSED_WHEELCHAIR, { barrier: 'stile' }],
    ['a wall beside the way', 0, { barrier: 'wall', access: 'no' }],
    ['a raised kerb', CLOSED_WHEELCHAIR, { highway: 'crossing', kerb: 'raised' }],
    ['a lowered kerb', 0, { highway: 'crossing', kerb: 'lowered' }],
  ])('%s', (_, closed, tags) => {
    expect(closedAt(tagged(tags))).toBe(closed);
  });
});
