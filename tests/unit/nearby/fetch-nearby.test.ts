import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/data/region/manifest.ts';
import type { Region } from '../../../src/data/region/region.ts';
import { fetchNearby } from '../../../src/engine/nearby/fetch-nearby.ts';
import { build, buildOptions, faultOf, scratch } from '../cli/town.ts';
import { breaksAfter, says, serverOf, serves, type Answer } from '../fetch/server.ts';

let manifest: Manifest;
let bytes: Buffer;
let bundle: Buffer;

beforeAll(async () => {
  const out = scratch();
  await build(buildOptions(out));
  const file = (name: string) => readFileSync(join(out, 'town', name));
  manifest = JSON.parse(file('manifest.json').toString()) as Manifest;
  bytes = file(manifest.nearby!.file);
  bundle = file(manifest.bundle.file);
});

const flipped = (whole: Buffer) => {
  const broken = Buffer.from(whole);
  broken[broken.length >> 1] ^= 16;
  return broken;
};

/** A host with the town; `parts` are answers in turn in place of the file for phones. */
async function host(parts: Answer[] = [serves(bytes)], told: unknown = manifest) {
  const { base, log } = await serverOf({
    '/town/manifest.json': [says(200, JSON.stringify(told))],
    [`/town/${manifest.nearby!.file}`]: parts,
    [`/town/${manifest.bundle.file}`]: [serves(bundle)],
  });
  return { base, log, asked: () => log.map((line) => line.replace(/^GET .town.|-.*/g, '')) };
}

describe('what a phone fetches', () => {
  it('is the manifest and the file it names, each once and the bundle never', async () => {
    const { base, asked } = await host();
    const { nearby, manifest: told } = await fetchNearby(`${base}town/`, 'town', null);
    expect(asked()).toEqual(['manifest.json', 'nearby']);
    expect(told).toEqual(manifest);
    expect(nearby.region.facilities.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3']);
    expect(nearby.names.map(({ name, pinyin }) => `${name} ${pinyin}`)).toContain('西巷 xi xiang');
  });

  it('is asked for along with the manifest where the list of regions names it', async () => {
    const { base, asked } = await host();
    const { file } = manifest.nearby!;
    const { nearby } = await fetchNearby(`${base}town/`, 'town', file);
    expect(asked().sort()).toEqual(['manifest.json', 'nearby']);
    expect(nearby.region.name).toBe('小镇');
  });

  it('is the one the manifest names where the list is of before', async () => {
    const { base, asked, log } = await host();
    const before = 'nearby-0123456789ab.bin';
    const { nearby } = await fetchNearby(`${base}town/`, 'town', before);
    expect(asked().sort()).toEqual(['manifest.json', 'nearby', 'nearby']);
    expect(log.at(-1)).toContain(manifest.nearby!.file);
    expect(nearby.region.name).toBe('小镇');
  });

  it('prepares the streets of what it reads, of the one that heals too', async () => {
    const { base } = await host([serves(flipped(bytes)), serves(bytes)]);
    const prepared: Region[] = [];
    const { nearby } = await fetchNearby(`${base}town/`, 'town', null, (region) =>
      prepared.push(region),
    );
    expect(prepared.at(-1)).toBe(nearby.region);
    expect(nearby.region.graph.edgeFrom.length).toBeGreaterThan(0);
  });

  it('is the whole bundle where the region has no such file: names without pinyin', async () => {
    const { base, asked } = await host([], { ...manifest, nearby: undefined });
    const { nearby } = await fetchNearby(`${base}town/`, 'town', null);
    expect(asked()).toEqual(['manifest.json', 'bundle']);
    expect(nearby.region.facilities).toHaveLength(3);
    const kinds = nearby.names.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['area', 'street', 'facility']));
    expect(nearby.names.every(({ pinyin }) => pinyin === '')).toBe(true);
  });
});

describe('what arrives spoilt', () => {
  it.each<[string, () => Answer]>([
    ['with a byte changed', () => serves(flipped(bytes))],
    ['cut by a cache', () => serves(bytes.subarray(0, 300))],
    ['as something else', () => says(200, 'captive portal')],
    ['until the connection breaks off', () => breaksAfter(bytes, 300, 'cut')],
  ])('%s is asked for once more, and heals', async (_, spoilt) => {
    const { base, asked } = await host([spoilt(), serves(bytes)]);
    const { nearby } = await fetchNearby(`${base}town/`, 'town', null);
    expect(nearby.region.id).toBe('town');
    expect(asked()).toEqual(['manifest.json', 'nearby', 'nearby']);
  });

  it('twice is a fault, asked for no third time', async () => {
    const { base, asked } = await host([serves(flipped(bytes))]);
    expect((await faultOf(() => fetchNearby(`${base}town/`, 'town', null))).code).toBe(
      'bundle-corrupt',
    );
    expect(asked()).toEqual(['manifest.json', 'nearby', 'nearby']);
  });

  it('past the caches: the second request says no-cache', async () => {
    const seen: (string | undefined)[] = [];
    const noting =
      (answer: Answer): Answer =>
      (request, response) => {
        seen.push(request.headers['cache-control']);
        answer(request, response);
      };
    const { base } = await host([noting(serves(flipped(bytes))), noting(serves(bytes))]);
    await fetchNearby(`${base}town/`, 'town', null);
    expect(seen).toEqual([undefined, 'no-cache']);
  });
});

describe('what is not there', () => {
  it('is told at once: no such region, no such file, a page of the host instead', async () => {
    const { base, log } = await host();
    expect((await faultOf(() => fetchNearby(`${base}other/`, 'other', null))).code).toBe(
      'region-missing',
    );
    expect(log).toHaveLength(1);
    const gone = await host([says(404)]);
    expect((await faultOf(() => fetchNearby(`${gone.base}town/`, 'town', null))).code).toBe(
      'region-missing',
    );
    const page = await host([says(200, '<html>', { 'content-type': 'text/html' })]);
    const fault = await faultOf(() => fetchNearby(`${page.base}town/`, 'town', null));
    expect(fault.text.en).toContain('(HTML)');
  });

  it('of a manifest is named: where, what was got, what was expected', async () => {
    for (const [told, where] of [
      [{ ...manifest, bbox: [1, 2, 3] }, 'bbox'],
      [{ ...manifest, format: 'other' }, 'format'],
      [null, ''],
    ] as const) {
      const { base } = await host(undefined, told);
      const fault = await faultOf(() => fetchNearby(`${base}town/`, 'town', null));
      expect(fault.code).toBe('manifest');
      expect(fault.text.en).toContain(`at "${where}`);
    }
  });
});
