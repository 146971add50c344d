import { beforeAll, describe, expect, it } from 'vitest';
import type { ListedSites } from '../../../scripts/huimin/sites-command.ts';
import { sitesCommand } from '../../../scripts/huimin/sites-command.ts';
import { Fault } from '../../../src/data/fault.ts';
import { gridTown, STEP } from './grid-town.ts';
import { fileOf } from './refused.ts';

/*
 * One street along the equator; positions in steps of 111.195 m, so 5 minutes at 1.2 m/s are 3.2:
 *
 *    1 clinic      11     13              25              37        f: 7 people, joined to no street
 *    a 100      b 200  c 300            d 50            e 80
 */
let region = '';
beforeAll(async () => {
  region = await gridTown({
    ways: [{ line: Array.from({ length: 42 }, (_, x): [number, number] => [x, 0]) }],
    people: [
      ['a', 1, 0, 100],
      ['b', 11, 0, 200],
      ['c', 13, 0, 300],
      ['d', 25, 0, 50],
      ['e', 37, 0, 80],
      ['f', 11, 30, 7],
    ],
    sites: [['K', 'clinic', 1, 0]],
  });
});

const run = (...options: string[]) =>
  sitesCommand(['--region', region, '--service', 'clinic', '--minutes', '5', ...options]);
const ask = async (...options: string[]): Promise<ListedSites> =>
  JSON.parse(await run('--format', 'json', ...options)) as ListedSites;
const ids = ({ chosen }: ListedSites) => chosen.map(({ id }) => id).sort();

async function sentenceOf(asked: () => Promise<unknown>): Promise<Fault> {
  try {
    await asked();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    for (const text of Object.values(error.text)) expect(text.length).toBeGreaterThan(15);
    return error;
  }
  throw new Error('expected a Fault, got none');
}

