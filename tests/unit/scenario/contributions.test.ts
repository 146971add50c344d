import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/engine/assess.ts';
import { costsTo } from '../../../src/engine/cost-rows.ts';
import { horizonSeconds } from '../../../src/engine/query.ts';
import { contributionsOf } from '../../../src/engine/scenario/contributions.ts';
import type { Edit } from '../../../src/engine/scenario/scenario.ts';
import { nextNearest } from '../../../src/engine/scenario/next-nearest.ts';
import { answered, drawn, law, resolved, siteAt, within, type Wanted } from './scenario-of.ts';

/** The scenario with a few open sites more, so that many share their people. */
const crowded = ({ edits, spots }: Wanted): Edit[] => [
  ...edits,
  ...spots.slice(4).map((spot, k): Edit => ({ kind: 'add', facility: siteAt(spot, `pin${k}`) })),
];

describe('what each site contributes', () => {
  it('is the people only it reaches; of shared ones only whose nearest it is', () => {
    // 100 m a cell, 5 minutes are 360 m: A has the 3, both have the 4, B the 2; nobody the 5.
    const { prepared, question } = drawn('A-3--+\n|\n4\n|\nB-2------5-+', { minutes: [5] });
    const found = contributionsOf(prepared, resolved({ prepared, question }));
    expect(found).toMatchObject({ people: 14, within: 9, onlyOne: 5 });
    expect(found.sites.map(({ id, nearest, only }) => [id, nearest, only])).toEqual([
      ['A', expect.any(Number), 3],
      ['B', expect.any(Number), 2],
    ]);
    expect(found.sites[0].nearest + found.sites[1].nearest).toBe(9);
  });

  it('of a site listed twice is nothing, and of one off the streets', () => {
    const { prepared, question } = drawn('A-3--------+', { minutes: [5] });
    const [a] = prepared.region.facilities;
    const twice = { ...a, id: 'twin' };
    const far = { ...a, id: 'far', lat: 1 };
    const asked = resolved({ prepared, question });
    const found = contributionsOf(prepared, { ...asked, sites: [a, twice, far] });
    expect(found.sites.map(({ only, offNetwork }) => [only, offNetwork])).toEqual([
      [0, false],
      [0, false],
      [0, true],
    ]);
    expect(found.within).toBe(3);
    expect(contributionsOf(prepared, { ...asked, sites: [] })).toEqual({
      people: 3,
      within: 0,
      onlyOne: 0,
      sites: [],
    });
  });

  it('is by how much coverage falls when the site is taken away', () => {
    let [alone, shared] = [0, 0];
    law((wanted) => {
      const { prepared, question } = wanted;
      const edits = crowded(wanted);
      const asked = resolved({ prepared, question: { ...question, edits } });
      const all = answered(wanted, edits);
      const found = contributionsOf(prepared, asked);
      expect([found.people, found.within]).toEqual([all.people, within(all)]);
      expect(found.sites.map(({ id }) => id)).toEqual(all.sites.map(({ id }) => id));
      found.sites.forEach(({ only, nearest }, k) => {
        const others = asked.sites.toSpliced(k, 1);
        const without = assess(prepared, others, asked.query);
        expect(only).toBe(within(all) - within(without));
        expect(only).toBeLessThanOrEqual(nearest);
        if (only) alone++;
        if (nearest > only) shared++;
      });
      expect(found.sites.reduce((sum, { nearest }) => sum + nearest, 0)).toBe(found.within);
      expect(found.sites.reduce((sum, { only }) => sum + only, 0)).toBe(found.onlyOne);
    });
    expect(Math.min(alone, shared)).toBeGreaterThan(20);
  });

  it('rests on the second-nearest site, which is the second least of a row of costs', () => {
    let seconds = 0;
    law((wanted) => {
      const { prepared, question } = wanted;
      const edits = crowded(wanted);
      const { sites, query } = resolved({ prepared, question: { ...question, edits } });
      const { times } = assess(prepared, sites, query);
      const { start, cost, origins } = costsTo(prepared, query, sites, horizonSeconds(query));
      const expected = Float64Array.from({ length: origins }, (_, i) => {
        const row = cost.slice(start[i], start[i + 1]).sort();
        return row.length > 1 ? row[1] : Infinity;
      });
      expect(nextNearest(prepared, sites, query, times)).toEqual(expected);
      seconds += expected.filter(Number.isFinite).length;
    });
    expect(seconds).toBeGreaterThan(200);
  });
});
