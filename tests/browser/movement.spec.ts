import { expect, test } from './fixtures/quiet-page.ts';
import { colourShares, settle, undrawn } from './map-picture.ts';
import { palette } from '../../src/ui/map/colours.ts';

const number = (text: string) => Number(text.replaceAll(',', ''));

test('a wheelchair is told whom it loses to what, and the rings are on the map', async ({
  page,
}) => {
  // Software draws this map twice.
  test.slow();
  await page.goto(
    './?region=sample&service=elder_care&profile=wheelchair&theme=light&at=150,38,14.00',
  );
  await settle(page);
  await expect(page.locator('#result h2')).toHaveText('15 分钟内坐轮椅能到养老服务');
  const sentence = (await page.getByTestId('step-free').textContent())!;
  const [older, lost, barriers, pace] = sentence.match(/[\d,]+(?= 人)/g)!.map(number);
  expect(barriers).toBeGreaterThan(0);
  expect(barriers + pace).toBe(lost);
  expect(lost).toBeLessThan(older);
  await expect(page.getByRole('list', { name: '图例' })).toContainText('轮椅因障碍到不了');
  // A ring of somebody lost to barriers has a rim of ink, which gaps and bands have not; what else is
  // written in ink stands on the walker's map as well.
  const { ink } = palette('light');
  const wheels = await colourShares(page, [ink]);
  await page.getByRole('radio', { name: '一般' }).check();
  await expect(page.getByTestId('step-free')).toHaveCount(0);
  await settle(page);
  const walkers = await colourShares(page, [ink]);
  expect(wheels[ink]).toBeGreaterThan(1.2 * walkers[ink]);
});

test('an ambulance has a limit for each zone, and one limit for all when asked', async ({
  page,
}) => {
  await undrawn(page);
  await page.goto('./?region=sample&service=ambulance_base');
  await expect(page.locator('#result h2')).toHaveText(
    '救护车从急救站出发，城镇 15 分钟、农村 30 分钟内能赶到',
  );
  const zones = page.getByTestId('zone');
  await expect(zones).toHaveText([/^城镇 15 分钟：/, /^农村 30 分钟：/]);
  const covered = (await zones.allTextContents()).map((text) =>
    number(text.match(/：([\d,]+)/)![1]),
  );
  const people = (await page.getByTestId('people').textContent())!;
  expect(covered[0] + covered[1]).toBe(number(people.match(/[\d,]+/)![0]));
  // Nobody walks here: not in the table, not among the gaps.
  await expect(page.getByTestId('areas')).toContainText('赶不到');
  await expect(page.getByTestId('gaps')).not.toContainText('走不到');
  await page.getByRole('radio', { name: '10 分钟' }).check();
  await expect(page.locator('#result h2')).toHaveText('救护车从急救站出发，10 分钟内能赶到');
  await expect(zones).toHaveCount(0);
});

test('a bicycle is chosen by keyboard and stands in the address, which brings it back', async ({
  page,
}) => {
  await undrawn(page);
  await page.goto('./?region=sample&service=clinic');
  await expect(page.getByTestId('versus')).toBeVisible();
  await page.getByRole('radio', { name: '轮椅' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '自行车', exact: true })).toBeChecked();
  const headline = page.locator('#result h2');
  await expect(headline).toHaveText('15 分钟内骑自行车能到诊所');
  await expect(page.getByRole('spinbutton', { name: /速度/ })).toHaveValue('4.17');
  await expect(page).toHaveURL(/profile=bicycle/);
  const people = await page.getByTestId('people').textContent();
  await page.goto(page.url());
  await expect(headline).toHaveText('15 分钟内骑自行车能到诊所');
  await expect(page.getByTestId('people')).toHaveText(people!);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(headline).toHaveText('Clinic: within 15 minutes by bicycle');
});
