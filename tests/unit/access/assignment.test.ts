import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from '../../../src/core/assignment.ts';
import { matrixOf } from './matrix-of.ts';

const far = Infinity;
const run = (table: number[][], people: number[], room: number[], limit = 10) =>
  assign(matrixOf(table), Float64Array.from(people), Float64Array.from(room), limit);

/** Every way to send whole persons to sites: the most served, and of those the least sum of costs. */
function best(table: number[][], people: number[], room: number[], limit: number) {
  const persons = people.flatMap((count, i) => Array<number>(count).fill(i));
  let most = { served: 0, cost: 0 };
  const send = (n: number, left: number[], served: number, cost: number) => {
    if (n === persons.length) {
      const better = served > most.served || (served === most.served && cost < most.cost);
      if (better) most = { served, cost };
      return;
    }
    send(n + 1, left, served, cost);
    table[persons[n]].forEach((one, j) => {
      if (!(one <= limit) || left[j] < 1) return;
      send(n + 1, left.with(j, left[j] - 1), served + 1, cost + one);
    });
  };
  send(0, room, 0, 0);
  return most;
}

describe('assignment by capacity', () => {
  it('sends on who can go elsewhere, so that nobody who could have a place goes without', () => {
    // The first reaches both sites, the second only A: the first has to go to B.
    const found = run(
      [
        [1, 5],
        [2, far],
      ],
      [10, 10],
      [10, 10],
    );
    expect(found.people).toEqual({ served: 20, noPlace: 0, outOfReach: 0 });
    expect([...found.load]).toEqual([10, 10]);
    expect(found.cost).toBe(10 * 5 + 10 * 2);
  });

  it('tells who finds no free place from who is out of reach; those nearest have the places', () => {
    const found = run([[4], [1], [11], [far]], [6, 6, 5, 3], [8]);
    expect(found.people).toEqual({ served: 8, noPlace: 4, outOfReach: 8 });
    expect([...found.served]).toEqual([2, 6, 0, 0]);
  });

  it('shares the people of one place out among sites, fractions too', () => {
    const found = run([[1, 2, 3]], [2.5], [1, 1, 4]);
    expect([...found.flow]).toEqual([1, 1, 0.5]);
  });

  it('takes a limit of each origin’s own, and a site without places serves nobody', () => {
    const costs = matrixOf([[5], [5]]);
    const found = assign(costs, Float64Array.of(1, 1), Float64Array.of(9), Float64Array.of(4, 5));
    expect(found.people).toEqual({ served: 1, noPlace: 0, outOfReach: 1 });
    expect(run([[5]], [3], [0]).people).toEqual({ served: 0, noPlace: 3, outOfReach: 0 });
    expect(run([[5]], [3], [NaN]).people.served).toBe(0);
  });

  it('is the best of all ways to send whole persons', () => {
    const towns = fc.integer({ min: 1, max: 4 }).chain((sites) =>
      fc.record({
        table: fc.array(
          fc.array(fc.constantFrom(far, 1, 2, 3, 5, 8, 13), {
            minLength: sites,
            maxLength: sites,
          }),
          { minLength: 1, maxLength: 4 },
        ),
        people: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
        room: fc.array(fc.nat(3), { minLength: sites, maxLength: sites }),
      }),
    );
    let short = 0;
    fc.assert(
      fc.property(towns, ({ table, people: some, room }) => {
        const people = some.slice(0, table.length);
        const found = run(table, people, room, 8);
        const { served, cost } = best(table, people, room, 8);
        expect(found.people.served).toBeCloseTo(served, 9);
        expect(found.cost).toBeCloseTo(cost, 9);
        if (found.people.noPlace > 0) short++;
      }),
      { numRuns: 400 },
    );
    expect(short).toBeGreaterThan(40);
  });

  it('fills no site beyond its places, and its figures add up', () => {
    const towns = fc.record({
      table: fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 5, maxLength: 5 }), {
        minLength: 30,
        maxLength: 30,
      }),
      people: fc.array(fc.double({ min: 0, max: 9, noNaN: true }), {
        minLength: 30,
        maxLength: 30,
      }),
      room: fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 5, maxLength: 5 }),
    });
    fc.assert(
      fc.property(towns, ({ table, people, room }) => {
        const { load, served, people: sums } = run(table, people, room, 7);
        load.forEach((there, j) => expect(there).toBeLessThanOrEqual(room[j] + 1e-6));
        const sum = (list: Iterable<number>) => [...list].reduce((all, one) => all + one, 0);
        expect(sum(load)).toBeCloseTo(sum(served), 6);
        expect(sums.served + sums.noPlace + sums.outOfReach).toBeCloseTo(sum(people), 6);
      }),
      { numRuns: 60 },
    );
  });
});
