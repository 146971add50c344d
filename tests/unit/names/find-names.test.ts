import { expect, it } from 'vitest';
import { namesFinder } from '../../../src/engine/nearby/find-names.ts';

it('offers an estate and the clinic of its name in it once, and its namesake across town too', () => {
  const at = (id: string, kind: 'estate' | 'facility', name: string, lat: number) => {
    return { id, kind, name, lon: 126.5, lat };
  };
  const find = namesFinder([
    at('f1', 'facility', '康宁雅居', 43.001),
    at('e1', 'estate', '康宁雅居', 43),
    // 5.5 km to the north.
    at('e2', 'estate', '康寧雅居', 43.05),
    at('e3', 'estate', '康宁里', 43),
  ]);
  const ids = (typed: string, most: number) => find(typed, most).map(({ id }) => id);
  expect(ids('康宁雅居', 8)).toEqual(['e1', 'e2']);
  expect(ids('康宁', 8)).toEqual(['e3', 'e1', 'e2']);
  expect(ids('康宁', 2)).toEqual(['e3', 'e1']);
});
