import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CacheNames } from '../../../src/engine/offline/cache-names.ts';
import { RegionKeeper } from '../../../src/engine/offline/keep-region.ts';
import { keptRegions } from '../../../src/engine/offline/kept-regions.ts';
import { PageFiles } from '../../../src/engine/offline/page-files.ts';
import { rangeAnswer } from '../../../src/engine/offline/range-answer.ts';
import { RegionRequests } from '../../../src/engine/offline/region-requests.ts';
import { shellFiles } from '../../../scripts/serve/shell-files.ts';
import { cacheStorage } from './cache-storage.ts';

const SCOPE = 'https://office.example/near/';
const TILES = `${SCOPE}tiles/`;
const names = new CacheNames(SCOPE);
const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const named = (kind: string, text: string, end: string) =>
  `${kind}-${sha(text).slice(0, 12)}.${end}`;

/** A host of these texts by address below the scope; `down` without a network, `asked` what came. */
function hostOf(files: Record<string, string>) {
  const host = { files, down: false, asked: [] as string[], ask: (async () => {}) as never };
  host.ask = (async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    const path = url.slice(SCOPE.length);
    host.asked.push(init.cache ? `${path} ${init.cache}` : path);
    if (host.down) throw new TypeError('no network');
    if (!(path in host.files)) return new Response('none', { status: 404 });
    const type = path.endsWith('.json') ? 'application/json' : 'text/plain';
    return new Response(host.files[path], { headers: { 'Content-Type': type } });
  }) as never;
  return host;
}

/** A region of these contents as a host has it. */
function region(data: string, ground: string, bytes = ground.length) {
  const part = (file: string, text: string, size = text.length) => ({
    file,
    bytes: size,
    sha256: sha(text),
  });
  const [dataFile, groundFile] = [
    named('nearby', data, 'bin'),
    named('basemap', ground, 'pmtiles'),
  ];
  const manifest = {
    name: '小城',
    data_date: '2025-06-01',
    nearby: part(dataFile, data),
    basemap: part(groundFile, ground, bytes),
  };
  return {
    'tiles/index.json': '[]',
    'tiles/town/manifest.json': JSON.stringify(manifest),
    [`tiles/town/${dataFile}`]: data,
    [`tiles/town/${groundFile}`]: ground,
  };
}

function phone(files: Record<string, string>) {
  const host = hostOf(files);
  const store = cacheStorage();
  const keeper = new RegionKeeper(names, TILES, store, host.ask);
  const requests = new RegionRequests(names, TILES, store, host.ask);
  const kept = async () => {
    const cache = await store.open(names.region('town'));
    return (await cache.keys()).map(({ url }) => url.slice(`${TILES}town/`.length)).sort();
  };
  const get = async (path: string, init: RequestInit = {}) =>
    (await requests.answer(new Request(SCOPE + path, init)))!;
  return { host, store, keeper, kept, get };
}

const GROUND = 'PMTiles and the streets of a town';
const ground = `tiles/town/${named('basemap', GROUND, 'pmtiles')}`;
const data = (text: string) => `tiles/town/${named('nearby', text, 'bin')}`;

describe('a range out of a kept file', () => {
  const whole = new Blob(['0123456789']);
  it.each([
    ['bytes=0-3', 206, 'bytes 0-3/10', '0123'],
    ['bytes=7-99', 206, 'bytes 7-9/10', '789'],
    ['bytes=8-', 206, 'bytes 8-9/10', '89'],
    ['bytes=-2', 206, 'bytes 8-9/10', '89'],
    ['bytes=10-12', 416, 'bytes */10', ''],
    [null, 200, null, '0123456789'],
    ['lines=1-2', 200, null, '0123456789'],
  ])('%s', async (range, status, told, text) => {
    const answer = rangeAnswer(whole, range);
    expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([
      status,
      told,
      text,
    ]);
  });
});

