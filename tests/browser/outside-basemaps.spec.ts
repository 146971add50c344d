import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { axeOf } from './fixtures/axe.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { settle } from './map-picture.ts';

/** One grey pixel, which is a tile as good as any. */
const TILE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOora39DwAFOQJ5gkSb9wAAAABJRU5ErkJggg==',
  'base64',
);
const KEY = '0123456789abcdef0123456789abcdef';

/** A stand-in for somebody else's host; what it was asked for. */
let server: Server;
let asked: string[] = [];
let host = '';

test.beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', 'image/png').end(TILE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => void server.close());
test.beforeEach(() => (asked = []));

const offer = (page: Page, list: unknown) =>
  page.route('**/tiles/basemaps.json', (route) => route.fulfill({ json: list }));

test('without a list of outside basemaps there is no such choice', async ({ page }) => {
  await page.goto('./?region=sample&service=clinic');
  await settle(page);
  await expect(page.getByRole('combobox', { name: '底图', exact: true })).toHaveCount(0);
});

test.describe('with a list', () => {
  // Only the stand-in may be asked, and each test says when.
  test.use({ allowed: [/^outside: http:\/\/127\.0\.0\.1:/] });

  test('nothing is asked of 天地图 before it is chosen; then only its host, in the reader’s language', async ({
    page,
  }) => {
    await offer(page, [{ kind: 'tianditu', key: KEY, host, approval: 'GS(2024)0650号' }]);
    await page.goto('./?region=sample&service=clinic');
    await settle(page);
    const choice = page.getByRole('combobox', { name: '底图', exact: true });
    await expect(choice).toHaveAccessibleDescription(/不选就不发/);
    await expect(page.locator('.attribution')).toContainText('示意图');
    expect(asked).toEqual([]);

    await choice.selectOption('天地图');
    await expect(page).toHaveURL(/basemap=tianditu/);
    await expect.poll(() => asked.length).toBeGreaterThan(3);
    await settle(page);
    const layers = () => new Set(asked.map((url) => url.split('/')[1]));
    expect(layers()).toEqual(new Set(['vec_w', 'cva_w']));
    expect(asked.every((url) => url.endsWith(`tk=${KEY}`))).toBe(true);
    await expect(choice).toHaveAccessibleDescription(new RegExp(host.slice(7)));
    const attribution = page.locator('.attribution');
    await expect(attribution).toContainText('天地图 · 国家地理信息公共服务平台');
    await expect(attribution).toContainText('审图号：GS(2024)0650号');
    await expect(attribution).not.toContainText('示意图');

    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => layers().has('eva_w')).toBe(true);

    await page.getByRole('combobox', { name: 'Basemap', exact: true }).selectOption('Our own');
    await settle(page);
    await expect(page).not.toHaveURL(/basemap=/);
    const before = asked.length;
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await settle(page);
    expect(asked).toHaveLength(before);
  });

  test('an XYZ basemap without an approval number is 示意图, and axe finds nothing', async ({
    page,
  }) => {
    const entry = {
      kind: 'xyz',
      name: '市图',
      url: `${host}/{z}/{x}/{y}.png`,
      attribution: '© 某市',
    };
    await offer(page, [entry]);
    await page.goto('./?region=sample&service=clinic&basemap=1');
    await expect.poll(() => asked.length).toBeGreaterThan(1);
    await settle(page);
    expect(asked.every((url) => /^\/\d+\/\d+\/\d+\.png$/.test(url))).toBe(true);
    await expect(page.locator('.attribution')).toContainText('示意图 · © 某市');
    const { violations } = await axeOf(page, {}).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });

  test('an archive that is none falls back to our own basemap, and says so', async ({ page }) => {
    const entry = {
      kind: 'pmtiles',
      name: '县图',
      url: `${host}/a.pmtiles`,
      attribution: '© 某县',
    };
    await offer(page, [entry]);
    await page.goto('./?region=sample&service=clinic&basemap=1');
    await settle(page);
    await expect(page.getByTestId('ground-note')).toContainText('用不了“县图”底图');
  });

  test('what is wrong in the list is named, and what the address names falls back', async ({
    page,
  }) => {
    await offer(page, [{ kind: 'wms', name: '旧图' }]);
    await page.goto('./?region=sample&service=clinic&basemap=tianditu');
    await settle(page);
    await expect(page.getByText('第 1 项 kind：现为 "wms"')).toBeVisible();
    await expect(page.getByText('basemap=tianditu')).toBeVisible();
    await expect(page).not.toHaveURL(/basemap=/);
    await expect(page.getByRole('combobox', { name: '底图', exact: true })).toHaveCount(0);
    expect(asked).toEqual([]);
  });
});