describe('huimin sites, in a region', () => {
  it('covers most people: every key, worked by hand', async () => {
    expect(await ask('--k', '2')).toEqual({
      region: 'town',
      service: 'clinic',
      model: 'mclp',
      method: 'exact',
      reach: 'network',
      minutes: 5,
      profile: 'general',
      speed_mps: 1.2,
      people_field: 'total',
      k: 2,
      // From b as from c both are near enough; the first of equals stands.
      chosen: [
        { id: 'b', lon: 0.011, lat: 0, gain: 500 },
        { id: 'e', lon: 0.037, lat: 0, gain: 80 },
      ],
      covered_before: 100,
      covered_after: 680,
      optimal: true,
      bound: 680,
      people: 737,
      unreachable: ['f'],
      unreachable_people: 7,
      candidates: { of: 5, used: 5, barred: 0 },
      existing: 1,
      invented: false,
      data_date: null,
    });
    const greedy = await ask('--k', '2', '--method', 'greedy');
    expect(greedy).toMatchObject({ covered_after: 680, optimal: false, bound: null });
  });

  it('uses as few sites as cover everybody who can be, or a share', async () => {
    const all = await ask('--model', 'lscp');
    expect(all).toMatchObject({
      k: null,
      covered_after: 730,
      target: 730,
      bound: 3,
      optimal: true,
    });
    expect(all).toMatchObject({ unreachable: ['f'] });
    expect(all.chosen).toHaveLength(3);
    const most = await ask('--model', 'lscp', '--share', '0.9');
    expect(most).toMatchObject({ covered_after: 680, optimal: true, bound: 2 });
    expect(most.target).toBeCloseTo(0.9 * 737, 9);
  });

  it('shortens the way: p-median, who is beyond 30 minutes counted as 30', async () => {
    const median = await ask('--model', 'pmedian', '--k', '1');
    expect(ids(median)).toEqual(['c']);
    const seconds = (steps: number) => (steps * STEP) / 1.2;
    const cost = 200 * seconds(2) + 50 * seconds(12) + (80 + 7) * 1800;
    expect(median.total_cost).toBeCloseTo(cost, 0);
    expect(median.bound).toBeCloseTo(cost, 0);
    expect(median).toMatchObject({ unserved_cost: 1800, optimal: true });
    // Before, b was 10 steps from the clinic, c 12, and the rest beyond 30 minutes.
    const before = 200 * seconds(10) + 300 * seconds(12) + (50 + 80 + 7) * 1800;
    expect(median.chosen[0].gain).toBeCloseTo(before - cost, 0);
  });

  it('keeps to distances, money and places', async () => {
    const far = await ask('--k', '1', '--min-distance', '3000');
    expect(ids(far)).toEqual(['e']);
    expect(far.candidates).toEqual({ of: 5, used: 1, barred: 4 });
    const list = fileOf(
      'candidates.csv',
      'id,lon,lat,cost\nX,0.013,0,10\nY,0.025,0,3\nZ,0.037,0,3\n',
    );
    const money = await ask('--candidates', list, '--budget', '6');
    expect(ids(money)).toEqual(['Y', 'Z']);
    expect(money).toMatchObject({ covered_after: 230, optimal: true });
    const places = await ask('--k', '1', '--capacity', '250');
    expect(places).toMatchObject({ covered_before: 100, covered_after: 350, optimal: true });
  });

  it('as circles too, and in every form', async () => {
    const circles = await ask('--k', '1', '--reach', 'buffer', '--detour', '2');
    // 180 m: 2 steps are too far, so only c itself.
    expect(circles).toMatchObject({ reach: 'buffer', covered_after: 400 });
    expect(ids(circles)).toEqual(['c']);
    const csv = (await run('--k', '1', '--format', 'csv')).trimEnd().split('\r\n');
    expect(csv).toEqual(['rank,id,name,lon,lat,gain', '1,b,,0.011,0,500']);
    const [sentence, head] = (await run('--k', '1')).split('\n');
    expect(sentence).toBe(
      'mclp, 1 site: covered 100 → 600 of 737; proven optimal; 7 people are out of reach of every candidate',
    );
    expect(head).toMatch(/^rank +id/);
    const { features, covered_after } = JSON.parse(await run('--k', '1', '--format', 'geojson'));
    expect(covered_after).toBe(600);
    expect(features).toEqual([
      {
        type: 'Feature',
        properties: { rank: 1, id: 'b', gain: 500 },
        geometry: { type: 'Point', coordinates: [0.011, 0] },
      },
    ]);
  });

  it.each([
    ['k-above-candidates', ['--k', '6'], /6 sites are wanted of 5 candidates/],
    ['no-number', [], /How many sites is not said/],
    ['usage', ['--k', '0'], /--k: got "0"/],
    ['usage', ['--k', '1', '--share', '1.5'], /--share: got "1.5"/],
    [
      'usage',
      ['--k', '1', '--method', 'network'],
      /--method: got "network", expected one of exact/,
    ],
    ['usage', ['--k', '1', '--model', 'median'], /--model: got "median"/],
    ['usage', ['--k', '1', '--limit', '5'], /--limit goes with --matrix/],
    ['usage', ['--k', '1', '--candidates', 'parks'], /--candidates: got "parks"/],
    ['no-candidates', ['--k', '1', '--candidates', 'estates'], /no candidates/],
    ['no-candidates', ['--k', '1', '--min-distance', '9000'], /no candidates/],
    ['infeasible', ['--model', 'lscp', '--k', '2'], /no choice covers/],
  ])('says %s: %j', async (code, options, says) => {
    const fault = await sentenceOf(() => run(...options));
    expect(fault.code).toBe(code);
    expect(fault.text.en).toMatch(says);
  });
});

