import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOOT_NOT_BACK, FOOT_NOT_FORTH } from '../../../src/core/graph.ts';
import { finer, middleOf, wholeEdges } from '../../../src/core/siting/greatest-stretches.ts';
import { limitSeconds, peopleOf } from '../../../src/engine/assess.ts';
import { costsTo } from '../../../src/engine/cost-rows.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { horizonSeconds, type Query } from '../../../src/engine/query.ts';
import type { Greatest, GreatestProgress } from '../../../src/engine/siting/greatest-answer.ts';
import { greatest } from '../../../src/engine/siting/greatest.ts';
import { town } from '../core/town.ts';
import { query, regionOf, wildAsked, type Asked } from '../engine/region-of.ts';

/** Every so many metres of every street a site is tried. */
const FINE_METRES = 60;

/** Whom a site at each of many points covers, as the engine counts any facility. */
function coversOfPoints({ prepared, query }: Pick<Asked, 'prepared' | 'query'>) {
  const { network } = prepared.way(query.profile);
  const stretches = finer(network, wholeEdges(network), null, FINE_METRES);
  const { nodeLon, nodeLat } = network.graph;
  const { lon, lat } = prepared.region.places;
  const points = [
    ...Array.from(stretches.edge, (_, k) => middleOf(network.graph, stretches, k)),
    ...Array.from(nodeLon, (x, i): [number, number] => [x / 1e7, nodeLat[i] / 1e7]),
    ...Array.from(lon, (x, i): [number, number] => [x, lat[i]]),
  ].map(([lon, lat]) => ({ lon, lat }));
  const limit = limitSeconds(prepared, query);
  const costs = costsTo(prepared, query, points, horizonSeconds(query));
  const sets = points.map(() => new Set<number>());
  for (let i = 0; i < costs.origins; i++) {
    if (!prepared.region.places.counted[i]) continue;
    const most = typeof limit === 'number' ? limit : limit[i];
    for (let k = costs.start[i]; k < costs.start[i + 1]; k++) {
      if (costs.cost[k] <= most) sets[costs.destination[k]].add(i);
    }
  }
  return sets;
}

/** The most that one and that two of the points cover, by trying all. */
function bruteForce(asked: Pick<Asked, 'prepared' | 'query'>): [number, number] {
  const people = peopleOf(asked.prepared, asked.query.people);
  const sets = [
    ...new Map(coversOfPoints(asked).map((set) => [[...set].sort().join(), set])).values(),
  ];
  const count = (set: Iterable<number>) => [...set].reduce((sum, i) => sum + people[i], 0);
  const one = Math.max(0, ...sets.map(count));
  let two = one;
  sets.forEach((a, k) => {
    for (const b of sets.slice(k + 1)) two = Math.max(two, count(new Set([...a, ...b])));
  });
  return [one, two];
}

const VILLAGES = `
      5         3                                  4
+-----+----+----+-----------------------------+----+-----------------------------+
           2                                  1                                  `;

