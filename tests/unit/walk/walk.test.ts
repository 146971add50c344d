import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { nearestCommand } from '../../../scripts/huimin/nearest-command.ts';
import { profileOf } from '../../../src/core/profile.ts';
import { nearestSites } from '../../../src/engine/nearest.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { kindOf } from '../../../src/engine/walk/turns.ts';
import { roughMetres } from '../../../src/engine/walk/turn-sentences.ts';
import { walkWithStepFree } from '../../../src/engine/walk/walk.ts';
import { wildTown } from '../core/random-town.ts';
import { regionOf } from '../engine/region-of.ts';
import { gridTown, STEP, type GridTown } from '../cli/grid-town.ts';
import { faultOf } from '../cli/town.ts';

const way = (
  name: string,
  highway: string,
  ...line: [number, number][]
): GridTown['ways'][number] => ({
  line,
  tags: { highway, ...(name && { name }) },
});

/*
 *   y=4  (0)──────北街──────(8)        the clinic at (8, 0)
 *         │                  │
 *        西街               东街
 *         │                  │
 *   y=0  (0)──南街──(4)#####(8)        steps from (4, 0) to (8, 0); home at (0, 2)
 */
const STAIRS: GridTown = {
  ways: [
    way('西街', 'residential', [0, 0], [0, 4]),
    way('北街', 'residential', [0, 4], [8, 4]),
    way('东街', 'residential', [8, 4], [8, 0]),
    way('南街', 'residential', [0, 0], [4, 0]),
    way('', 'steps', [4, 0], [8, 0]),
  ],
  people: [['home', 0, 2, 1]],
  sites: [['诊所', 'clinic', 8, 0]],
};

/*
 * An estate with one gate at (2, 0): the lane (2, 0) to (2, 3) is private; the clinic is on the street.
 *
 *   y=3   home
 *          ┊ lane
 *   y=0  (0)──(2)────大街────(12)
 */
const ESTATE: GridTown = {
  ways: [
    way('大街', 'residential', [0, 0], [2, 0], [12, 0]),
    {
      line: [
        [2, 0],
        [2, 3],
      ],
      tags: { highway: 'service', access: 'private' },
    },
  ],
  people: [['home', 2, 3, 1]],
  sites: [['诊所', 'clinic', 8, 0]],
};

const walkIn = (region: string, x: number, y: number, ...options: string[]) => {
  const at = `${(x * 0.001).toFixed(7)},${(y * 0.001).toFixed(7)}`;
  const args = ['--region', region, '--at', at, '--service', 'clinic', '--walk', '1'];
  return JSON.parse(nearestCommand([...args, '--format', 'json', ...options]))[0].walk;
};

