import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdSet } from '../../../src/data/osm/id-set.ts';

const id = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.maxSafeInteger());

it('holds what was added and nothing else, in whatever order it came', () => {
  fc.assert(
    fc.property(fc.array(id), fc.array(id), fc.array(id), (first, second, asked) => {
      const set = new IdSet();
      first.forEach((one) => set.add(one));
      set.seal();
      second.forEach((one) => set.add(one));
      set.seal();
      const oracle = new Set([...first, ...second]);
      expect(set.size).toBe(oracle.size);
      for (const one of [...first, ...second, ...asked]) expect(set.has(one)).toBe(oracle.has(one));
    }),
    { verbose: 1 },
  );
});

it('is empty before anything is sealed', () => {
  const set = new IdSet();
  set.add(3);
  expect([set.size, set.has(3)]).toEqual([0, false]);
  expect(set.seal().has(3)).toBe(true);
});
