import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflateZlib } from '../../../src/data/osm/inflate.ts';

/** Bytes that pack well in places and badly in others. */
const content = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 5000 })), {
    maxLength: 6,
  })
  .map((parts) =>
    Uint8Array.from(
      parts.flatMap(([bytes, n]) =>
        Array(n)
          .fill([...bytes])
          .flat(),
      ),
    ),
  );

describe('inflateZlib', () => {
  it('undoes deflate at any level', () => {
    fc.assert(
      fc.property(content, fc.integer({ min: 0, max: 9 }), (bytes, level) => {
        const packed = deflateSync(bytes, { level });
        expect(Buffer.compare(inflateZlib(packed, bytes.length), bytes)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses data that is cut, damaged, not zlib or of another size', () => {
    const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * i) % 251);
    const packed = new Uint8Array(deflateSync(bytes));
    const refuses = (data: Uint8Array, size = bytes.length) =>
      expect(() => inflateZlib(data, size)).toThrow();
    for (let length = 0; length < packed.length; length++) refuses(packed.subarray(0, length));
    for (let at = 0; at < packed.length; at++) {
      // FLEVEL in the second byte says nothing about the data; its check bits do.
      refuses(packed.with(at, packed[at] ^ 16));
    }
    refuses(packed, bytes.length - 1);
    refuses(packed, bytes.length + 1);
    refuses(new Uint8Array(100));
  });
});