describe('a walk told turn by turn', () => {
  let stairs = '';
  let estate = '';
  beforeAll(async () => {
    [stairs, estate] = [await gridTown(STAIRS), await gridTown(ESTATE)];
  });

  it('names the streets, flags the steps, and has the way without them with its extra time', () => {
    const walk = walkIn(stairs, 0, 2);
    expect(walk.sentences.map(({ zh }: { zh: string }) => zh)).toEqual([
      '向南走，沿西街走 220 米。',
      '左转，沿南街走 440 米。',
      '直走，这里有台阶，约 440 米。',
      '到了：诊所。',
    ]);
    expect(walk.metres).toBeCloseTo(10 * STEP, 0);
    expect(walk.steps.flights).toBe(1);
    expect(walk.steps.metres).toBeCloseTo(4 * STEP, 0);
    // Round by the north: 2 + 8 + 4 grid steps, 4 more than by the stairs.
    expect(walk.step_free.metres).toBeCloseTo(14 * STEP, 0);
    expect(walk.step_free.extra_seconds).toBeCloseTo((4 * STEP) / 1.2, 0);
    expect(walk.step_free.sentences.map(({ en }: { en: string }) => en)).toEqual([
      'Head north along 西街 for 220 m.',
      'Turn right along 北街 for 890 m.',
      'Turn right along 东街 for 440 m.',
      'You are there: 诊所.',
    ]);
  });

  it('a wheelchair is not sent over steps, and needs no other way', () => {
    const walk = walkIn(stairs, 0, 2, '--profile', 'wheelchair');
    expect(walk.steps.metres).toBe(0);
    expect(walk.step_free).toBeNull();
    expect(walk.metres).toBeCloseTo(14 * STEP, 0);
    expect(walk.seconds).toBeCloseTo((14 * STEP) / 0.65, 0);
  });

  it('says so where the only way has steps', async () => {
    const only = await gridTown({
      ...STAIRS,
      ways: STAIRS.ways
        .filter(({ tags }) => tags?.name !== '北街')
        .concat(way('外街', 'residential', [8, 0], [8, -14])),
    });
    expect(walkIn(only, 0, 2).step_free).toBe('none');
  });

  it('goes out of the gate of an estate, and says where it is', () => {
    const walk = walkIn(estate, 2, 3);
    expect(walk.gates).toBe(1);
    expect(walk.sentences.map(({ zh }: { zh: string }) => zh)).toEqual([
      '向南走，沿小区里的路走 330 米。',
      '过小区大门，左转，沿大街走 670 米。',
      '到了：诊所。',
    ]);
  });

  it('refuses wheels and odd numbers in a sentence', async () => {
    const args = ['--region', stairs, '--at', '0,0.002'];
    for (const wrong of [
      ['--walk', '0'],
      ['--walk', 'all'],
      ['--walk', '1', '--profile', 'car'],
    ]) {
      const fault = await faultOf(() => nearestCommand([...args, ...wrong]));
      expect(fault.text.en).toContain('--walk');
    }
  });
});

describe('the words of a turn', () => {
  it.each([
    [0, 'straight'],
    [24, 'straight'],
    [-40, 'slight_left'],
    [90, 'right'],
    [-90, 'left'],
    [140, 'sharp_right'],
    [180, 'back'],
    [350, 'straight'],
    [-350, 'straight'],
    [270, 'left'],
  ] as const)('%d degrees to the right: %s', (degrees, kind) => {
    expect(kindOf(degrees)).toBe(kind);
  });

  it('says metres as people do', () => {
    expect([3.4, 9.8, 44, 555, 996, 1040, 2871].map(roughMetres)).toEqual([
      ...['3', '10', '40', '560', '1000', '1000', '2900'],
    ]);
  });
});

describe('on random towns', () => {
  it('every walk has the seconds and metres that the list has, and turns that add up to them', () => {
    let walked = 0;
    let stepped = 0;
    const pace = fc.constantFrom('general', 'older', 'wheelchair');
    fc.assert(
      fc.property(wildTown(), pace, (drawn, key) => {
        const region = regionOf(drawn);
        const prepared = new Prepared(region);
        const { speed, travel } = profileOf(key)!;
        const { lon, lat } = drawn.places;
        for (let i = 0; i < lon.length; i++) {
          const at: [number, number] = [lon[i], lat[i]];
          const list = nearestSites(prepared, region.facilities, at, profileOf(key)!.key, speed);
          const [first] = list.sites;
          if (!first) continue;
          const onFoot = travel === 'wheelchair' ? 'wheelchair' : 'foot';
          const { walk, stepFree } = walkWithStepFree(prepared, at, first.site, onFoot, speed)!;
          walked++;
          expect(walk.seconds / 60).toBe(first.minutes);
          expect(walk.metres).toBe(first.metres);
          const off = walk.offStart + walk.offEnd;
          const sum = (of: 'seconds' | 'metres') => walk.turns.reduce((n, turn) => n + turn[of], 0);
          expect(Math.abs(sum('metres') + off - walk.metres)).toBeLessThan(0.05);
          expect(Math.abs(sum('seconds') + off / speed - walk.seconds)).toBeLessThan(0.05);
          expect([walk.line[0], walk.line.at(-1)]).toEqual([at, [first.site.lon, first.site.lat]]);
          if (!stepFree || stepFree === 'none') continue;
          stepped++;
          expect(stepFree.steps.metres).toBe(0);
        }
      }),
      { numRuns: 500 },
    );
    expect(walked).toBeGreaterThan(100);
    expect(stepped).toBeGreaterThan(0);
  });
});
