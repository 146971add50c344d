import { zlibSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackBits, unpackDeflate, unpackLzw } from '../../../src/data/raster/unpack.ts';
import { lzw } from './tiff-writer.ts';

/** Codes of 9 bits as bytes. */
function nineBits(codes: number[]): Uint8Array {
  const bits = codes.map((code) => code.toString(2).padStart(9, '0')).join('');
  return Uint8Array.from(bits.match(/.{1,8}/g)!, (byte) => parseInt(byte.padEnd(8, '0'), 2));
}

describe('LZW', () => {
  it('the example of the TIFF 6.0 text: 7 7 7 8 8 7 7 6 6', () => {
    const packed = nineBits([256, 7, 258, 8, 8, 258, 6, 6, 257]);
    expect([...unpackLzw(packed, 9)]).toEqual([7, 7, 7, 8, 8, 7, 7, 6, 6]);
  });

  it('whatever was packed, of one byte only, of noise, beyond the table of 4096', () => {
    const some = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 2000, max: 3 }),
      fc.uint8Array({ minLength: 1, maxLength: 2000 }),
      fc.integer({ min: 1, max: 60_000 }).map((n) => new Uint8Array(n)),
      fc
        .integer({ min: 1, max: 12_000 })
        .map((n) => Uint8Array.from({ length: n }, (_, i) => Math.imul(i, 2654435761) >>> 24)),
    );
    fc.assert(
      fc.property(some, (raw) => {
        expect(Buffer.compare(unpackLzw(lzw(raw), raw.length), raw)).toBe(0);
      }),
      { seed: 20261125, numRuns: 40 },
    );
  });

  it('no code out of nowhere, and nothing beyond the block', () => {
    expect(() => unpackLzw(nineBits([256, 300]), 9)).toThrow('no LZW code 300');
    expect(() => unpackLzw(lzw(new Uint8Array(1000)), 999)).toThrow('beyond 999');
    expect([...unpackLzw(nineBits([256, 5]), 9)]).toEqual([5]);
  });
});

describe('PackBits', () => {
  it("Apple's example", () => {
    const packed = [0xfe, 0xaa, 2, 0x80, 0, 0x2a, 0xfd, 0xaa, 3, 0x80, 0, 0x2a, 0x22, 0xf7, 0xaa];
    const raw = 'aa aa aa 80 00 2a aa aa aa aa 80 00 2a 22 aa aa aa aa aa aa aa aa aa aa'.split(
      ' ',
    );
    expect([...unpackBits(Uint8Array.from(packed), 24)]).toEqual(raw.map((h) => parseInt(h, 16)));
  });

  it('128 does nothing; a run that is cut is a fault; never more than asked for', () => {
    expect([...unpackBits(Uint8Array.of(128, 0, 7), 9)]).toEqual([7]);
    expect(() => unpackBits(Uint8Array.of(5, 1, 2), 9)).toThrow('cut');
    expect(unpackBits(Uint8Array.of(0x81, 7), 9).length).toBe(9);
  });
});

describe('Deflate', () => {
  it('as packed; a bomb is stopped at the size of the block', () => {
    const raw = Uint8Array.from({ length: 100_000 }, (_, i) => i % 251);
    expect(Buffer.compare(unpackDeflate(zlibSync(raw), raw.length), raw)).toBe(0);
    const bomb = zlibSync(new Uint8Array(5_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    expect(() => unpackDeflate(bomb, 1000)).toThrow('beyond 1000');
  });
});
