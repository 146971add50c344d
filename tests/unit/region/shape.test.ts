import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  list,
  members,
  Misfit,
  nullable,
  number,
  oneOf,
  optional,
  record,
  text,
  truth,
  tuple,
} from '../../../src/data/region/shape.ts';

const Thing = members({
  kind: oneOf('a', 'b'),
  sure: truth,
  size: nullable(number),
  note: optional(text),
  counts: record(number),
  box: tuple(number, number),
  parts: list(members({ id: text })),
});
const sound = { kind: 'a', sure: true, size: null, counts: { x: 1 }, box: [1, 2], parts: [] };

it('what fits comes back as it is, members that are not known included', () => {
  const more = { ...sound, note: 'n', later: { x: 1 }, parts: [{ id: 'p' }] };
  expect(Thing(more, '')).toBe(more);
});

it.each<[string, object, string]>([
  ['kind', { kind: 'c' }, '"a" | "b"'],
  ['sure', { sure: 1 }, 'boolean'],
  ['size', { size: '1' }, 'number'],
  ['size', { size: undefined }, 'number'],
  ['note', { note: null }, 'string'],
  ['counts', { counts: [1] }, 'object'],
  ['counts.x', { counts: { x: 'many' } }, 'number'],
  ['box.1', { box: [1] }, 'number'],
  ['parts', { parts: { length: 0 } }, 'array'],
  ['parts.1.id', { parts: [{ id: '' }, { id: 7 }] }, 'string'],
])('%s is named with what was expected', (path, wrong, expected) => {
  let misfit: unknown;
  try {
    Thing({ ...sound, ...wrong }, '');
  } catch (error) {
    misfit = error;
  }
  expect(misfit).toBeInstanceOf(Misfit);
  expect(misfit).toMatchObject({ path, expected });
});

it('anything is taken or a Misfit, and nothing that was taken lacks a member', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(sound)), (value, key) => {
      try {
        const taken = Thing({ ...sound, [key]: value }, '') as Record<string, unknown>;
        return taken[key] === value;
      } catch (error) {
        return error instanceof Misfit && error.path.split('.')[0] === key;
      }
    }),
  );
});
