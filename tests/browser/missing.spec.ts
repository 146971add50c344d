import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { encodeRegion } from '../../src/data/region/encode-region.ts';
import { decodeRegion } from '../../src/data/region/region.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { undrawn } from './map-picture.ts';

const TOLD = {
  service: 'elder_care',
  count: 35,
  status: 'open',
  scope: 'place',
  year: '2023',
  claim: 'C034',
  zh: '35 处社区居家养老服务站',
  en: '35 community home-care stations',
};

/** The sample city as it would be without any list of facilities, fetched by a recipe. */
async function withoutFacilities(page: Page): Promise<void> {
  let bundle = Buffer.alloc(0);
  await page.route('**/tiles/bare/manifest.json', async (route) => {
    const sample = route.request().url().replace('/bare/', '/sample/');
    const response = await route.fetch({ url: sample });
    const manifest = await response.json();
    const whole = await route.fetch({ url: new URL(manifest.bundle.file, sample).href });
    const region = decodeRegion(new Uint8Array(await whole.body()));
    bundle = Buffer.from(encodeRegion({ ...region, facilities: [] }));
    const place = {
      adcode: '000000',
      boundary: { relation: null, zh: '研究范围是一个大致方框。', en: 'The study area is a box.' },
      expected: [TOLD],
    };
    const own = { ...manifest.bundle, bytes: bundle.length };
    await route.fulfill({
      response,
      json: { ...manifest, id: 'bare', place, bundle: own, basemap: null },
    });
  });
  await page.route('**/tiles/bare/bundle-*.bin', (route) =>
    route.fulfill({ contentType: 'application/octet-stream', body: bundle }),
  );
}

test('a region without facilities says so, makes up no figure and offers a sheet to fill in', async ({
  page,
}) => {
  await withoutFacilities(page);
  await page.goto('./?region=bare&service=elder_care');
  const missing = page.getByTestId('missing');
  // The region is made anew in between, which takes a while on a busy machine.
  await expect(missing).toContainText('“养老服务”的设施清单未载入：请导入一份', {
    timeout: 45_000,
  });
  await expect(missing).toContainText(/研究范围内有 [\d,]+ 位/);
  await expect(missing).toContainText('35 处社区居家养老服务站（2023）');
  await expect(missing).toContainText('研究范围是一个大致方框。');
  await expect(page.getByTestId('share')).toHaveCount(0);
  await expect(page.getByTestId('gaps')).toHaveCount(0);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    missing.getByRole('button', { name: '下载样表' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('bare-elder_care.csv');
  const sheet = readFileSync(await download.path(), 'utf8');
  expect(sheet).toMatch(/^\ufeff编号,名称,服务,经度,纬度,/);
  expect(sheet).toMatch(/\r\n示例（请删除本行）,[^\r\n]*养老服务,/);

  await page.goto('./?region=bare&service=school&lang=en');
  await expect(missing).toContainText('facility list not loaded: import one');
  await expect(missing).not.toContainText('community home-care');
  // The map has the room of the results, down to the foot of the page.
  const map = (await page.locator('.map').boundingBox())!;
  expect(map.y + map.height).toBeGreaterThan(page.viewportSize()!.height - 10);
});

test('on a phone the sheet is within reach of a thumb', async ({ page }) => {
  await undrawn(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await withoutFacilities(page);
  await page.goto('./?region=bare&service=elder_care');
  const button = page.getByRole('button', { name: '下载样表' });
  await button.scrollIntoViewIfNeeded();
  const box = (await button.boundingBox())!;
  expect(box.height).toBeGreaterThanOrEqual(44);
  expect(box.x + box.width).toBeLessThanOrEqual(390);
});
