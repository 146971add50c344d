import { beforeAll, describe, expect, it, vi } from 'vitest';
import { gunzipSync, gzipSync } from 'node:zlib';
import { pinyinOf } from '../../../scripts/region/pinyin-of.ts';
import { loadRegion } from '../../../scripts/huimin/load-region.ts';
import { Fault } from '../../../src/data/fault.ts';
import { encodeNearby } from '../../../src/data/region/encode-nearby.ts';
import { graphColumns } from '../../../src/data/region/encode-region.ts';
import { readNearby, type NearbyRegion } from '../../../src/data/region/nearby-region.ts';
import type { Region } from '../../../src/data/region/region.ts';
import { readSections } from '../../../src/data/region/sections.ts';
import { writeSections } from '../../../src/data/region/write-sections.ts';
import { sampleRegion } from '../region/region-samples.ts';

const decodeNearby = (bytes: Uint8Array) => readNearby(new Blob([Uint8Array.from(bytes)]).stream());

/** The Fault that reading `bytes` ends in. */
async function refusal(bytes: Uint8Array): Promise<Fault> {
  try {
    await decodeNearby(bytes);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('expected a Fault, got none');
}

/** A file as a network gives it, and how much of it was taken so far. */
function inPieces(whole: Uint8Array, size: number) {
  let at = 0;
  const pieces = new ReadableStream<Uint8Array>(
    {
      pull(to) {
        if (at >= whole.length) return to.close();
        to.enqueue(whole.slice(at, (at += size)));
      },
    },
    { highWaterMark: 0 },
  );
  return { pieces, given: () => at };
}

const small = () => encodeNearby(sampleRegion(), pinyinOf);

describe('the sample city on a phone', () => {
  let region: Region;
  let bytes: Uint8Array;
  let nearby: NearbyRegion;
  beforeAll(async () => {
    ({ region } = loadRegion('sample'));
    bytes = encodeNearby(region, pinyinOf);
    nearby = await decodeNearby(bytes);
  });

  it('weighs at most 150 kB', () => {
    expect(bytes.length).toBeLessThan(150_000);
  });

  it('has the streets of the bundle to the bit, without what only cars need', () => {
    const { edge_kmh, ...onFoot } = graphColumns(region.graph);
    expect(edge_kmh).toBeDefined();
    const again = graphColumns(nearby.region.graph);
    expect(Object.keys(again).sort()).toEqual(Object.keys(onFoot).sort());
    for (const [name, column] of Object.entries(onFoot)) {
      const bits = [column, again[name]].map(({ buffer, byteOffset, byteLength }) =>
        Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength),
      );
      expect(again[name].constructor, name).toBe(column.constructor);
      expect(bits[0].equals(bits[1]), name).toBe(true);
    }
  });

  it('has its facilities, estates and street names, nobody and no areas', () => {
    const { facilities, estates, streetNames, places, areas, name } = nearby.region;
    expect(facilities).toEqual(region.facilities);
    expect(estates).toEqual(region.estates);
    expect(streetNames).toEqual(region.streetNames);
    expect(name).toBe('示例城');
    expect([places.ids.length, places.lon.length, areas.length]).toEqual([0, 0, 0]);
  });

  it('names every estate, area, facility and named street once, as one types them', () => {
    const of = (kind: string) => nearby.names.filter((place) => place.kind === kind);
    expect(of('estate').map(({ id }) => id)).toEqual(region.estates!.map(({ id }) => id));
    expect(of('area').map(({ id }) => id)).toEqual(region.areas.map(({ id }) => id));
    expect(of('facility').map(({ id }) => id)).toEqual(region.facilities.map(({ id }) => id));
    const streets = of('street').map(({ name }) => name);
    expect(new Set(streets)).toEqual(new Set(region.streetNames.slice(1).map(({ name }) => name)));
    expect(streets.length).toBe(region.streetNames.length - 1);
    expect(nearby.names.every(({ pinyin }) => /^[a-z0-9]+( [a-z0-9]+)*$/.test(pinyin))).toBe(true);
    const wenchang = nearby.names.find(({ name }) => name === '文昌楼院')!;
    expect(wenchang).toMatchObject({ kind: 'estate', pinyin: 'wen chang lou yuan' });
  });
});

