import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serveTiles } from '../../scripts/serve/tiles-plugin.ts';
import { TILES } from '../../scripts/huimin/load-region.ts';
import { palette } from '../../src/ui/map/colours.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { colourShares, undrawn } from './map-picture.ts';

/** A host with the built page in a folder of its own; files may be put in place of the built ones. */
const FOLDER = '/office/';
const KINDS: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
};
const { road, residential, accent } = palette('light');
const instead = new Map<string, string>();
const dist = resolve('dist');
const tiles = resolve(TILES);
let server: Server;
let base = '';
let down = false;

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, serviceWorkers: 'allow' });

test.beforeAll(async () => {
  server = createServer((request, response) => {
    if (down) return void request.socket.destroy();
    const path = request.url!.split('?')[0].slice(FOLDER.length - 1);
    if (path.startsWith('/tiles/')) {
      request.url = path;
      return serveTiles(tiles, request, response, () => {});
    }
    const file = path === '/' ? 'index.html' : path.slice(1);
    try {
      const content = instead.get(file) ?? readFileSync(resolve(dist, file));
      response.writeHead(200, { 'Content-Type': KINDS[extname(file)] }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${FOLDER}`;
});
test.afterAll(() => void server.close());

/** Addresses of everything that is kept, without an order: two lists are written side by side. */
const keptIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return all.flat().sort();
  });

/** Puts something that is nothing in place of each kept entry of such an address; says how many. */
const spoil = (page: Page, pattern: string): Promise<number> =>
  page.evaluate(async (source) => {
    let spoilt = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!new RegExp(source).test(request.url)) continue;
        spoilt++;
        await cache.put(request, new Response('garbage'));
      }
    }
    return spoilt;
  }, pattern);

const lengths = (page: Page, pattern: string): Promise<number[]> =>
  page.evaluate(async (source) => {
    const found: number[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!new RegExp(source).test(request.url)) continue;
        found.push((await (await cache.match(request))!.arrayBuffer()).byteLength);
      }
    }
    return found.sort((a, b) => a - b);
  }, pattern);

test.setTimeout(60_000);
test('works in flight mode after one visit, mends what is spoilt, offers a new version, and can be cleared', async ({
  page,
  context,
}) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await page.goto(`${base}?page=nearby`);
  const note = page.getByTestId('offline-note');
  await expect(note).toHaveText('已保存，没有网络也能用。');
  await expect
    .poll(async () => (await keptIn(page)).some((url) => /pmtiles$/.test(url)))
    .toBe(true);
  const kept = await keptIn(page);
  expect(kept.every((url) => url.startsWith(base))).toBe(true);
  expect(asked.every((url) => url.startsWith(base))).toBe(true);
  expect(kept.filter((url) => /highs|solver|terra|Propose|HandIn/.test(url))).toEqual([]);
  const installable = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')!;
    const manifest = await (await fetch(link.href)).json();
    const icons: { src: string }[] = manifest.icons;
    return Promise.all(
      icons.map(async ({ src }) => {
        const picture = await createImageBitmap(await (await fetch(`./${src}`)).blob());
        return [picture.width, picture.height];
      }),
    );
  });
  expect(installable).toEqual([
    [192, 192],
    [512, 512],
    [512, 512],
  ]);

  // In flight mode: the page, the names, the list and the bytes of the map.
  down = true;
  await context.setOffline(true);
  await page.reload();
  await expect(note).toHaveText('没有网络，用的是 2025-06-01 的数据。');
  const open = page.getByRole('button', { name: '保存在这部手机里的数据' });
  const room = page.getByTestId('storage-room');
  await open.click();
  await expect(room).toContainText(/示例城：\d\.\d MB，2025-06-01 的数据/);
  await expectAccessible(page);
  await page.getByRole('button', { name: '诊所' }).click();
  await page.getByRole('searchbox').fill('文昌');
  await page.getByRole('button', { name: '文昌楼院 小区' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('最近的诊所');
  await expect(page.getByRole('main').locator('ol > li').first()).toContainText('分钟');
  const archive = kept.find((url) => /pmtiles$/.test(url))!;
  const part = await page.evaluate(async (url) => {
    const answer = await fetch(url, { headers: { Range: 'bytes=0-6' } });
    return [answer.status, answer.headers.get('content-range'), await answer.text()];
  }, archive);
  expect(part[0]).toBe(206);
  expect(part[1]).toMatch(/^bytes 0-6\/\d{6,}$/);
  expect(part[2]).toBe('PMTiles');

  // And what is made of them: streets on their ground, and the way there over them.
  await page
    .getByRole('button', { name: /^怎么走 / })
    .first()
    .click();
  await page.getByRole('button', { name: '看地图' }).click();
  await page.locator('aside [data-idle="true"]').waitFor();
  const shares = await colourShares(page, [road, residential, accent]);
  expect(shares[residential]).toBeGreaterThan(0.1);
  expect(shares[road]).toBeGreaterThan(0.03);
  expect(shares[accent]).toBeGreaterThan(0.003);

  // What is spoilt on the device is fetched anew as soon as there is a network.
  const sound = await lengths(page, 'index|bundle|nearby|basemap-');
  expect(await spoil(page, 'index|bundle|nearby|basemap-')).toBeGreaterThan(5);
  down = false;
  await context.setOffline(false);
  await page.goto(`${base}?page=nearby`);
  await expect(page.getByRole('button', { name: '诊所' })).toBeVisible();
  await expect(note).toHaveText('已保存，没有网络也能用。');
  await expect.poll(() => lengths(page, 'index|bundle|nearby|basemap-')).toEqual(sound);

  // A new build is offered, not forced.
  const html = readFileSync(resolve(dist, 'index.html'), 'utf8');
  instead.set('index.html', html.replace('</head>', '<meta name="build" content="2" /></head>'));
  const worker = readFileSync(resolve(dist, 'service-worker.js'), 'utf8');
  const revision = /"revision":"([0-9a-f]{12})","url":"index.html"/.exec(worker)![1];
  instead.set('service-worker.js', worker.replaceAll(revision, 'another00000'));
  await page.evaluate(async () => {
    Object.assign(globalThis, { untouched: true });
    await (await navigator.serviceWorker.ready).update();
  });
  const update = page.getByTestId('update');
  await expect(update).toContainText('有新版本');
  expect(await page.evaluate(() => 'untouched' in globalThis)).toBe(true);
  const built = page.locator('meta[name=build]');
  await page.reload();
  await expect(update).toContainText('有新版本');
  await expect(built).toHaveCount(0);
  // The planner's page is the host's newest; neither it nor what others frame gets or leaves anything.
  const before = await keptIn(page);
  const other = await context.newPage();
  await undrawn(other);
  await other.goto(`${base}?region=sample`);
  await expect(other.locator('meta[name=build]')).toHaveCount(1);
  await other.getByTestId('share').waitFor();
  for (const path of ['embed.html', 'story/index.html', '?region=none']) {
    instead.set(path, '<title>an article</title>');
    await other.goto(base + path);
    down = true;
    expect(
      await other.evaluate((url) => fetch(url).catch((error: Error) => error.name), archive),
      path,
    ).toBe('TypeError');
    down = false;
  }
  await other.close();
  expect(await keptIn(page)).toEqual(before);
  await update.getByRole('button', { name: '更新' }).click();
  await expect(built).toHaveCount(1);
  await expect(note).toHaveText('已保存，没有网络也能用。');
  await expect(update).toHaveCount(0);

  // What is kept is shown, and goes when it is told to.
  await open.click();
  await room.getByRole('button', { name: '删除示例城' }).click();
  await expect(room.getByRole('status')).toHaveText('已删除：示例城');
  await expect(room).toContainText('现在没有保存区域');
  expect(
    (await keptIn(page)).filter((url) => /bundle|nearby-\w{12}\.bin|pmtiles/.test(url)),
  ).toEqual([]);
  await room.getByRole('button', { name: '全部删除' }).click();
  await expect(room.getByRole('status')).toHaveText('已删除：全部');
  expect(await keptIn(page)).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistration())).toBeUndefined();
});