describe('huimin sites, on a matrix of one’s own', () => {
  const demand = 'id,weight\nA,10\nB,20\nC,30\nD,5\n';
  const costs =
    'origin,destination,cost\nA,x,4\nB,x,9\nB,y,3\nC,y,12\nC,z,2\nD,z,99\nA,z,50\nB,z,50\n';
  const matrix = async (options: string[], files: { costs?: string; demand?: string } = {}) =>
    JSON.parse(
      await sitesCommand([
        '--matrix',
        fileOf('costs.csv', files.costs ?? costs),
        '--demand',
        fileOf('demand.csv', files.demand ?? demand),
        '--format',
        'json',
        ...options,
      ]),
    ) as ListedSites;

  it('covers within the limit, with ids and no places', async () => {
    expect(await matrix(['--limit', '10', '--k', '2'])).toEqual({
      model: 'mclp',
      method: 'exact',
      k: 2,
      chosen: [
        { id: 'x', lon: null, lat: null, gain: 30 },
        { id: 'z', lon: null, lat: null, gain: 30 },
      ],
      covered_before: 0,
      covered_after: 60,
      optimal: true,
      bound: 60,
      people: 65,
      unreachable: ['D'],
      unreachable_people: 5,
      candidates: 3,
      limit: 10,
      existing: 0,
    });
    const fewest = await matrix(['--limit', '10', '--model', 'lscp']);
    expect(fewest).toMatchObject({ covered_after: 60, target: 60, bound: 2, unreachable: ['D'] });
  });

  it('keeps what is there', async () => {
    const kept = await matrix(['--limit', '10', '--k', '1', '--existing', 'x']);
    expect(kept).toMatchObject({
      covered_before: 30,
      covered_after: 60,
      existing: 1,
      candidates: 2,
    });
    expect(ids(kept)).toEqual(['z']);
  });

  it('finds the median: most are served first, then the least is travelled', async () => {
    const one = await matrix(['--model', 'pmedian', '--k', '1']);
    expect(ids(one)).toEqual(['z']);
    expect(one).toMatchObject({
      total_cost: 10 * 50 + 20 * 50 + 30 * 2 + 5 * 99,
      unserved_people: 0,
      optimal: true,
    });
    const two = await matrix(['--model', 'pmedian', '--k', '2']);
    expect(two).toMatchObject({ total_cost: 10 * 4 + 20 * 9 + 30 * 2 + 5 * 99, optimal: true });
    expect(two.bound).toBeCloseTo(two.total_cost as number, 6);
  });

  it('gives out the places there are', async () => {
    const supply = fileOf('supply.csv', 'id,capacity\nx,8\ny,100\nz,100\n');
    const shared = await matrix(['--limit', '10', '--k', '1', '--supply', supply]);
    expect(shared).toMatchObject({ covered_after: 30, optimal: true });
    expect(ids(shared)).toEqual(['z']);
  });

  it.each([
    ['usage', ['--limit', '10', '--k', '1', '--region', 'poa'], {}, /takes no --region/],
    ['usage', ['--limit', '10', '--k', '1', '--budget', '5'], {}, /takes no --budget/],
    ['usage', ['--limit', '10', '--k', '1', '--reach', 'buffer'], {}, /takes no --reach/],
    ['usage', ['--k', '1'], {}, /needs --limit/],
    ['usage', ['--limit', '10', '--k', '1', '--existing', 'q'], {}, /--existing: got "q"/],
    ['no-number', ['--limit', '10'], {}, /How many sites is not said/],
    ['k-above-candidates', ['--limit', '10', '--k', '4'], {}, /4 sites are wanted of 3/],
    ['no-candidates', ['--limit', '10', '--k', '1', '--existing', 'x,y,z'], {}, /no candidates/],
    ['no-cost', ['--limit', '10', '--k', '1'], { costs: costs + 'D,y,\n' }, /line 10.*empty/],
    ['negative', ['--limit', '10', '--k', '1'], { costs: costs + 'D,y,-3\n' }, /line 10.*-3/],
    ['unknown-id', ['--limit', '10', '--k', '1'], { costs: costs + 'Q,y,3\n' }, /line 10.*Q/],
  ])('says %s: %j', async (code, options, files, says) => {
    const fault = await sentenceOf(() => matrix(options, files));
    expect(fault.text.en).toMatch(says);
    expect(fault.code).toBe(code);
  });

  it('names the sites that have no capacity', async () => {
    const supply = fileOf('supply.csv', 'id,capacity\nx,8\ny,\nz,\n');
    const fault = await sentenceOf(() => matrix(['--limit', '10', '--k', '1', '--supply', supply]));
    expect(fault.code).toBe('capacity-missing');
    expect(fault.text.en).toMatch(/2 have none: y, z/);
  });

  it('reaches nobody where the limit is too short, and says so', async () => {
    const none = await matrix(['--limit', '1', '--k', '1']);
    expect(none).toMatchObject({ chosen: [], covered_after: 0, unreachable: ['A', 'B', 'C', 'D'] });
    const fewest = await matrix(['--limit', '1', '--model', 'lscp']);
    expect(fewest).toMatchObject({ chosen: [], target: 0, optimal: true, unreachable_people: 65 });
  });
});
