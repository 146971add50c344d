import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { HEADER, block, raw, zlib } from './framed-pbf.ts';
import { fileOf, refused } from './refused.ts';
import { TOWN, build, buildOptions, scratch } from './town.ts';

const streets = readFileSync(join(TOWN, 'streets.osm'), 'utf8');
const bytes = (...blocks: number[][]) => Uint8Array.from(blocks.flat());
const bomb = [...deflateSync(new Uint8Array(40_000_000))];

/** The file offered as --osm, and what the sentence must say. */
const WRONG: [what: string, name: string, content: string | Uint8Array, says: RegExp][] = [
  ['an empty file', 'a.osm.pbf', '', /a\.osm\.pbf: .*empty \(0 bytes\)/],
  [
    'a PNG renamed',
    'map.osm.pbf',
    bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], Array(64).fill(0)),
    /map\.osm\.pbf: .*byte 0.*PNG picture.*expected OSM data/,
  ],
  ['a CSV', 'a.osm', 'id,name\n1,a\n', /plain text.*expected OSM data/],
  ['a web page', 'a.osm', '<!DOCTYPE html><html><body>404</body></html>', /HTML page/],
  [
    'a PBF cut in a block',
    'cut.osm.pbf',
    bytes(HEADER, block('OSMData', raw(Array(100).fill(0))).slice(0, -7)),
    /cut\.osm\.pbf: .*cut off: from byte \d+ on \d+ bytes are expected, got \d+/,
  ],
  ['a PBF cut in the first length', 'cut.osm.pbf', bytes(HEADER, [0, 0]), /byte \d+ on 4 bytes/],
  [
    'a blob that declares 2 GB',
    'bomb.osm.pbf',
    bytes(HEADER, block('OSMData', [], 2 ** 31 - 1)),
    /byte \d+.*declares 2147483647 bytes, expected 0 to 33554432.*exhaust memory/,
  ],
  [
    'a blob that declares 4 GB unpacked',
    'bomb.osm.pbf',
    bytes(HEADER, block('OSMData', zlib([1, 2, 3], 2 ** 32 - 1))),
    /byte \d+.*declares/,
  ],
  [
    'a blob that unpacks to more than it declares',
    'bomb.osm.pbf',
    bytes(HEADER, block('OSMData', zlib(bomb, 100))),
    /does not unpack to the 100 bytes declared/,
  ],
  ['a PBF without data', 'a.osm.pbf', bytes(HEADER), /no walkable street/i],
  [
    'XML that breaks off',
    'a.osm',
    streets.slice(0, 900),
    /a\.osm: .*breaks off at byte \d+ \(line \d+\)/,
  ],
  [
    'XML that is not well formed',
    'a.osm',
    streets.replace('<node id="5" lon=', '<node id="5 lon='),
    /a\.osm: .*byte \d+ \(line 9\)/,
  ],
  [
    'a latitude of 138',
    'a.osm',
    streets.replace('lat="38.010"', 'lat="138.010"'),
    /byte \d+ \(line 7\).*lat.*138/,
  ],
  ['a gzip that is cut', 'a.osm.gz', gzipSync(streets).subarray(0, 300), /a\.osm\.gz: .*gzip/],
  [
    'no street one can walk on',
    'a.osm',
    streets.replace(/v="(residential|footway|steps|tertiary|path)"/g, 'v="motorway"'),
    /no walkable street \(6 ways in all\)/,
  ],
];

describe('street data that is refused', () => {
  it.each(WRONG)('%s', async (_, name, content, says) => {
    const fault = await refused({ osm: fileOf(name, content) });
    expect(fault.text.en).toMatch(says);
  });

  it('streets of another place: facilities named, both places given', async () => {
    const away = streets.replace(/38\.0/g, '39.0').replace('maxlat="39.04"', 'maxlat="39.05"');
    const fault = await refused({ osm: fileOf('away.osm', away) });
    expect(fault.code).toBe('elsewhere');
    expect(fault.text.en).toMatch(/facilities point.*150, 38\.005.*149\.9700/);
  });
});

describe('street data in its other forms', () => {
  it('.osm.gz gives the same bundle as .osm, whatever the file is called', async () => {
    const sha = async (osm: string) => {
      const { stdout } = await build(buildOptions(scratch(), { osm }));
      return /sha256 (\w+)/.exec(stdout)![1];
    };
    const plain = await sha(join(TOWN, 'streets.osm'));
    expect(await sha(fileOf('streets.bin', gzipSync(streets)))).toBe(plain);
  });
});
