import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFaultAt, parseJson } from '../../../src/data/tables/json-text.ts';
import { faultOf } from './fault-of.ts';

/** The engine's own verdict. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('where JSON goes wrong', () => {
  it.each([
    ['', 1, 1],
    ['{"a":1', 1, 7],
    ['{\n  "a": 1,\n}', 3, 1],
    ['[1,\r\n 2,,3]', 2, 4],
    ['{"a" 1}', 1, 6],
    ['{a:1}', 1, 2],
    ['["a\nb"]', 1, 4],
    ['["\\x"]', 1, 4],
    ['[01]', 1, 3],
    ['[1}', 1, 3],
    ['{} x', 1, 4],
    ['[tru]', 1, 2],
  ])('%j: line %i, column %i', (text, line, column) => {
    const fault = faultOf(() => parseJson(text, 'a.geojson'));
    expect(fault.code).toBe('bad-json');
    expect(fault.text.en).toContain(`a.geojson: not valid JSON at line ${line}, column ${column};`);
    expect(fault.text.zh).toContain(`第 ${line} 行第 ${column} 列`);
  });

  it('bears nesting that would overflow a recursive reader', () => {
    expect(jsonFaultAt('['.repeat(200_000))).toBe(200_000);
  });

  it('law: agrees with the engine on what is JSON, on valid text', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(jsonFaultAt(text)).toBeNull();
      }),
    );
  });

  it('law: agrees with the engine on spoilt text', () => {
    const spoilt = fc
      .tuple(fc.json(), fc.nat(), fc.nat(2), fc.constantFrom(...'{}[]",:\\u0e-t\n '))
      .map(([text, at, gone, added]) => {
        const cutAt = at % (text.length + 1);
        return text.slice(0, cutAt) + added + text.slice(cutAt + gone);
      });
    const noise = fc.string({ unit: fc.constantFrom(...'{}[]",:10.e-\\ tn'), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(spoilt, noise), (text) => {
        expect(jsonFaultAt(text) === null).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
  });
});
