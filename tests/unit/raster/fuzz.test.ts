import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/data/fault.ts';
import { readRaster } from '../../../src/data/raster/read-raster.ts';
import { tiff } from './tiff-writer.ts';

const SEED = 20261125;
/** HUIMIN_FUZZ_RUNS=20000 for the long run. */
const ROUNDS = Number(process.env.HUIMIN_FUZZ_RUNS || 300);
const MOST_MEMORY = 1024 * 1024 * 1024;

/** mulberry32: the same numbers on every machine. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const values = [0, 1].map((k) => Array.from({ length: 37 * 41 }, (_, i) => (i * 7 + k) % 200));
const plan = { width: 37, height: 41, values, rows: 5 };
const small = (more: object) => tiff({ ...plan, corner: [100, 30, 0.1, 0.1], ...more });
const BASES: [string, Uint8Array][] = [
  ['strips', small({})],
  ['tiles, LZW', small({ tile: [16, 32], compression: 5, bits: 16, format: 1 })],
  ['Deflate, predictor', small({ compression: 8, bits: 8, format: 1, predictor: 2 })],
  ['BigTIFF, PackBits', small({ bigTiff: true, compression: 32773, bits: 8, format: 1 })],
  ['big-endian, planes', small({ bigEndian: true, planar: 2, bits: 64 })],
];
const root = fileURLToPath(new URL('../../../', import.meta.url));
const real = resolve(
  root,
  process.env.HUIMIN_REAL_DATA ?? '../shared/data',
  'porto-alegre/poa_elevation.tif',
);
if (existsSync(real)) BASES.push(['poa_elevation.tif', new Uint8Array(readFileSync(real))]);
else console.log(`raster: ${real} is absent (HUIMIN_REAL_DATA): made files only are spoilt`);

/** The directory stands at the end of our own files and at the beginning of others: both are hit often. */
function place(length: number, below: (n: number) => number): number {
  const edge = Math.min(600, length);
  const where = below(5);
  if (where < 2) return below(edge);
  if (where < 4) return length - 1 - below(edge);
  return below(length);
}

function mutate(base: Uint8Array, below: (n: number) => number): Uint8Array {
  let bytes = base.slice();
  for (let changes = 1 + below(4); changes > 0; changes--) {
    if (!bytes.length) return bytes;
    const at = place(bytes.length, below);
    const kind = below(12);
    if (kind < 4) bytes[at] ^= 1 << below(8);
    else if (kind < 7) bytes[at] = [0, 1, 0x7f, 0x80, 0xff][below(5)];
    else if (kind < 9) bytes.set([below(256), below(256)].slice(0, bytes.length - at), at);
    else if (kind === 9) bytes.copyWithin(at, place(bytes.length, below), bytes.length);
    else if (kind === 10) {
      const gap = 1 + below(12);
      bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + gap)]);
    } else if (below(4) === 0) bytes = bytes.slice(0, at);
  }
  return bytes;
}

describe('spoilt rasters', () => {
  it(
    `${ROUNDS} of them (seed ${SEED}) give sound cells or a Fault, soon and in little memory`,
    async () => {
      const below = random(SEED);
      const faults = new Map<string, number>();
      let [longest, read, most] = [0, 0, 0];
      for (let round = 0; round < ROUNDS; round++) {
        const [name, base] = BASES[round % BASES.length];
        const bytes = mutate(base, below);
        const begin = process.cpuUsage();
        try {
          const raster = await readRaster(bytes, { fileName: 'f' });
          const cells = raster.width * raster.height;
          expect(raster.bands.every((band) => band.length === cells)).toBe(true);
          expect(raster.bands.every((band) => band.indexOf(Infinity) < 0)).toBe(true);
          expect(raster.bbox.every(Number.isFinite)).toBe(true);
          read++;
        } catch (error) {
          if (!(error instanceof Fault)) {
            const text = `seed ${SEED}, round ${round}, ${name}`;
            throw new Error(text, { cause: error });
          }
          expect(error.text.zh && error.text.en).not.toMatch(/undefined|NaN|\[object/);
          faults.set(error.code, (faults.get(error.code) ?? 0) + 1);
        }
        // Time of the processor: the clock on the wall also counts what others do on the machine.
        const { user, system } = process.cpuUsage(begin);
        longest = Math.max(longest, (user + system) / 1000);
        if (round % 10 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers);
      }
      if (process.env.HUIMIN_FUZZ_RUNS) {
        const list = [...faults].sort(([, a], [, b]) => b - a).map(([code, n]) => `${n} ${code}`);
        const megabytes = Math.round(most / 2 ** 20);
        console.log(
          `raster: ${ROUNDS} cases, seed ${SEED}: ${read} read, ${list.join(', ')}; longest ${Math.round(longest)} ms, at most ${megabytes} MB of buffers`,
        );
      }
      // The changes reach deep: many kinds of fault, and files that survive.
      expect(faults.size).toBeGreaterThan(6);
      expect(read).toBeGreaterThan(ROUNDS / 20);
      expect(longest).toBeLessThan(2000);
      expect(most).toBeLessThan(MOST_MEMORY);
    },
    60_000 + ROUNDS * 100,
  );
});
