import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/quiet-page.ts';
import { answer } from './fixtures/sample-city.ts';
import { undrawn } from './map-picture.ts';

const share = (page: Page) => page.getByTestId('share');
const people = (page: Page) => page.getByTestId('people');

test('coverage of the sample city is on screen, with its denominator and its mark', async ({
  page,
}) => {
  await page.goto('./?region=sample&service=clinic');
  const expected = answer({});
  await expect(people(page)).toContainText(expected.bands[0].covered.toLocaleString('zh-Hans'));
  await expect(people(page)).toContainText(expected.people.toLocaleString('zh-Hans'));
  await expect(share(page)).toHaveText(`${(expected.bands[0].share * 100).toFixed(1)}\u202f%`);
  await expect(page.getByTestId('versus')).toContainText('圆圈法');
  await expect(page.getByText('示例数据', { exact: true }).first()).toBeVisible();
  await expect(page.locator('[data-idle="true"]')).toBeVisible();
});

test('every part of the question changes the answer and the address', async ({ page }) => {
  await undrawn(page);
  await page.goto('./?region=sample');
  await expect(share(page)).toBeVisible();
  await page.getByRole('radio', { name: '诊所' }).check();
  await page.getByRole('radio', { name: '10 分钟' }).check();
  await page.getByRole('radio', { name: '轮椅' }).check();
  const wheelchair = answer({ minutes: [10], profile: 'wheelchair', speed: 0.65 });
  await expect(people(page)).toContainText(wheelchair.bands[0].covered.toLocaleString('zh-Hans'));
  await page.getByRole('radio', { name: '圆圈' }).check();
  const circles = answer({
    minutes: [10],
    profile: 'wheelchair',
    speed: 0.65,
    method: 'buffer',
  });
  await expect(people(page)).toContainText(circles.bands[0].covered.toLocaleString('zh-Hans'));
  await expect(page).toHaveURL(/service=clinic.*minutes=10.*profile=wheelchair.*method=buffer/);
  const address = page.url();
  await page.reload();
  await expect(people(page)).toContainText(circles.bands[0].covered.toLocaleString('zh-Hans'));
  expect(page.url()).toBe(address);
});

test('the slider goes to 30 minutes by keyboard, and the newest question wins', async ({
  page,
}) => {
  await undrawn(page);
  await page.goto('./?region=sample&service=clinic&minutes=10');
  await expect(share(page)).toBeVisible();
  const slider = page.getByRole('slider', { name: /限时/ });
  await slider.focus();
  for (let minute = 11; minute <= 30; minute++) await page.keyboard.press('ArrowRight');
  const expected = answer({ minutes: [30] });
  await expect(people(page)).toContainText(expected.bands[0].covered.toLocaleString('zh-Hans'));
  await expect(page).toHaveURL(/minutes=30/);
});

test('a gap in the list flies the map there and names the nearest site', async ({ page }) => {
  await page.goto('./?region=sample&service=jikang&minutes=15');
  const gaps = page.getByTestId('gaps').getByRole('button');
  await expect(gaps.first()).toContainText(/最近：.+\d+ 分钟/);
  await expect(page.locator('[data-idle="true"]')).toBeVisible();
  await gaps.first().click();
  await expect(gaps.first()).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/at=1[45]\d\.\d+,3[78]\.\d+/);
});

test('areas are listed worst first and add up to everybody', async ({ page }) => {
  await undrawn(page);
  await page.goto('./?region=sample&service=clinic&minutes=10');
  const rows = page.getByTestId('areas').locator('tbody tr');
  await expect(rows).toHaveCount(11);
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map((td) => td.textContent!.trim())),
  );
  const shares = cells.map(([text]) => parseFloat(text));
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  const whole = (text: string) => Number(text.replaceAll(',', ''));
  const sum = cells.reduce((all, row) => all + whole(row[3]), 0);
  expect(sum).toBe(answer({ minutes: [10] }).people);
});

test('estates with charging say the share of estates apart from the share of people', async ({
  page,
}) => {
  await undrawn(page);
  await page.goto('./?region=sample&service=charging');
  await expect(page.getByTestId('equipped')).toContainText('188 个小区中 151 个已配');
});

test('English is complete: no Chinese is left but names of places', async ({ page }) => {
  await undrawn(page);
  await page.goto('./?region=sample&service=clinic&lang=en');
  await expect(people(page)).toContainText('residents');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const text = await page.locator('.page').innerText();
  const chinese = text.split('\n').filter((line) => /\p{Script=Han}/u.test(line));
  expect(chinese).toEqual(['中文']);
});

test('an address with nonsense in it falls back and says so, as text', async ({ page }) => {
  await undrawn(page);
  await page.goto('./?region=sample&service=clinic&minutes=<img src=x onerror=alert(1)>&speed=-3');
  await expect(people(page)).toContainText(answer({}).people.toLocaleString('zh-Hans'));
  await expect(page.getByText('minutes=<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(page.locator('img')).toHaveCount(0);
});