describe('the greatest possible', () => {
  // Cells of 20 m; 5 minutes at 1.2 m/s is 360 m, so a site reaches 18 cells each way, less one off the street.
  it('of three villages on one street counts as a stranger can', async () => {
    const region = regionOf(town(VILLAGES, 20));
    const ask = (n: number) =>
      greatest(new Prepared(region), query({ minutes: [5] }), [], { n, share: 1 });
    // 5, 2 and 3 lie within 10 cells; 1 and 4 lie 35 cells to the east of the 3.
    const one = await ask(1);
    expect(one).toMatchObject({ people: 15, upper: 10, found: 10, smallest: 2, smallestFound: 2 });
    expect(one.upperShare).toBeCloseTo(10 / 15);
    expect(one.sites).toHaveLength(1);
    expect(await ask(2)).toMatchObject({ upper: 15, found: 15, smallest: 2, smallestFound: 2 });
  });

  it('says what n sites can do before it knows how many the share takes', async () => {
    const prepared = new Prepared(regionOf(town(VILLAGES, 20)));
    const told: (Greatest | undefined)[] = [];
    const hear = ({ answer }: GreatestProgress) => void told.push(answer);
    const last = await greatest(prepared, query({ minutes: [5] }), [], { n: 1, share: 1 }, hear);
    const early = told.filter((answer) => answer !== undefined);
    expect(early).toEqual([{ ...last, smallest: null, smallestFound: null }]);
  });

  it('lets what is there stay, when asked to', async () => {
    const region = regionOf(town(VILLAGES.replace('4', 'A'), 20));
    const kept = { n: 1, keepExisting: true };
    const answer = await greatest(
      new Prepared(region),
      query({ minutes: [5] }),
      region.facilities,
      kept,
    );
    expect(answer).toMatchObject({ people: 11, before: 1, upper: 11, found: 11 });
  });

  it('finds the end of a one-way street, where its people are and whence nobody comes back', async () => {
    const oneWay = `
+---------------------------------------------------------------------------+7`;
    for (const way of [FOOT_NOT_BACK, FOOT_NOT_FORTH]) {
      const { graph, ...rest } = regionOf(town(oneWay, 20));
      const edgeFlags = graph.edgeFlags.map((flags) => flags | way);
      const prepared = new Prepared({ ...rest, graph: { ...graph, edgeFlags } });
      const answer = await greatest(prepared, query({ minutes: [5] }), [], { n: 1 });
      expect(answer).toMatchObject({ upper: 7, found: 7 });
    }
  });

  it('counts people off the network in the denominator, and no site reaches them', async () => {
    const far = VILLAGES + '\n'.repeat(30) + '7';
    const answer = await greatest(
      new Prepared(regionOf(town(far, 20))),
      query({ minutes: [5] }),
      [],
      {
        n: 5,
        share: 0.9,
      },
    );
    expect(answer).toMatchObject({ people: 22, upper: 15, found: 15, smallest: null });
  });

  it('is never exceeded by any point of the streets, one or two of them, however coarse it is', async () => {
    const runs = fc.asyncProperty(
      wildAsked,
      fc.constantFrom(200, undefined),
      async (asked, pairs) => {
        const { prepared, query } = asked;
        const [one, two] = bruteForce(asked);
        const answers = await bounds(prepared, query, pairs, [1, 2, 3]);
        expect(answers[0].upper).toBeGreaterThanOrEqual(one);
        expect(answers[1].upper).toBeGreaterThanOrEqual(two);
        for (const { upper, found, people } of answers) {
          expect(upper).toBeGreaterThanOrEqual(found);
          expect(upper).toBeLessThanOrEqual(people);
        }
        const [a, b, c] = answers.map(({ found }) => found);
        expect(answers[1].upper).toBeGreaterThanOrEqual(Math.max(a, b));
        expect(answers[2].upper).toBeGreaterThanOrEqual(Math.max(b, c));
        // What was found is near what was tried, unless the spots were left coarse.
        if (!pairs) expect(a).toBeGreaterThanOrEqual(0.8 * one);
      },
    );
    await fc.assert(runs, { numRuns: 12, endOnFailure: true });
  });

  it('with a site for each place leaves out only who cannot be reached', async () => {
    await fc.assert(
      fc.asyncProperty(wildAsked, async ({ prepared, query }) => {
        const { places } = prepared.region;
        const n = places.lon.length;
        const [{ upper }] = await bounds(prepared, query, undefined, [n]);
        const off = prepared.way(query.profile).places.edge;
        const onStreets = (i: number) => query.method === 'buffer' || off[i] >= 0;
        const people = peopleOf(prepared, query.people);
        const able = people.filter((_, i) => places.counted[i] && onStreets(i));
        expect(upper).toBeLessThanOrEqual(able.reduce((sum, p) => sum + p, 0));
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('ends when it is told to, with a bound that holds', async () => {
    const prepared = new Prepared(regionOf(town(VILLAGES, 20)));
    const stopped = await greatest(
      prepared,
      query({ minutes: [5] }),
      [],
      { n: 1 },
      () => {},
      async () => true,
    );
    expect(stopped.stopped).toBe(true);
    expect(stopped.upper).toBeGreaterThanOrEqual(10);
    expect(stopped.upper).toBeLessThanOrEqual(15);
  });
});

async function bounds(
  prepared: Prepared,
  query: Query,
  pairs: number | undefined,
  counts: number[],
) {
  const answers = [];
  for (const n of counts) answers.push(await greatest(prepared, query, [], { n, pairs }));
  return answers;
}
