import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equityOf, sliceMeans, weightedQuantile } from '../../../src/core/equity.ts';

const columns = (rows: [value: number, people: number][]) =>
  [
    Float64Array.from(rows, ([value]) => value),
    Float64Array.from(rows, ([, people]) => people),
  ] as const;

/** Each person by themselves, least value first. */
const persons = (rows: [value: number, people: number][]) =>
  rows.flatMap(([value, count]) => Array<number>(count).fill(value)).sort((a, b) => a - b);

/** Mean difference between any two persons over twice the mean. */
function giniOf(list: number[]): number {
  const mean = list.reduce((a, b) => a + b, 0) / list.length;
  let differences = 0;
  for (const a of list) for (const b of list) differences += Math.abs(a - b);
  return mean ? differences / (2 * list.length ** 2 * mean) : 0;
}

const tables = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.nat(6)), {
  minLength: 1,
  maxLength: 12,
});

describe('how unequally minutes are shared out', () => {
  it('is told by three people with 0, 0 and 30 minutes, and by as many with the same', () => {
    const { gini, lorenz, mean } = equityOf(
      ...columns([
        [30, 1],
        [0, 2],
      ]),
    );
    expect([gini, mean]).toEqual([2 / 3, 10].map((n) => expect.closeTo(n, 12)));
    expect([...lorenz.people]).toEqual([0, 2 / 3, 1]);
    expect([...lorenz.value]).toEqual([0, 0, 1]);
    const same = equityOf(
      ...columns([
        [7, 2],
        [7, 5],
      ]),
    );
    expect(same.gini).toBeCloseTo(0, 12);
    expect([...same.lorenz.people]).toEqual([0, 1]);
  });

  it('has no coefficient to speak of where nobody is, or nobody has to go any way', () => {
    expect(equityOf(...columns([[5, 0]]))).toMatchObject({ people: 0, mean: 0, gini: 0 });
    expect(equityOf(...columns([[0, 4]]))).toMatchObject({ people: 4, mean: 0, gini: 0 });
    expect(weightedQuantile(...columns([[5, 0]]), 0.5)).toBeNaN();
  });

  it('compares the best-served tenth with the worst-served four tenths', () => {
    // Twenty people: two at 1 minute, ten at 5, eight at 20.
    const [values, people] = columns([
      [20, 8],
      [1, 2],
      [5, 10],
    ]);
    expect(
      sliceMeans(values, people, [
        [0, 0.1],
        [0.6, 1],
      ]),
    ).toEqual([1, 20]);
    // A place is cut where the edge of a slice falls inside it.
    expect(sliceMeans(values, people, [[0, 0.2]])[0]).toBeCloseTo((2 * 1 + 2 * 5) / 4, 12);
  });

  it('is what the list of single persons gives', () => {
    fc.assert(
      fc.property(tables, fc.double({ min: 0, max: 1, noNaN: true }), (rows, share) => {
        const list = persons(rows);
        fc.pre(list.length > 0);
        const [values, people] = columns(rows);
        const { gini, lorenz, mean } = equityOf(values, people);
        const all = list.reduce((a, b) => a + b, 0);
        expect(gini).toBeCloseTo(giniOf(list), 9);
        expect(mean).toBeCloseTo(all / list.length, 9);
        lorenz.people.forEach((part, k) => {
          const first = list.slice(0, Math.round(part * list.length));
          const sum = first.reduce((a, b) => a + b, 0);
          expect(lorenz.value[k]).toBeCloseTo(all ? sum / all : part, 9);
        });
        const whole = Math.ceil(share * list.length - 1e-9);
        expect(weightedQuantile(values, people, share)).toBe(list[Math.max(0, whole - 1)]);
        const cut = Math.floor(share * list.length);
        fc.pre(cut > 0 && cut < list.length);
        const [low, high] = sliceMeans(values, people, [
          [0, cut / list.length],
          [cut / list.length, 1],
        ]);
        expect(low).toBeCloseTo(list.slice(0, cut).reduce((a, b) => a + b, 0) / cut, 9);
        expect(high).toBeCloseTo(
          list.slice(cut).reduce((a, b) => a + b, 0) / (list.length - cut),
          9,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('does not change with the order of places or with how many people stand for one', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 50 }), (rows, times) => {
        const more = rows.map(([value, people]): [number, number] => [value, people / times]);
        const one = equityOf(...columns(rows));
        const other = equityOf(...columns(more.reverse()));
        expect(other.gini).toBeCloseTo(one.gini, 9);
      }),
      { numRuns: 100 },
    );
  });
});
