import type { Page } from '@playwright/test';
import { expectAccessible } from './fixtures/axe.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { settle, undrawn } from './map-picture.ts';

const numbersIn = (text: string) =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([n]) => Number(n.replaceAll(',', '')));

/** Waits until the page has had so many frames: none while its own thread is solving. */
const frames = (page: Page, count: number) =>
  page.evaluate(async (count) => {
    for (let n = 0; n < count; n++) await new Promise(requestAnimationFrame);
  }, count);

test('a planner has sites proposed and proven, stops a proof, puts them into a scenario and draws', async ({
  page,
}) => {
  // Software draws this map: a small one.
  test.slow();
  await page.setViewportSize({ width: 1210, height: 640 });
  await page.goto('./?region=sample&service=clinic&tab=propose&theme=light');
  await settle(page);
  const room = page.locator('#tab-room');
  const proof = page.getByTestId('proof');
  const compute = room.getByRole('button', { name: '计算' });

  // A fault is a sentence at its field, which has the focus.
  const k = room.getByLabel('选几处（k）');
  await k.fill('0');
  await compute.press('Enter');
  await expect(k).toBeFocused();
  await expect(k).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page, '#tab-room');
  await k.fill('2');
  await k.press('Enter');
  await expect(proof).toHaveText('已证明最优');
  const outcome = page.getByTestId('proposal');
  await expect(outcome.locator('ol > li')).toHaveCount(2);
  const [, before, after, people] = numbersIn((await outcome.locator('p').first().textContent())!);
  const gains = (await outcome.locator('ol > li').allTextContents()).map((text) =>
    Number(/多 ([\d,]+) 人/.exec(text)![1].replaceAll(',', '')),
  );
  expect(before + gains[0] + gains[1]).toBe(after);
  await expectAccessible(page, '#tab-room');

  // In a scenario it is worth what was promised.
  await outcome.getByRole('button', { name: '放进方案' }).press('Enter');
  await expect(page.getByTestId('scenario')).toContainText('选址 1');
  const said = [after, people].map((n) => n.toLocaleString('zh-Hans')).join(' / ');
  await expect(page.getByTestId('people')).toContainText(said);
  await expect(outcome).toContainText('已放进方案');

  // Sites that hold only so many are a question of minutes: 60 frames of input go by meanwhile.
  await room.getByLabel('要找什么').selectOption('lscp');
  const share = room.getByLabel('至少覆盖（%）');
  await share.fill('75');
  await room.getByText('更多条件').press('Enter');
  await room.getByLabel('按容量算').check();
  await room.getByLabel('每处容量').fill('2500');
  await share.press('Enter');
  await expect(page.getByTestId('proving')).toContainText('正在证明');
  await expect(outcome.locator('ol > li').nth(10)).toBeVisible();
  const quick = await outcome.locator('ol > li').count();
  await share.fill('');
  await share.pressSequentially('76.5');
  await frames(page, 60);
  await expect(share).toHaveValue('76.5');
  await expect(page.getByTestId('proving')).toBeVisible();
  await room.getByRole('button', { name: '停下，用现在最好的' }).press('Enter');
  await expect(proof).toContainText(/未证明；与最优相差不超过 \d|快速答案/);
  await expect(outcome.locator('ol > li')).toHaveCount(quick);

  // Ground is drawn on the map by pointer.
  await room.getByLabel('范围').selectOption('自己画的范围');
  await room.getByRole('button', { name: '在地图上画' }).click();
  const drawing = room.getByRole('button', { name: '请在地图上逐点画' });
  await expect(drawing).toHaveAttribute('aria-pressed', 'true');
  const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
  const at = (x: number, y: number) =>
    page.mouse.click(box.x + box.width * x, box.y + box.height * y, { delay: 20 });
  await expect(async () => {
    for (const [x, y] of [
      [0.4, 0.4],
      [0.6, 0.4],
      [0.6, 0.7],
      [0.4, 0.4],
    ])
      await at(x, y);
    await expect(room.getByLabel('角点')).toHaveValue(/^[\d.]+,[\d.]+; /, { timeout: 3000 });
  }).toPass();
  const corners = await room.getByLabel('角点').inputValue();
  expect(corners.split(';')).toHaveLength(3);
});

test('candidates of a file and of drawn ground, and what no sites can exceed', async ({ page }) => {
  test.slow();
  await undrawn(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./?region=sample&service=clinic&minutes=10&tab=propose&theme=dark');
  await expect(page.getByTestId('people')).toBeVisible();
  const room = page.locator('#tab-room');
  const outcome = page.getByTestId('proposal');
  const compute = room.getByRole('button', { name: '计算' });
  const file = (text: string) => ({
    name: '候选.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });

  // A file with a bad row: the row is named, the rest is used.
  await room.getByLabel('候选点').selectOption('list');
  const chooser = room.getByLabel('CSV 表（id');
  await chooser.setInputFiles(file('这不是表'));
  await expect(room.getByRole('alert')).toContainText('候选.csv');
  await chooser.setInputFiles(
    file('id,lon,lat\na,150.006,37.969\nb,150.018,38.011\nc,没有,38.0\n'),
  );
  await expect(room.getByRole('status').first()).toContainText(/1 行没有采用，采用 2 行.*第 4 行/);
  await expectAccessible(page, '#tab-room');
  await room.getByLabel('选几处（k）').fill('3');
  await compute.press('Enter');
  await expect(outcome.getByRole('alert')).toContainText('2');
  await room.getByLabel('选几处（k）').fill('1');
  await compute.press('Enter');
  await expect(page.getByTestId('proof')).toHaveText('已证明最优');
  await expect(outcome.locator('ol > li')).toHaveText(/多 [\d,]+ 人/);

  // Ground without a pointer: its corners. One that is no ground is a sentence.
  await room.getByLabel('候选点').selectOption('places');
  await room.getByLabel('范围').selectOption('自己画的范围');
  const corners = room.getByLabel('角点');
  await corners.fill('150,38; 150.02,38');
  await compute.press('Enter');
  await expect(corners).toBeFocused();
  await expect(corners).toHaveAttribute('aria-invalid', 'true');
  await corners.fill('150,37.96; 150.02,37.96; 150.02,37.98; 150,37.98');
  await compute.press('Enter');
  await expect(page.getByTestId('proof')).toHaveText('已证明最优');
  await expect(outcome).toContainText('麦垄街道');

  // The greatest possible: no n sites, anywhere, do what was published.
  const greatest = page.getByTestId('greatest');
  await greatest.locator('summary').press('Enter');
  await greatest.getByLabel('几处（n）').fill('3');
  await greatest.getByLabel('公布的比例').fill('80');
  await greatest.getByRole('button', { name: '算上界' }).press('Enter');
  // Far below the share already: stopped, the bound holds.
  await expect(greatest).toContainText(/上界 [1-4]\d\.\d/, { timeout: 60_000 });
  await greatest.getByRole('button', { name: '停下' }).press('Enter');
  const verdict = greatest.getByRole('status');
  await expect(verdict).toContainText('“3 处覆盖 80 %”不可能成立');
  await expect(verdict).toContainText('198,830');
  await expect(greatest.getByRole('button', { name: '算上界' })).toBeVisible();
  await expect(verdict).toContainText('已提前停下');
  await expectAccessible(page, '#tab-room');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
