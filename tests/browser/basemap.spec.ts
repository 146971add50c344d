import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Manifest } from '../../src/data/region/manifest.ts';
import { palette } from '../../src/ui/map/colours.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { colourShares, settle } from './map-picture.ts';

const ARCHIVE = '**/tiles/sample/basemap-*.pmtiles';
/** The river with streets on both sides and bridges over it. */
const RIVER = './?region=sample&service=jikang&at=150.01,37.995,13.5';
const { water, road } = palette('light');
const note = (page: Page) => page.getByTestId('ground-note');
const sampleManifest = () =>
  JSON.parse(readFileSync('tiles/sample/manifest.json', 'utf8')) as Manifest;

test('the basemap is drawn from ranges of one archive, and again in another theme and language', async ({
  page,
}) => {
  const answers: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.pmtiles')) answers.push(response.status());
  });
  await page.goto(`${RIVER}&theme=light`);
  await settle(page);
  expect(new Set(answers)).toEqual(new Set([206]));
  expect((await colourShares(page, [water, road]))[water]).toBeGreaterThan(0.01);
  await expect(note(page)).toHaveCount(0);

  const dark = palette('dark');
  await page.getByLabel('外观').selectOption('dark');
  await settle(page);
  const night = await colourShares(page, [dark.water, water]);
  expect(night[dark.water]).toBeGreaterThan(0.01);
  expect(night[water]).toBe(0);

  await page.getByRole('button', { name: 'English' }).click();
  await settle(page);
  expect((await colourShares(page, [dark.water]))[dark.water]).toBeGreaterThan(0.01);
});

test('more names and buildings are one tick away, and in the address', async ({ page }) => {
  await page.goto('./?region=sample&service=jikang&theme=light&at=150,38,14.2');
  await settle(page);
  const quiet = await page.locator('.maplibregl-canvas').screenshot();
  await page.getByLabel('底图更详细').check();
  await expect(page).toHaveURL(/detail=1/);
  await settle(page);
  expect((await page.locator('.maplibregl-canvas').screenshot()).equals(quiet)).toBe(false);
});

test('on a host without ranges the archive is taken whole and drawn', async ({ page }) => {
  const { basemap } = sampleManifest();
  const body = readFileSync(`tiles/sample/${basemap!.file}`);
  await page.route(ARCHIVE, (route) => route.fulfill({ status: 200, body }));
  await page.goto(`${RIVER}&theme=light`);
  await settle(page);
  expect((await colourShares(page, [water]))[water]).toBeGreaterThan(0.01);
  await expect(note(page)).toHaveCount(0);
});

test('a region without a basemap is drawn on the bare land, and a sentence says how to make one', async ({
  page,
}) => {
  await page.route('**/tiles/sample/manifest.json', (route) =>
    route.fulfill({ json: { ...sampleManifest(), basemap: null } }),
  );
  await page.goto(`${RIVER}&theme=light`);
  await settle(page);
  await expect(note(page)).toContainText('huimin tiles --region sample --osm');
  const { land, gap } = palette('light');
  const shares = await colourShares(page, [land, water, gap]);
  expect(shares[land]).toBeGreaterThan(0.05);
  expect(shares[gap]).toBeGreaterThan(0.001);
  expect(shares[water]).toBe(0);
});

test.describe('an archive that is not there', () => {
  // Browsers write a failed request to the console themselves.
  test.use({ allowed: [/404/] });

  test('leaves the map with all our data, and a sentence', async ({ page }) => {
    await page.route(ARCHIVE, (route) => route.fulfill({ status: 404 }));
    await page.goto(`${RIVER}&theme=light`);
    await settle(page);
    await expect(note(page)).toContainText('底图没有载入');
    expect(
      (await colourShares(page, [palette('light').gap]))[palette('light').gap],
    ).toBeGreaterThan(0.001);
  });
});

for (const [wide, narrow] of [
  [1440, 1201],
  [390, 320],
]) {
  test(`sources and date are on the map and cover nothing at ${wide} and ${narrow} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: wide, height: 844 });
    // As of a real region, whose sources are longer to name.
    await page.route('**/tiles/sample/manifest.json', (route) =>
      route.fulfill({ json: { ...sampleManifest(), invented: false } }),
    );
    await page.goto('./?region=sample&service=elder_care&lang=en');
    for (const width of [wide, narrow]) {
      await page.setViewportSize({ width, height: 844 });
      await settle(page);
      const attribution = page.locator('.attribution');
      await expect(attribution).toBeVisible();
      await expect(attribution).toContainText('Schematic map · © OpenStreetMap contributors, ODbL');
      await expect(attribution).toContainText(/street data \d{4}-\d\d-\d\d/);
      await expect(attribution.getByRole('link', { name: 'ODbL' })).toHaveAttribute(
        'href',
        'https://opendatacommons.org/licenses/odbl/',
      );
      const overlaps = await page.evaluate(() => {
        const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
        const over = (a: DOMRect, b: DOMRect) =>
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        const own = box('.attribution');
        const inside = own.left >= 0 && own.right <= innerWidth + 0.5;
        return [
          inside ? '' : 'outside',
          ...['.legend', '.buttons', '.maplibregl-ctrl-scale', '.over'].map((selector) =>
            over(own, box(selector)) ? selector : '',
          ),
          over(box('.legend'), box('.buttons')) ? 'legend over buttons' : '',
        ].filter(Boolean);
      });
      expect(overlaps).toEqual([]);
    }
  });
}
