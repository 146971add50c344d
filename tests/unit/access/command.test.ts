import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessCommand } from '../../../scripts/huimin/access-command.ts';
import { build, buildOptions, faultOf, scratch } from '../cli/town.ts';

let folder = '';
beforeAll(() => {
  folder = scratch();
});

const DEMAND = 'id,weight\na,100\nb,100\nc,100\n';
const SUPPLY = 'id,capacity\nx,10\ny,10\n';
const COSTS = 'origin,destination,cost\na,x,0\na,y,2\nb,x,1\nb,y,1\nc,x,2\nc,y,0\n';

/** `huimin access` on these tables. */
function own(more: string, { costs = COSTS, demand = DEMAND, supply = SUPPLY } = {}) {
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const files = ['--matrix', file('costs.csv', costs), '--demand', file('demand.csv', demand)];
  const all = [...files, '--supply', file('supply.csv', supply)];
  return accessCommand([...all, ...more.split(' ').filter(Boolean)]);
}
const json = (more: string, tables = {}) => JSON.parse(own(`${more} --format json`, tables));

describe('huimin access on a matrix of one’s own', () => {
  it('gives the worked figures, and the same as CSV and as a table', () => {
    const { places, supplies, served, no_place, out_of_reach } = json('--decay gaussian --sigma 1');
    expect(places.map(({ id, access }: { id: string; access: number }) => [id, access.toFixed(6)]))
      // prettier-ignore
      .toEqual([
        ['a', '0.065179'],
        ['b', '0.069641'],
        ['c', '0.065179'],
      ]);
    expect(supplies[0]).toMatchObject({ id: 'x', capacity: 10, within: 300, load: 10 });
    expect([served, no_place, out_of_reach]).toEqual([20, 280, 0]);
    expect(own('--sigma 1 --format csv')).toMatch(/^id,access\r\na,0\.0651792\d+\r\n/);
    expect(own('--sigma 1')).toContain('66.667 places for 1,000 people');
  });

  it('knows limits and steps; without a limit every pair counts', () => {
    expect(json('--decay binary --limit 1').places[0].access).toBe(10 / 200);
    expect(json('--decay binary')).toMatchObject({ limit: null, served: 20 });
    expect(json('--decay steps').steps[1]).toEqual({ up_to: 20, weight: 0.68 });
    expect(json('--decay steps --steps 0:1,2:0.5').places[1].access).toBeCloseTo(2 * 0.025, 12);
    expect(
      json('--decay binary --limit 0', { demand: 'id,weight\na,1\nb,5\nc,0\n' }),
    ).toMatchObject({ served: 1, no_place: 0, out_of_reach: 5 });
  });

  it.each([
    ['', {}, 'usage', /needs --sigma S .* or --limit/],
    ['--sigma 0', {}, 'usage', /--sigma: got "0"/],
    ['--decay binary --sigma 1', {}, 'usage', /--sigma is not for --decay binary/],
    ['--decay steps --steps 2:1,1:0.5', {}, 'usage', /by rising cost/],
    ['--decay steps --steps 1:2', {}, 'usage', /weights of 0 to 1/],
    ['--sigma 1 --minutes 5', {}, 'usage', /takes no --minutes/],
    ['--sigma 1', { supply: 'id,capacity\nx,\ny,1\n' }, 'capacity-missing', /for 1 sites: x/],
    ['--sigma 1', { supply: 'id,capacity\nx,1\n' }, 'unknown-id', /line 3: destination is “y”/],
    ['--sigma 1', { demand: 'id,weight\na,1\n' }, 'unknown-id', /origin is “b”, expected .*demand/],
    ['--sigma 1', { costs: COSTS.replace('a,x,0', 'a,x,-1') }, 'negative', /line 2: cost is “-1”/],
    ['--sigma 1', { costs: COSTS.replace('a,x,0', 'a,x,') }, 'no-cost', /line 2: cost is empty/],
  ])('refuses with a sentence: %s %j', async (more, tables, code, sentence) => {
    const fault = await faultOf(() => own(more, tables));
    expect(fault.code).toBe(code);
    expect(fault.text.en).toMatch(sentence);
    expect(fault.text.zh.length).toBeGreaterThan(15);
  });
});

describe('huimin access on a region', () => {
  it('gives the nearest the places there are: one school with 100 for 420 children', async () => {
    // The town of tests/unit/cli/town.ts: p02, p03 and 50 of the 90 of p09 are the nearest.
    const facilities = join(folder, 'facilities.csv');
    writeFileSync(
      facilities,
      'id,name,service,lon,lat,capacity\nf1,第一小学,school,150,38.005,100\nf2,诊所,clinic,150.008,38.01,\n',
    );
    const out = scratch();
    await build(buildOptions(out, { facilities }));
    const ask = (...more: string[]) =>
      accessCommand(['--region', join(out, 'town'), '--minutes', '15', ...more]);
    const school = ask('--service', 'school', '--decay', 'binary', '--format', 'json');
    const found = JSON.parse(school);
    expect(found).toMatchObject({
      people_field: 'age_6_14',
      people: 700,
      served: 100,
      no_place: 320,
      unknown_capacity: 0,
      out_of_reach: 280,
      served_from_outside: 0,
      limit: 15,
      invented: false,
    });
    expect(found.mean_access).toBeCloseTo(100 / 700, 12);
    expect(found.served_minutes).toBeCloseTo((20 * 3.09 + 30 * 4.63 + 50 * 4.87) / 100, 2);
    expect(found.supplies).toEqual([
      { id: 'f1', name: '第一小学', capacity: 100, ratio: 100 / 420, within: 420, load: 100 },
    ]);
    const areas = found.areas.map((area: { served: number }) => area.served);
    expect([...areas, found.outside_areas.served]).toEqual([100, 0, 0]);
    expect(ask('--service', 'school')).toContain('of 700 people 100 have a place, 320 reach');

    const fault = await faultOf(() => ask('--service', 'clinic'));
    expect([fault.code, fault.text.en]).toEqual([
      'capacity-missing',
      expect.stringContaining('none of its 1 sites of clinic has a capacity'),
    ]);
    const limit = await faultOf(() => ask('--service', 'school', '--limit', '4'));
    expect(limit.text.en).toContain('a region has --minutes');
  });
});
