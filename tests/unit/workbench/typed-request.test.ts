import { describe, expect, it } from 'vitest';
import { cornersText, readCorners } from '../../../src/ui/workbench/propose/corners.ts';
import {
  DRAWN,
  typedRequest,
  type Typed,
} from '../../../src/ui/workbench/propose/typed-request.ts';

const TYPED: Typed = {
  model: 'mclp',
  k: '3',
  percent: '100',
  source: 'places',
  list: null,
  area: '',
  corners: '',
  metres: '',
  budget: '',
  price: '1',
  limited: false,
  capacity: '',
};
const SQUARE = [
  [
    [150, 38],
    [150.1, 38],
    [150.1, 38.1],
    [150, 38],
  ],
] as [number, number][][];
const AREAS = [{ id: 'a', polygons: [SQUARE] }];

const requestOf = (typed: Partial<Typed>) => {
  const read = typedRequest({ ...TYPED, ...typed }, AREAS);
  if (!('request' in read)) throw new Error(JSON.stringify(read.mistakes));
  return read.request;
};
const mistakesOf = (typed: Partial<Typed>) => {
  const read = typedRequest({ ...TYPED, ...typed }, AREAS);
  return 'mistakes' in read ? read.mistakes : {};
};

describe('what is typed for a proposal', () => {
  it('is the plain request where only the number is given', () => {
    expect(requestOf({})).toEqual({
      model: 'mclp',
      method: 'exact',
      k: 3,
      candidates: { kind: 'places' },
      within: null,
      minMetres: 0,
      share: 1,
      budget: null,
      capacities: null,
    });
  });

  it('asks fewest sites for a share, and no number of them', () => {
    expect(requestOf({ model: 'lscp', k: 'x', percent: '80' })).toMatchObject({
      k: null,
      share: 0.8,
    });
  });

  it('may leave the number to the budget, but not without one', () => {
    expect(requestOf({ k: '', budget: '12', price: '4' })).toMatchObject({
      k: null,
      budget: { most: 12, price: 4 },
    });
    expect(mistakesOf({ k: '' }).k!.zh).toBe('这里还空着：应为从 1 到 1000 的整数。');
  });

  it('counts capacities only where they are asked for', () => {
    expect(requestOf({ capacity: '50' }).capacities).toBeNull();
    expect(requestOf({ limited: true, capacity: '50' }).capacities).toEqual({ capacity: 50 });
    // Then the table has to have them.
    expect(requestOf({ limited: true }).capacities).toEqual({ capacity: undefined });
  });

  it('takes an area by its name or by its corners', () => {
    expect(requestOf({ area: 'a' }).within).toBe(AREAS[0].polygons);
    expect(requestOf({ area: DRAWN, corners: '150,38; 150.1,38；150.1 38.1' }).within).toEqual([
      SQUARE,
    ]);
  });

  it('names every mistake at once, each at its field, with what was typed', () => {
    const mistakes = mistakesOf({
      k: '2.5',
      source: 'list',
      area: DRAWN,
      corners: '150,38; 150.1,38',
      metres: '-1',
      budget: 'abc',
      limited: true,
      capacity: '0',
    });
    expect(Object.keys(mistakes).sort()).toEqual([
      'budget',
      'capacity',
      'corners',
      'k',
      'list',
      'metres',
    ]);
    expect(mistakes.k!.en).toBe('"2.5" will not do: expected a whole number from 1 to 1000.');
    expect(mistakes.metres!.zh).toContain('“-1”');
    expect(mistakesOf({ model: 'lscp', percent: '101' }).percent!.en).toContain('"101"');
    expect(mistakesOf({ budget: '5', price: '' }).price!.en).toContain('still empty');
  });
});

describe('corners', () => {
  it('are written as they are read, the last not said twice', () => {
    const text = '150.00000,38.00000; 150.10000,38.00000; 150.10000,38.10000';
    const read = readCorners(text);
    if (!Array.isArray(read)) throw new Error(read.en);
    expect(read).toEqual([SQUARE]);
    expect(cornersText(read)).toBe(text);
  });

  it.each([
    ['', 'at least 3 different corners, got 0'],
    ['150,38; 150,38; 150,38', 'at least 3 different corners'],
    ['150,38; 150.1; 150.1,38.1', '"150.1"'],
    ['150,38,150.1,38; 150,38.1', 'semicolon'],
    ['38,150; 38.1,150; 38,150.1', '"38,150"'],
  ])('%j are refused in a sentence', (typed, said) => {
    const read = readCorners(typed);
    expect(Array.isArray(read) ? read : read.en).toContain(said);
  });
});
