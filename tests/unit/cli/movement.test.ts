import { describe, expect, it } from 'vitest';
import { coverageCommand } from '../../../scripts/huimin/coverage-command.ts';
import { nearestCommand } from '../../../scripts/huimin/nearest-command.ts';
import { gridTown, STEP, type GridTown } from './grid-town.ts';
import { faultOf } from './town.ts';

const coverage = (region: string, ...options: string[]) =>
  JSON.parse(
    coverageCommand(['--region', region, '--service', 'clinic', '--format', 'json', ...options]),
  );
/** Seconds from a point of the grid to the nearest clinic; null where none is reached. */
const seconds = (region: string, x: number, y: number, ...options: string[]) => {
  const at = `${(x * 0.001).toFixed(7)},${(y * 0.001).toFixed(7)}`;
  const rows = JSON.parse(
    nearestCommand(['--region', region, '--at', at, '--format', 'json', ...options]),
  );
  return rows.length ? rows[0].minutes * 60 : null;
};

/*
 * A ring road round an estate; the estate's lane is the short cut.
 *
 *    y=4   0 ───────────────── 10
 *          │                    │
 *    y=2   h ····· estate ····· c        h the home at (0, 2), c the clinic at (10, 2)
 *          │                    │
 *    y=0   0 ───────────────── 10        through the estate 10 steps, round it 2 + 10 + 2 = 14
 */
const RING: GridTown['ways'] = [
  {
    line: [
      [0, 2],
      [0, 4],
      [10, 4],
      [10, 2],
      [10, 0],
      [0, 0],
      [0, 2],
    ],
  },
];
const estate = (tags: Record<string, string>): GridTown => ({
  ways: [
    ...RING,
    {
      line: [
        [0, 2],
        [5, 2],
        [10, 2],
      ],
      tags: { highway: 'service', ...tags },
    },
  ],
  people: [
    ['home', -0.1, 2, 100],
    ['inside', 4, 2.1, 20],
  ],
  sites: [['c', 'clinic', 10.1, 2]],
});

describe('a gated estate', () => {
  it.each(['private', 'residents', 'destination', 'customers', 'permit'])(
    'access=%s: one may start inside, not pass through',
    async (access) => {
      const region = await gridTown(estate({ access }));
      // 0.1 step off the street at both ends.
      expect(seconds(region, -0.1, 2)).toBeCloseTo((14.2 * STEP) / 1.2, 0);
      expect(seconds(region, 4, 2.1)).toBeCloseTo((6.2 * STEP) / 1.2, 0);
    },
  );

  it('is a street like any other without such a sign', async () => {
    const region = await gridTown(estate({}));
    expect(seconds(region, -0.1, 2)).toBeCloseTo((10.2 * STEP) / 1.2, 0);
  });

  it('a sign that names walkers outranks it', async () => {
    const region = await gridTown(estate({ access: 'private', foot: 'yes' }));
    expect(seconds(region, -0.1, 2)).toBeCloseTo((10.2 * STEP) / 1.2, 0);
  });

  it('a gate with access=no closes the lane: out by the other side', async () => {
    const town = estate({ access: 'private' });
    const region = await gridTown({ ...town, nodes: [[5, 2, { barrier: 'gate', access: 'no' }]] });
    // From (4, 2): 4 back, then 14 round.
    expect(seconds(region, 4, 2.1)).toBeCloseTo((18.2 * STEP) / 1.2, 0);
  });

  it('a facility inside is reached from both gates, and lets nobody through', async () => {
    const town = estate({ access: 'private' });
    const region = await gridTown({ ...town, sites: [['c', 'clinic', 6, 2.1]] });
    expect(seconds(region, -0.1, 2)).toBeCloseTo((6.2 * STEP) / 1.2, 0);
    expect(seconds(region, 10.1, 2)).toBeCloseTo((4.2 * STEP) / 1.2, 0);
    expect(coverage(region, '--minutes', '15').bands[0].covered).toBe(120);
  });

  it('lanes that only its gate joins to the town belong to it', async () => {
    // Only the piece by the gate is tagged; the lane behind it is not, and people live there.
    const region = await gridTown({
      ways: [
        ...RING,
        {
          line: [
            [0, 2],
            [1, 2],
          ],
          tags: { highway: 'service', access: 'private' },
        },
        {
          line: [
            [1, 2],
            [4, 2],
          ],
          tags: { highway: 'service' },
        },
      ],
      people: [['inside', 4, 2.1, 20]],
      sites: [['c', 'clinic', 0, 4.1]],
    });
    expect(seconds(region, 4, 2.1)).toBeCloseTo((6.2 * STEP) / 1.2, 0);
  });
});

