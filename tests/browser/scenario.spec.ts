import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { applyEdits, type Edit } from '../../src/engine/scenario/scenario.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { region, withinOfClinics } from './fixtures/sample-city.ts';
import { settle } from './map-picture.ts';

const within = (edits: Edit[]) => withinOfClinics(applyEdits(region.facilities, edits));

const people = (page: Page) => page.getByTestId('people');
const edits = (page: Page) => page.getByTestId('edits').getByRole('listitem');
const addFields = (page: Page) => page.locator('section', { hasText: '新增设施' }).last();

async function addAt(page: Page, lon: string, lat: string): Promise<void> {
  await addFields(page).getByLabel('经度').fill(lon);
  await addFields(page).getByLabel('纬度').fill(lat);
  await addFields(page).getByRole('button', { name: '按坐标新增' }).click();
}

test('a planner adds, drags, undoes, compares, saves, loads and goes by keys', async ({ page }) => {
  // Software draws this map many times: a small window is enough.
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1280, height: 640 });
  // Thousands have no other clinic within reach.
  const clinic = region.facilities.find(({ name }) => name === '福康诊所')!;
  await page.goto(
    `./?region=sample&service=clinic&tab=try&theme=light&at=${clinic.lon},${clinic.lat},14.00`,
  );
  await settle(page);
  const baseline = within([]);
  await expect(people(page)).toContainText(baseline);

  // Not a place here, and then one: the first change makes a scenario.
  await addAt(page, '38.01', '150.02');
  await expect(addFields(page).getByRole('alert')).toContainText('38.01');
  await addAt(page, '150.02', '38.01');
  const facility = { id: 'scenario-1', name: '新增 1', service: 'clinic', lon: 150.02, lat: 38.01 };
  const added: Edit = { kind: 'add', facility: { ...facility, status: 'open' } };
  await expect(page.getByRole('radio', { name: /方案 1/ })).toBeChecked();
  await expect(edits(page)).toHaveText([/新增“新增 1”（150.02000，38.01000）/]);
  await expect(people(page)).toContainText(within([added]));
  await expect(page.getByTestId('scenario')).toContainText('方案 1');

  // A clinic of the baseline is dragged by its icon; the figures follow before it is let go.
  await page.getByRole('combobox', { name: '设施' }).selectOption(clinic.id);
  await settle(page);
  const map = (await page.locator('.maplibregl-canvas').boundingBox())!;
  const [x, y] = [map.x + map.width / 2, map.y + map.height / 2];
  await page.getByRole('combobox', { name: '设施' }).selectOption('');
  await expect(page.getByTestId('pin')).toHaveCount(0);
  const before = await people(page).textContent();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 180, y + 40, { steps: 4 });
  const hand = page.getByTestId('hand');
  await expect(hand).toContainText('正在移动');
  await expect(hand).toContainText(/\+[\d,]+ 人 −[1-9][\d,]* 人/);
  await expect(people(page)).not.toHaveText(before!);
  await page.keyboard.press('Escape');
  await expect(hand).toContainText('放回原处');
  await expect(people(page)).toHaveText(before!);
  await page.mouse.up();
  await expect(edits(page)).toHaveCount(1);

  // The same by the pin, which is dropped: one change, one step, and its figure is the engine's.
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 180, y + 40, { steps: 4 });
  await page.mouse.up();
  await expect(hand.getByRole('status')).toContainText('已移动');
  await expect(edits(page)).toHaveCount(2);
  const read = (label: string) =>
    page.getByTestId('site-editor').getByLabel(label).inputValue().then(Number);
  const moved: Edit = {
    kind: 'move',
    id: clinic.id,
    lon: await read('经度'),
    lat: await read('纬度'),
  };
  await page.getByTestId('site-editor').getByRole('button', { name: '移到坐标' }).click();
  await expect(people(page)).toContainText(within([added, moved]));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(edits(page)).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+y');
  await expect(edits(page)).toHaveCount(2);

  // A copy without its site: the two differ by what that site does.
  await page.getByRole('button', { name: '复制', exact: true }).click();
  await edits(page)
    .first()
    .getByRole('button', { name: /去掉这处改动/ })
    .click();
  await expect(people(page)).toContainText(within([moved]));
  const compare = page.getByTestId('compare');
  await compare.locator('summary').click();
  await compare.getByLabel('从').selectOption({ label: '方案 1' });
  const sum = compare.getByTestId('sum');
  await expect(sum).toContainText(`= ${within([moved])}`);
  const numbers = (text: string) =>
    text.match(/[\d,]+/g)!.map((n) => Number(n.replaceAll(',', '')));
  const [was, gained, lost, is] = numbers((await sum.textContent())!);
  expect([was + gained - lost, gained]).toEqual([is, 0]);
  expect(lost).toBeGreaterThan(0);
  await expect(compare.getByRole('row')).not.toHaveCount(0);
  const contributions = page.getByTestId('contributions');
  await contributions.locator('summary').click();
  await expect(contributions.getByRole('row').nth(1)).toContainText(/\d/);
  await expectAccessible(page);

  // Out to a file, and in again: the same figures.
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存方案' }).click();
  const path = await (await download).path();
  expect(readFileSync(path, 'utf8')).toContain('示例数据');
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await expect(people(page)).toContainText(baseline);
  const file = page.getByTestId('scenario-file');
  const chosen = file.locator('input[type=file]');
  await chosen.setInputFiles(path);
  await expect(file.getByRole('status')).toContainText('已载入 2 个方案');
  await expect(people(page)).toContainText(within([added, moved]));
  await chosen.setInputFiles({
    name: '坏.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"huimin": "scenarios", "version": 9}'),
  });
  await expect(file.getByRole('status')).toContainText('坏.json：方案文件的版本是 9');

  // On a phone in the dark, another service: from the baseline again, by keys.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('combobox', { name: '外观' }).selectOption('dark');
  await page.getByRole('radio', { name: /现状/ }).check();
  await page.getByRole('combobox', { name: '服务' }).selectOption('elder_care');
  await expect(page.locator('#result h2')).toContainText('养老服务');
  await page.getByRole('button', { name: '在地图上点选位置' }).click();
  await page.evaluate(() => scrollTo(0, 0));
  const small = (await page.locator('.maplibregl-canvas').boundingBox())!;
  await page.mouse.click(small.x + 150, small.y + 120);
  await expect(edits(page)).toHaveText([/新增 1/]);
  await page.getByRole('button', { name: '到地图上用方向键移动' }).click();
  const pin = page.getByTestId('pin');
  await expect(pin).toBeFocused();
  const { width } = (await pin.boundingBox())!;
  expect(width).toBeGreaterThanOrEqual(44);
  const editor = page.getByTestId('site-editor');
  const lon = Number(await editor.getByLabel('经度').inputValue());
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(hand.getByRole('status')).toContainText('已移动');
  // 110 m to the east at 38° N are 0.001255° of longitude.
  const now = Number(await editor.getByLabel('经度').inputValue());
  expect(now - lon).toBeCloseTo(110 / (111_195 * Math.cos((38 * Math.PI) / 180)), 4);
  // Together: a pin that rests between them is put down, and the software that draws here is slow.
  await Promise.all([page.keyboard.press('ArrowUp'), page.keyboard.press('Escape')]);
  await expect(hand.getByRole('status')).toContainText('放回原处');

  const days = page.getByTestId('days');
  await days.getByRole('slider').focus();
  await page.keyboard.press('End');
  await expect(days.getByRole('status')).toContainText(/^到 2028-06：\+3 处，\+[1-9][\d,]* 人$/);
  await expect(page.getByTestId('scenario')).toContainText('到 2028-06');
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByTestId('scenario').getByRole('button').click();
  await expect(page.getByTestId('scenario')).toHaveCount(0);
});
