import { expectAccessible } from './fixtures/axe.ts';
import { expect, test } from './fixtures/quiet-page.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('a point of the map to set out from, then the list and the way on it; its host learns nothing', async ({
  page,
  context,
}) => {
  const requests: { file: string; range?: string }[] = [];
  context.on('request', (request) => {
    const file = new URL(request.url()).pathname.split('/').pop()!;
    requests.push({ file, range: request.headers()['range'] });
  });
  const archives = () => requests.filter(({ file }) => file.endsWith('.pmtiles'));
  const drawn = page.locator('aside [data-idle="true"]');

  await page.goto('./?page=nearby&service=clinic');
  await page.getByRole('button', { name: '或者在地图上点' }).waitFor();
  expect(requests.filter(({ file }) => /maplibre|NearMap|pmtiles/.test(file))).toEqual([]);
  await page.getByRole('button', { name: '或者在地图上点' }).click();
  await drawn.waitFor();
  await page.locator('aside canvas').click({ position: { x: 150, y: 150 } });
  await drawn.waitFor();
  await page.getByRole('button', { name: '就从十字这里出发' }).click();
  await expect(page.getByText('从地图上的一点出发')).toBeVisible();
  await expect(page.getByRole('main').locator('ol > li')).toHaveCount(5);

  // The map follows the list, and the way, and its files are not asked for again, nor by pieces.
  await drawn.waitFor();
  await page
    .getByRole('button', { name: /^怎么走/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^怎么去/);
  await drawn.waitFor();
  await expectAccessible(page);
  expect(archives().length).toBeGreaterThan(0);
  for (const { range } of archives()) expect(range).toBeUndefined();
  const asked = await page.evaluate(() => JSON.stringify([location.href, history.state]));
  expect(asked).not.toMatch(/\d+\.\d{3}/);
});