describe('one-way streets', () => {
  const town: GridTown = {
    ways: RING.map((way) => ({ ...way, tags: { oneway: 'yes', maxspeed: '50' } })),
    people: [['p', -0.1, 2, 100]],
    sites: [
      ['c', 'clinic', 0, 4.1],
      ['b', 'ambulance_base', 0, 4.1],
    ],
  };
  const off = (0.1 * STEP) / 1.2;
  const kmh50 = 50 / 3.6;

  it('count for a car, in the direction of travel', async () => {
    const region = await gridTown(town);
    // The way runs (0,2) → (0,4) → east and back to (0,2): two steps there.
    const there = 2 * off + (2 * STEP) / kmh50;
    expect(seconds(region, -0.1, 2, '--profile', 'car')).toBeCloseTo(there, 1);
    // An ambulance comes the other way: all the way round, after its turn-out.
    const round = 120 + 2 * off + (26 * STEP) / kmh50;
    expect(seconds(region, -0.1, 2, '--profile', 'ambulance')).toBeCloseTo(round, 1);
    const answer = coverage(region, '--profile', 'ambulance', '--minutes', '3,10');
    expect(answer).toMatchObject({ turn_out_seconds: 120, people: 100 });
    // 120 s + 18.5 s off the streets + 208 s = 347 s.
    expect(answer.bands.map((band: { covered: number }) => band.covered)).toEqual([0, 100]);
    const at3 = ['--profile', 'ambulance', '--minutes', '3'];
    expect(coverage(region, ...at3, '--turn-out', '0').bands[0].covered).toBe(0);
    const twice = coverage(region, ...at3, '--turn-out', '0', '--speed', String(2 * kmh50));
    expect(twice.bands[0].covered).toBe(100);
  });

  it('an ambulance’s turn-out counts in circles too', async () => {
    const region = await gridTown(town);
    // Straight there: 2.1 steps and 0.1 aside, × 1.3 at 13.9 m/s = 21.9 s after 120 s: 2.36 minutes.
    const circles = ['--profile', 'ambulance', '--method', 'buffer', '--minutes', '1,2.3,2.4'];
    const { bands } = coverage(region, ...circles);
    expect(bands.map(({ covered }: { covered: number }) => covered)).toEqual([0, 0, 100]);
    const drawn = JSON.parse(
      coverageCommand(
        ['--region', region, '--service', 'clinic', '--format', 'geojson'].concat(circles),
      ),
    );
    const circlesAt = Object.fromEntries(
      drawn.features.map(
        (f: { properties: { minutes: number }; geometry: { coordinates: [] } }) => [
          f.properties.minutes,
          f.geometry.coordinates.length,
        ],
      ),
    );
    expect(circlesAt).toEqual({ 1: 0, 2.3: 1, 2.4: 1 });
  });

  it('do not count on foot, and a bicycle may be freed of them', async () => {
    const region = await gridTown(town);
    const back = (2.2 * STEP) / 1.2;
    expect(seconds(region, -0.1, 2)).toBeCloseTo(back, 0);
    const bicycle = ['--profile', 'bicycle'];
    const against: GridTown = { ...town, sites: [['c', 'clinic', 0, 0.1 - 0.2]] };
    const round = 2 * off + (26 * STEP) / (15 / 3.6);
    expect(seconds(await gridTown(against), -0.1, 2, ...bicycle)).toBeCloseTo(round, 0);
    const freed = against.ways.map((way) => ({
      ...way,
      tags: { ...way.tags, 'oneway:bicycle': 'no' },
    }));
    const straight = 2 * off + (2 * STEP) / (15 / 3.6);
    const region2 = await gridTown({ ...against, ways: freed });
    expect(seconds(region2, -0.1, 2, ...bicycle)).toBeCloseTo(straight, 0);
  });

  it('speeds follow the class of road, and maxspeed in its place', async () => {
    const at = async (tags: Record<string, string>) => {
      const ways = RING.map((way) => ({ ...way, tags }));
      const region = await gridTown({ ...town, ways });
      const driven = seconds(region, -0.1, 2, '--profile', 'car')! - 2 * off;
      return (2 * STEP) / driven;
    };
    expect(await at({ highway: 'primary' })).toBeCloseTo(50 / 3.6, 1);
    expect(await at({ highway: 'living_street' })).toBeCloseTo(10 / 3.6, 1);
    expect(await at({ highway: 'primary', maxspeed: '30' })).toBeCloseTo(30 / 3.6, 1);
  });
});

