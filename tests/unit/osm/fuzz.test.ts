import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/data/fault.ts';
import { cutOsm } from '../../../src/data/osm/cut-osm.ts';
import { fileKind } from '../../../src/data/osm/file-kind.ts';
import { inflateZlib } from '../../../src/data/osm/inflate.ts';
import { pbfPasses } from '../../../src/data/osm/osm-passes.ts';
import { bytesSource } from '../../../src/data/osm/pbf-blobs.ts';
import { readOsm } from '../../../src/data/osm/read-osm.ts';
import { flaws } from './listed.ts';
import * as E from './pbf-encoder.ts';
import { realBases } from './real-bases.ts';

/** HUIMIN_FUZZ_RUNS=20000 is the long run, HUIMIN_FUZZ_SEED another one. */
const ROUNDS = Number(process.env.HUIMIN_FUZZ_RUNS ?? 1500);
const SEED = Number(process.env.HUIMIN_FUZZ_SEED ?? 20260101);

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

const strings = ['', 'highway', 'steps', 'name', '贵溪', 'outer'];
const blocks = [
  E.block(
    strings,
    [
      E.dense([10, 12, 5], [283000000, 5, -301133278], [1171900000, 9, -1], [0, 1, 2, 3, 4, 0, 0]),
      E.node(4_000_000_000, -5, 5, [[1, 2]]),
      E.bytes(2, [
        ...E.deltas(1, [1, 2]),
        ...E.bytes(5, E.deltas(2, [1600000000, 1600000001])),
        ...E.deltas(8, [0, 1]),
        ...E.deltas(9, [0, 1]),
      ]),
    ],
    [...E.int(17, 1000), ...E.int(19, 1000)],
  ),
  E.block(strings, [
    E.way(7, [10, 12, 5, 10], [[1, 2]]),
    E.bytes(3, [...E.int(1, 8), ...E.bytes(4, E.int(2, 1600000000)), ...E.deltas(8, [1, 2])]),
    E.relation(3, [[1, 7, 5]], [[3, 4]]),
  ]),
];
const xml = new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<!-- c --><osm version="0.6"><bounds minlat="1" minlon='2' maxlat="3" maxlon="4"/>
<node id="1" lat="28.3" lon="117.2" timestamp="2020-02-22T15:06:47Z"><tag k="name" v="贵&amp;&#x41;"/></node>
<way id="7"><nd ref="1"/><tag k="highway" v='steps'></tag></way><![CDATA[x]]>
<relation id="3"><member type="way" ref="7" role="outer"/></relation></osm>`);

const real = realBases();
const BASES: [string, Uint8Array][] = [
  ['raw PBF', E.pbfFile(blocks)],
  ['zlib PBF', E.pbfFile(blocks, { zlib: true })],
  ['XML', xml],
  ['gzip XML', gzipSync(xml)],
  ...real.pieces,
];
const WORDS = [
  '<',
  '>',
  '&',
  '"',
  '<!--',
  ']]>',
  '<node ',
  '/>',
  '\0',
  '<?xml ',
  '</osm>',
  '\ufeff',
];

/** One to three small changes: what a bad disk, a bad line or a bad person does to a file. */
function mutate(base: Uint8Array, below: (n: number) => number): Uint8Array {
  let bytes = base.slice();
  const splice = (at: number, gone: number, put: Uint8Array) => {
    const whole = new Uint8Array(
      Math.min(at, bytes.length) + put.length + Math.max(0, bytes.length - at - gone),
    );
    whole.set(bytes.subarray(0, at));
    whole.set(put, Math.min(at, bytes.length));
    whole.set(bytes.subarray(at + gone), Math.min(at, bytes.length) + put.length);
    bytes = whole;
  };
  for (let changes = 1 + below(3); changes > 0; changes--) {
    const at = below(bytes.length + 1);
    const other = below(bytes.length + 1);
    switch (below(7)) {
      case 0:
        splice(at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << below(8))));
        break;
      case 1:
        splice(at, 1, Uint8Array.of([0, 1, 0x7f, 0x80, 0xff][below(5)]));
        break;
      case 2:
        splice(at, 1 + below(8), Uint8Array.of());
        break;
      case 3:
        splice(at, 0, new Uint8Array(1 + below(12)).fill(below(256)));
        break;
      case 4:
        splice(at, 0, bytes.slice(other, other + 40));
        break;
      case 5:
        splice(at, 0, new TextEncoder().encode(WORDS[below(WORDS.length)]));
        break;
      default:
        if (below(4) === 0) bytes = bytes.slice(0, at);
    }
    if (bytes.length === 0) bytes = Uint8Array.of(0);
  }
  return bytes;
}

/** Both doors of a file: read whole, and, for a PBF, cut while it is read. */
function openDoors(bytes: Uint8Array): string[] {
  const found: string[] = [];
  let whole: Fault | null = null;
  try {
    found.push(...flaws(readOsm(bytes, { fileName: 'f' })));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    whole = error;
  }
  if (fileKind(bytes) === 'pbf') {
    try {
      const passes = pbfPasses(bytesSource(bytes), { inflate: inflateZlib });
      found.push(...flaws(cutOsm(passes, [-180, -90, 180, 90]).osm));
      if (whole) found.push(`cut what cannot be read: ${whole.message}`);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (!whole && error.code !== 'cut-elsewhere') found.push(`read, not cut: ${error.message}`);
    }
  }
  if (whole) throw whole;
  return found;
}

describe('spoilt files', () => {
  it(`${ROUNDS} of them (seed ${SEED}) give sound data or a Fault, soon and in little memory`, () => {
    const below = random(SEED);
    const faults = new Map<string, number>();
    let longest = { ms: 0, which: '' };
    let read = 0;
    let most = 0;
    for (let round = 0; round < ROUNDS; round++) {
      // Whole downloads take a hundred times as long: now and then one of them.
      const from = real.whole.length && round % 100 === 99 ? real.whole : BASES;
      const [name, base] = from[below(from.length)];
      const bytes = mutate(base, below);
      const begin = process.cpuUsage();
      try {
        expect(openDoors(bytes), `seed ${SEED}, round ${round}, ${name}`).toEqual([]);
        read++;
      } catch (error) {
        if (!(error instanceof Fault)) {
          const hex = Buffer.from(bytes.subarray(0, 4096)).toString('hex');
          throw new Error(`seed ${SEED}, round ${round}, ${name}: ${hex}…`, { cause: error });
        }
        expect(error.text.zh && error.text.en).not.toMatch(/undefined|NaN|\[object/);
        faults.set(error.code, (faults.get(error.code) ?? 0) + 1);
      }
      // Time of the processor: the clock on the wall also counts what others do on the machine.
      const { user, system } = process.cpuUsage(begin);
      const ms = (user + system) / 1000;
      if (ms > longest.ms) longest = { ms, which: `round ${round}, ${name}` };
      if (round % 20 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers);
    }
    console.info(
      `seed ${SEED}: ${ROUNDS} files, ${read} read, the others ${faults.size} kinds of fault;`,
      `longest ${longest.ms.toFixed(0)} ms (${longest.which}), at most ${(most / 1e6).toFixed(0)} MB of buffers`,
    );
    // The changes reach deep: many kinds of fault, and files that survive.
    expect(faults.size).toBeGreaterThan(20);
    expect(read).toBeGreaterThan(50);
    expect(longest.ms, longest.which).toBeLessThan(2000);
    expect(most).toBeLessThan(512 * 1024 * 1024);
  }, 3_600_000);
});