describe('a region on a phone', () => {
  it('keeps nothing before it is asked to, and answers without network after', async () => {
    const { host, keeper, kept, get } = phone(region('streets', GROUND));
    expect(await (await get(data('streets'))).text()).toBe('streets');
    expect(await kept()).toEqual([]);
    expect(await keeper.keep('town', false)).toEqual({
      network: true,
      data: true,
      noGround: false,
      full: false,
    });
    expect(await kept()).toEqual(['manifest.json', data('streets').slice(11)]);
    await keeper.keep('town', true);
    host.down = true;
    expect(await (await get('tiles/index.json')).text()).toBe('[]');
    expect((await (await get('tiles/town/manifest.json')).json()).name).toBe('小城');
    expect(await (await get(data('streets'))).text()).toBe('streets');
    const part = await get(ground, { headers: { Range: 'bytes=0-6' } });
    expect([part.status, await part.text()]).toEqual([206, 'PMTiles']);
    expect(await keeper.keep('town', true)).toMatchObject({ network: false, data: true });
  });

  it('takes a region built anew, and only then drops the old files', async () => {
    const { host, keeper, kept } = phone(region('streets', GROUND));
    await keeper.keep('town', true);
    const before = await kept();
    const anew = region('more streets', GROUND);
    host.files = { ...anew };
    delete host.files[data('more streets')];
    expect(await keeper.keep('town', true)).toMatchObject({ data: true });
    expect(await kept()).toEqual(before);
    host.files = anew;
    await keeper.keep('town', true);
    expect(await kept()).toEqual([
      ground.slice(11),
      'manifest.json',
      data('more streets').slice(11),
    ]);
  });

  it('mends what is spoilt: the reader is given the host’s, and the phone keeps that', async () => {
    const { host, store, keeper, get } = phone(region('streets', GROUND));
    await keeper.keep('town', true);
    const cache = await store.open(names.region('town'));
    await cache.put(SCOPE + data('streets'), new Response('garbage'));
    expect(await (await get(data('streets'))).text()).toBe('streets');
    await cache.put(SCOPE + ground, new Response('garbage'));
    host.asked.length = 0;
    await keeper.keep('town', true);
    expect(host.asked).toContain(`${data('streets')} force-cache`);
    expect(await (await cache.match(SCOPE + data('streets')))!.text()).toBe('streets');
    expect(await (await cache.match(SCOPE + ground))!.text()).toBe(GROUND);
    host.asked.length = 0;
    await get(data('streets'), { cache: 'reload' });
    expect(host.asked).toEqual([data('streets')]);
  });

  it('keeps no basemap that is too large, says so, and keeps no part of it that was looked at', async () => {
    const { keeper, kept, get } = phone(region('streets', GROUND, 31e6));
    expect(await keeper.keep('town', true)).toMatchObject({ data: true, noGround: true });
    await get(ground, { headers: { Range: 'bytes=0-6' } });
    expect(await kept()).toEqual(['manifest.json', data('streets').slice(11)]);
  });

  it('is listed with its size and date, a spoilt manifest with what is known', async () => {
    const files = region('streets', GROUND);
    const { store, keeper } = phone(files);
    await keeper.keep('town', true);
    const bytes =
      'streets'.length + GROUND.length + Buffer.byteLength(files['tiles/town/manifest.json']);
    const town = { id: 'town', name: '小城', nameEn: null, bytes, date: '2025-06-01' };
    expect(await keptRegions(names, store)).toEqual([town]);
    expect(await keptRegions(new CacheNames('https://office.example/'), store)).toEqual([]);
    const cache = await store.open(names.region('town'));
    await cache.put(`${TILES}town/manifest.json`, new Response('{'));
    expect(await keptRegions(names, store)).toMatchObject([{ name: 'town', date: null }]);
  });

  it('leaves other files, and other hosts, to the browser', () => {
    const requests = new RegionRequests(names, TILES, cacheStorage(), fetch);
    for (const url of [
      `${TILES}town/notes.txt`,
      `${TILES}town/deep/nearby-0123456789ab.bin`,
      `${SCOPE}story/region/nearby-0123456789ab.bin`,
      'https://elsewhere.example/tiles/index.json',
    ]) {
      expect(requests.answer(new Request(url))).toBeNull();
    }
  });
});

describe('the files of the page', () => {
  const html = (n: number) => `<html><script src="./assets/index-${n}.js"></script></html>`;
  const build = (n: number) => [
    { url: 'index.html', revision: `r${n}`, names: `assets/index-${n}.js` },
    { url: `assets/index-${n}.js`, revision: null, sha256: sha(`code ${n}`) },
    { url: 'assets/both.js', revision: null, sha256: sha('both') },
  ];
  const served = (n: number) => ({
    'index.html': html(n),
    [`assets/index-${n}.js`]: `code ${n}`,
    'assets/both.js': 'both',
  });

  it('are kept build by build; one that is not all there is not taken', async () => {
    const host = hostOf(served(1));
    const store = cacheStorage();
    const first = new PageFiles(build(1), SCOPE, names, store, host.ask);
    await first.install();
    const second = new PageFiles(build(2), SCOPE, names, store, host.ask);
    await expect(second.install()).rejects.toThrow('not this build');
    host.files = served(2);
    host.asked.length = 0;
    await second.install();
    expect(host.asked.filter((path) => path.includes('both'))).toEqual([]);
    host.down = true;
    const page = first.find(`${SCOPE}?page=nearby&lang=en#x`)!;
    expect(await (await first.answer(page)).text()).toBe(html(1));
    expect(await (await second.answer(page)).text()).toBe(html(2));
    await second.tidy();
    await expect(first.answer(page)).rejects.toThrow('no network');
    expect(await (await second.answer(page)).text()).toBe(html(2));
  });

  it('are mended where they are spoilt, and not kept again once everything was cleared', async () => {
    const host = hostOf(served(1));
    const store = cacheStorage();
    const page = new PageFiles(build(1), SCOPE, names, store, host.ask);
    await page.install();
    const cache = await store.open(names.page);
    for (const { url } of await cache.keys()) await cache.put(url, new Response('garbage'));
    expect(await (await page.answer(`${SCOPE}assets/both.js`)).text()).toBe('both');
    expect(await (await page.answer(`${SCOPE}index.html`)).text()).toBe(html(1));
    expect(await (await cache.match(`${SCOPE}index.html?r1`))!.text()).toBe(html(1));
    await store.delete(names.page);
    expect(await (await page.answer(`${SCOPE}assets/both.js`)).text()).toBe('both');
    expect(await store.has(names.page)).toBe(false);
  });

  it('are those that the resident’s page names, one by way of the other, without the planner’s', () => {
    const texts = new Map([
      ['index.html', 'src="./assets/index-a.js"'],
      ['assets/index-a.js', 'import("./near-b.js"),import("./planner-c.js")'],
      ['assets/near-b.js', 'new Worker("worker-d.js");"./near-e.css"'],
      ['assets/planner-c.js', 'import("./solver-f.js")'],
      ['assets/worker-d.js', 'import("./index-a.js")'],
      ['assets/near-e.css', ''],
      ['assets/solver-f.js', ''],
    ]);
    expect([...shellFiles(texts, 'index.html', new Set(['assets/planner-c.js']))]).toEqual([
      'index.html',
      'assets/index-a.js',
      'assets/near-b.js',
      'assets/worker-d.js',
      'assets/near-e.css',
    ]);
  });
});