describe('zones', () => {
  /* A road of 60 steps (6.7 km) at 36 km/h = 10 m/s: 20 steps are 222 s. */
  const town: GridTown = {
    ways: [
      {
        line: [
          [0, 0],
          [60, 0],
        ],
        tags: { maxspeed: '36' },
      },
    ],
    people: [
      ['near', 5, 0, 1000],
      ['middle', 30, 0, 300],
      ['far', 55, 0, 50],
    ],
    sites: [['b', 'ambulance_base', 0, 0.05]],
    areas: [
      ['town', 'urban', [-10, -10, 35, 10]],
      ['country', 'rural', [35, -10, 70, 10]],
    ],
  };
  const ask = (region: string, ...options: string[]) =>
    JSON.parse(
      coverageCommand(
        ['--region', region, '--service', 'ambulance_base', '--format', 'json'].concat(options),
      ),
    );

  it('an ambulance is held to 15 minutes in urban and 30 in rural areas, in one run', async () => {
    const region = await gridTown(town);
    const answer = ask(region);
    expect(answer).toMatchObject({ profile: 'ambulance', turn_out_seconds: 120 });
    expect(answer.bands.map(({ minutes }: { minutes: number }) => minutes)).toEqual([15, 30]);
    expect(answer.zoned).toEqual({
      covered: 1350,
      share: 1,
      zones: [
        { zone: 'urban', minutes: 15, people: 1300, covered: 1300, share: 1 },
        { zone: 'rural', minutes: 30, people: 50, covered: 50, share: 1 },
      ],
    });
  });

  it('each zone by its own limit: 5 and 13 minutes', async () => {
    const region = await gridTown(town);
    // 120 s + 56 s, 334 s and 612 s of driving: 2.9, 7.6 and 12.2 minutes.
    const { zoned, bands } = ask(region, '--zones', 'urban=5,rural=13');
    expect(zoned.zones).toMatchObject([
      { zone: 'urban', covered: 1000, people: 1300 },
      { zone: 'rural', covered: 50, people: 50 },
    ]);
    expect(zoned.covered).toBe(1050);
    expect(bands.map(({ covered }: { covered: number }) => covered)).toEqual([1000, 1350]);
  });

  it('an area without a zone is held to the urban limit, and told apart', async () => {
    const areas: GridTown['areas'] = [town.areas![0], ['country', null, [35, -10, 70, 10]]];
    const region = await gridTown({ ...town, areas });
    expect(ask(region, '--zones', 'urban=5,rural=13').zoned.zones).toMatchObject([
      { zone: 'urban', covered: 1000 },
      { zone: null, minutes: 5, people: 50, covered: 0 },
    ]);
  });

  it('says what is wrong with limits by zone', async () => {
    const region = await gridTown({ ...town, areas: undefined });
    const fault = await faultOf(() => ask(region, '--zones', 'urban=5,rural=13'));
    expect(fault.text.en).toContain('no area of this region says');
    expect(ask(region).zoned).toBeUndefined();
    const typed = await faultOf(() => ask(region, '--zones', 'town=5'));
    expect(typed.text.en).toContain('got "town=5", expected urban=MINUTES');
  });
});

describe('wheelchairs', () => {
  /* From the home at (0, 0) a flight of steps leads to the clinic; the ramp beside it is longer. */
  const town = (ramp: Record<string, string>): GridTown => ({
    ways: [
      {
        line: [
          [-12, 0],
          [0, 0],
        ],
      },
      {
        line: [
          [0, 0],
          [4, 0],
        ],
        tags: { highway: 'steps' },
      },
      {
        line: [
          [0, 0],
          [0, 1],
          [4, 1],
          [4, 0],
        ],
        tags: { highway: 'footway', ...ramp },
      },
      {
        line: [
          [4, 0],
          [16, 0],
        ],
      },
    ],
    people: [
      ['home', -0.5, 0.2, 100],
      ['beside', 5, 0.2, 10],
    ],
    sites: [['c', 'clinic', 6, 0]],
  });
  const free = async (ramp: Record<string, string>, minutes = '12') => {
    const region = await gridTown(town(ramp));
    const answer = coverage(region, '--profile', 'wheelchair', '--minutes', minutes);
    return answer.step_free as Record<string, number>;
  };

  // Older: 6.7 steps = 745 m at 0.9 m/s = 13.8 min. Wheelchair: 8.7 steps = 967 m at 0.65 = 24.8 min.
  it('the step-free difference: what is lost, to barriers and to pace', async () => {
    const common = { against: 'older', older: 110, gained: 0 };
    // At 24 minutes even at equal pace the way is 24.8 minutes: the steps cost the people.
    expect(await free({}, '24')).toEqual({
      ...common,
      minutes: 24,
      lost: 100,
      lost_to_barriers: 100,
      lost_to_pace: 0,
    });
    // At 15 minutes the older walker's way at 0.65 m/s, 19.1 minutes, is too slow already.
    expect(await free({}, '15')).toMatchObject({
      lost: 100,
      lost_to_barriers: 0,
      lost_to_pace: 100,
    });
    expect(await free({}, '25')).toMatchObject({ lost: 0 });
  });

  it('a raised kerb, sand, a sign or a steep ramp closes the way', async () => {
    const ramps: Record<string, string>[] = [
      { surface: 'sand' },
      { wheelchair: 'no' },
      { incline: '12%' },
    ];
    for (const ramp of ramps) {
      expect(await free(ramp, '30')).toMatchObject({
        lost_to_barriers: 100,
      });
    }
    const kerb = await gridTown({ ...town({}), nodes: [[0, 1, { kerb: 'raised' }]] });
    const answer = coverage(kerb, '--profile', 'wheelchair', '--minutes', '30');
    expect(answer.step_free).toMatchObject({ lost_to_barriers: 100 });
    expect(await free({ surface: 'paving_stones' }, '30')).toMatchObject({ lost: 0 });
  });

  it('no other profile is set against the older one', async () => {
    const region = await gridTown(town({}));
    expect(coverage(region, '--profile', 'slow').step_free).toBeUndefined();
  });
});
