import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StringPool } from '../../../src/data/osm/string-pool.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('StringPool', () => {
  it('gives equal strings one index and different strings different ones, as a Map would', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 200 });
    fc.assert(
      fc.property(words, (list) => {
        const pool = new StringPool();
        const map = new Map([['', 0]]);
        for (const word of list) {
          if (!map.has(word)) map.set(word, map.size);
          const bytes = utf8(`<${word}>`);
          expect(pool.intern(bytes, 1, bytes.length - 1)).toBe(map.get(word));
        }
        expect(pool.strings).toEqual([...map.keys()]);
      }),
    );
  });

  it('tells apart two words of one length and one FNV-1a hash', () => {
    const pool = new StringPool();
    expect(pool.intern(utf8('declinate'), 0, 9)).toBe(1);
    expect(pool.intern(utf8('macallums'), 0, 9)).toBe(2);
    expect(pool.intern(utf8('declinate'), 0, 9)).toBe(1);
  });

  it('keeps its indices while it grows', () => {
    const pool = new StringPool();
    const word = (i: number) => utf8(`value ${i} 值`);
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 20_000; i++) {
        const bytes = word(i);
        if (pool.intern(bytes, 0, bytes.length) !== i + 1) throw new Error(`at ${i}`);
      }
    }
    expect(pool.strings).toHaveLength(20_001);
  });

  it('adds nothing for bytes that are not UTF-8', () => {
    const pool = new StringPool();
    expect(pool.intern(Uint8Array.of(0xb9, 0xf3), 0, 2)).toBe(-1);
    expect(pool.strings).toEqual(['']);
    expect(pool.intern(utf8('a'), 0, 1)).toBe(1);
  });
});