describe('a file for a phone', () => {
  it('is the same every time, and carries no date', () => {
    const again = small();
    expect(again).toEqual(small());
    expect([...again.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
  });

  it('is read as it comes: streets first, and the same whatever its pieces', async () => {
    const whole = small();
    const region = await decodeNearby(whole);
    for (const size of [1, 7, 64, whole.length]) {
      const seen: (Region & { then: number })[] = [];
      const { pieces, given } = inPieces(whole, size);
      const read = await readNearby(pieces, (early) => seen.push({ ...early, then: given() }));
      expect(read).toEqual(region);
      expect(seen).toHaveLength(1);
      expect(seen[0].graph).toBe(read.region.graph);
      expect([seen[0].streetNames, seen[0].facilities]).toEqual([[], []]);
    }
  });

  it('gives the streets of the sample city before the rest is here', async () => {
    const whole = encodeNearby(loadRegion('sample').region, pinyinOf);
    // A sixth of the file is names and facilities.
    const enough = Math.round(whole.length * 0.9);
    let prepared = () => {};
    const streets = new Promise<void>((resolve) => (prepared = resolve));
    const pieces = new ReadableStream<Uint8Array>({
      start: (to) => to.enqueue(whole.slice(0, enough)),
      async pull(to) {
        // Who waits for the rest waits for ever.
        await streets;
        to.enqueue(whole.slice(enough));
        to.close();
      },
    });
    const { region } = await readNearby(pieces, prepared);
    expect(region.facilities.length).toBeGreaterThan(200);
  });

  it('blames nobody who prepares for a file that is spoilt, and blows up where it is sound', async () => {
    const prepare = () => {
      throw new RangeError('no such street');
    };
    const read = (bytes: Uint8Array) => readNearby(inPieces(bytes, 64).pieces, prepare);
    await expect(read(small())).rejects.toThrow(RangeError);
    const broken = gunzipSync(small());
    // In the last section, behind the streets.
    broken[broken.length - 9] ^= 1;
    await expect(read(gzipSync(broken))).rejects.toBeInstanceOf(Fault);
  });

  it('that is foreign is not taken to its end', async () => {
    for (const begins of [gzipSync('x'.repeat(100)), new TextEncoder().encode('<html>')]) {
      let cancelled = false;
      const endless = new ReadableStream<Uint8Array>({
        start: (to) => to.enqueue(Uint8Array.from(begins)),
        pull: () => new Promise(() => {}),
        cancel: () => void (cancelled = true),
      });
      await expect(readNearby(endless)).rejects.toThrow('bundle');
      await vi.waitFor(() => expect(cancelled).toBe(true));
    }
  });

  it('with a street off the Earth is corrupt before anybody lays a grid over it', async () => {
    const region = sampleRegion();
    region.graph.vertexLat[1] = 91e7;
    let prepared = false;
    const { pieces } = inPieces(encodeNearby(region, pinyinOf), 64);
    await expect(readNearby(pieces, () => (prepared = true))).rejects.toThrow('vertex_lat');
    expect(prepared).toBe(false);
  });

  it('opens where the browser unpacks nothing', async () => {
    const region = await decodeNearby(small());
    vi.stubGlobal('DecompressionStream', undefined);
    try {
      expect(await decodeNearby(small())).toEqual(region);
      expect((await refusal(small().subarray(0, 99))).code).toBe('bundle-corrupt');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('is refused with a Fault at every cut and with any byte changed, but for the header', async () => {
    const whole = small();
    const codes = new Set<string>();
    for (let length = 0; length < whole.length; length += 13) {
      codes.add((await refusal(whole.subarray(0, length))).code);
    }
    // Bytes 2 … 9 say how it was made, not what is in it; of them only the method and flags matter.
    for (let at = 10; at < whole.length; at += 7) {
      const broken = whole.slice();
      broken[at] ^= 1 << (at % 8);
      codes.add((await refusal(broken)).code);
    }
    expect(codes).toEqual(new Set(['bundle-foreign', 'bundle-corrupt']));
  });

  it('is not taken for a bundle, nor a bundle for it', async () => {
    const bundle = gunzipSync(small());
    const foreign = await refusal(bundle);
    expect(foreign.code).toBe('bundle-foreign');
    expect(foreign.text.en).toContain('it begins with "HUIMINRG", expected "gzip"');
    expect((await refusal(new Uint8Array())).code).toBe('bundle-foreign');
    expect((await refusal(gzipSync('not sections at all'))).code).toBe('bundle-foreign');
    expect((await refusal(gzipSync(writeSections({ arrays: {}, json: {} })))).code).toBe(
      'bundle-corrupt',
    );
  });

  it('of another version is refused by its number', async () => {
    const sections = readSections(new Uint8Array(gunzipSync(small())));
    sections.json.nearby = { version: 7 };
    const fault = await refusal(gzipSync(writeSections(sections)));
    expect(fault.code).toBe('bundle-version');
    expect(fault.text.en).toContain('version 7; this software reads version 1');
  });

  it('with an edge to a node that is not there is corrupt', async () => {
    const region = sampleRegion();
    region.graph.edgeTo[0] = 9999;
    expect((await refusal(encodeNearby(region, pinyinOf))).code).toBe('bundle-corrupt');
  });
});

describe('pinyin', () => {
  it.each([
    ['榆树里', 'yu shu li'],
    ['重庆路', 'chong qing lu'],
    ['长春大街', 'chang chun da jie'],
    ['银行宿舍', 'yin hang su she'],
    ['音乐厅', 'yin yue ting'],
    ['乐园', 'le yuan'],
    ['綠園', 'lv yuan'],
    ['A区3号楼', 'a qu 3 hao lou'],
    ['Rua Sete de Setembro', 'rua sete de setembro'],
    ['', ''],
  ])('%s → %s', (name, syllables) => expect(pinyinOf(name)).toBe(syllables));
});
