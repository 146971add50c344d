import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { fromWgs84, toWgs84 } from '../../src/data/crs/crs.ts';
import { newFacility } from '../../src/state/scenario-steps.ts';
import { gbkBytes } from '../unit/tables/gbk-bytes.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { region, withinOfClinics } from './fixtures/sample-city.ts';
import { undrawn } from './map-picture.ts';

const clinics = region.facilities.filter(({ service }) => service === 'clinic');
/** In the midst of the largest gap. */
const NEW: [number, number] = [150.0026, 37.9704];

/** People within reach of a clinic with these new ones. */
function within(places: [number, number][]): string {
  const facilities = [...region.facilities];
  for (const [lon, lat] of places) {
    facilities.push(newFacility(facilities, 'x', 'clinic', lon, lat));
  }
  return withinOfClinics(facilities);
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer });
const room = (page: Page) => page.getByTestId('import');
const account = (page: Page) => page.getByTestId('import-account');
const rows = (page: Page) => page.getByTestId('import-rows').getByRole('listitem');
const people = (page: Page) => page.getByTestId('people');

async function visit(page: Page): Promise<void> {
  await page.goto('./?region=sample&service=clinic&theme=light');
  await page.getByRole('button', { name: '导入自己的数据' }).press('Enter');
  await expect(room(page).getByRole('heading', { level: 2 })).toBeFocused();
}

// Nothing here is about the map, and software would draw it again and again.
test.beforeEach(({ page }) => undrawn(page));

test('an office’s sheet comes in row by row, is mended, counts, is kept, and goes again', async ({
  page,
}) => {
  test.slow();
  // As an office saves it: GBK, a title over the names, an address alone, copies of what is there.
  const at = (lon: number, lat: number) => [lon.toFixed(7), lat.toFixed(7)];
  const known = clinics.slice(0, 12).map(({ name, lon, lat }) => [name, ...at(lon, lat)]);
  const lines = [
    ['某区卫生服务点名单', '', '', '', '', ''],
    ['名称', '类别', '经度', '纬度', '地址', '床位'],
    ['甲村卫生室', '诊所', ...at(...NEW), '一号', '１２'],
    ['乙村卫生室', '诊所', '无', '无', '二号', '5'],
    ['茶馆', '茶馆', ...at(...NEW), '', ''],
    ['<b>丙</b>', '诊所', '', '', '三号', ''],
    ...known.map(([name, lon, lat]) => [name, '诊所', lon, lat, '', '']),
  ];
  const sheet = gbkBytes(lines.map((cells) => cells.join(',')).join('\r\n'));
  await visit(page);
  const before = within([]);
  await expect(people(page)).toContainText(before);
  await room(page)
    .locator('input[type=file]')
    .setInputFiles(file('诊所名单.csv', Buffer.from(sheet)));
  await expect(room(page).getByLabel('容量')).toHaveValue('床位');
  // A choice is remembered for sheets with the same names.
  await room(page).getByLabel('容量').selectOption('');
  // Outside China the three systems are one, and nothing is guessed.
  await expect(page.getByTestId('crs-hint')).toContainText('看不出坐标系');
  await expect(room(page).getByRole('button', { name: '检查每一行' })).toBeDisabled();
  await expectAccessible(page, '[data-testid=import]');
  await room(page).getByRole('radio', { name: /WGS/ }).check();
  await room(page).getByRole('button', { name: '检查每一行' }).press('Enter');

  // Known clinics are there twice; counts add up to the rows of the file.
  await expect(account(page)).toContainText('共 16 行');
  const counts = [...(await account(page).textContent())!.matchAll(/\d+/g)].map(Number);
  expect(counts[1] + counts[2] + counts[3]).toBe(counts[0]);
  expect(counts[3]).toBe(15);
  await expect(rows(page).filter({ hasText: '乙村卫生室' })).toContainText('应为度数');
  await expect(rows(page).filter({ hasText: '<b>丙</b>' })).toContainText('等待定位');

  // Mended in place: the category by what it stands for, a cell by hand.
  await rows(page).filter({ hasText: '乙村卫生室' }).getByText('修改').press('Enter');
  const [lon, lat] = at(...NEW);
  await rows(page).filter({ hasText: '乙村卫生室' }).getByLabel('经度').fill(lon);
  await rows(page).filter({ hasText: '乙村卫生室' }).getByLabel('经度').press('Tab');
  await rows(page).filter({ hasText: '乙村卫生室' }).getByLabel('纬度').fill(lat);
  await rows(page).filter({ hasText: '乙村卫生室' }).getByLabel('纬度').press('Tab');
  await expect(account(page)).toContainText('未接受 14');
  await expectAccessible(page, '[data-testid=import]');

  // Rows and reasons go out again.
  const download = page.waitForEvent('download');
  await room(page).getByRole('button', { name: '下载清单和原因' }).press('Enter');
  const reasons = readFileSync(await (await download).path(), 'utf8');
  expect(reasons.startsWith('\ufeff')).toBe(true);
  expect(reasons.trim().split('\r\n')).toHaveLength(17);

  await room(page).getByRole('button', { name: '把 2 处加到地图上' }).press('Enter');
  const after = within([NEW, NEW]);
  expect(after).not.toBe(before);
  await expect(people(page)).toContainText(after);
  await expect(page.getByTestId('projects')).toContainText(/已保存 \d\d:\d\d/);

  // On another day it is still there; the region is as it was once it is taken away.
  await page.reload();
  await expect(people(page)).toContainText(after);
  await page.getByRole('button', { name: '导入自己的数据' }).press('Enter');
  const layer = page.getByTestId('import-layers').getByRole('listitem');
  await expect(layer).toContainText('诊所名单：2 行');
  await room(page)
    .locator('input[type=file]')
    .setInputFiles(file('诊所名单.csv', Buffer.from(sheet)));
  await expect(room(page)).toContainText('诊所名单.csv：16 行');
  await room(page).getByText('其他列').press('Enter');
  await expect(room(page).getByLabel('容量')).toHaveValue('');
  await layer.getByRole('button').press('Enter');
  await expect(people(page)).toContainText(before);
});

const SHENZHEN = resolve(process.env.HUIMIN_REAL_DATA ?? '../shared/data', 'shenzhen-ev');
const absent = !existsSync(SHENZHEN);
if (absent) console.log(`import: no Shenzhen at ${SHENZHEN} (HUIMIN_REAL_DATA): a walk is skipped`);

test('a real sheet of AMap’s coordinates lands on the same ground in three systems', async ({
  page,
}) => {
  test.skip(absent);
  test.slow();
  const original = readFileSync(`${SHENZHEN}/stations_gcj02.csv`, 'utf8').trim().split(/\r?\n/);
  const cells = original.slice(1).map((line) => line.split(','));
  const wgs84 = cells.map(([, lon, lat]) => toWgs84('gcj02', Number(lon), Number(lat)));
  await visit(page);
  for (const [crs, name] of [
    ['gcj02', /GCJ-02/],
    ['wgs84', /WGS 84/],
    ['bd09', /BD-09/],
  ] as const) {
    const rows = cells.map(([id], k) => [id, ...fromWgs84(crs, ...wgs84[k])].join(','));
    const sheet = ['station_id,longitude,latitude', ...rows].join('\n');
    const given = crs === 'gcj02' ? original.join('\n') : sheet;
    await room(page)
      .locator('input[type=file]')
      .setInputFiles(file(`stations_${crs}.csv`, Buffer.from(given)));
    await expect(room(page)).toContainText(`stations_${crs}.csv：1,362 行`);
    await room(page).getByLabel('没有类别的行算作').selectOption('charging');
    await room(page).getByRole('radio', { name }).check();
    await room(page).getByRole('button', { name: '检查每一行' }).press('Enter');
    await expect(account(page)).toContainText('共 1,362 行：接受 1,362');
    const download = page.waitForEvent('download');
    await room(page).getByRole('button', { name: '下载接受的行' }).press('Enter');
    const taken = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\r\n');
    const columns = taken[0].replace('\ufeff', '').split(',');
    const [x, y] = ['lon', 'lat'].map((column) => columns.indexOf(column));
    // A metre is 9e-6 degrees.
    const off = taken.slice(1).map((line, k) => {
      const at = line.split(',').map(Number);
      return Math.max(Math.abs(at[x] - wgs84[k][0]), Math.abs(at[y] - wgs84[k][1]));
    });
    expect(off).toHaveLength(1362);
    expect(Math.max(...off)).toBeLessThan(1e-6);
  }
});

test('100,000 rows do not freeze the page and can be stopped; a bad file is a sentence', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 800 });
  await visit(page);
  const chooser = room(page).locator('input[type=file]');
  await chooser.setInputFiles(file('坏.xlsx', Buffer.from('PK\u0003\u0004这不是')));
  await expect(room(page).getByRole('alert')).toContainText('坏.xlsx');

  const list = Array.from(
    { length: 100_000 },
    (_, k) =>
      `诊所 ${k},诊所,${(149.9 + (k % 400) * 0.0005).toFixed(4)},${(37.9 + k / 5e5).toFixed(6)}`,
  );
  await chooser.setInputFiles(
    file('大.csv', Buffer.from(['名称,类别,经度,纬度', ...list].join('\n'))),
  );
  await expect(room(page)).toContainText('大.csv：100,000 行');
  await room(page).getByRole('radio', { name: /WGS/ }).check();
  const check = room(page).getByRole('button', { name: '检查每一行' });
  await check.press('Enter');
  // While rows are judged the page listens.
  await room(page).getByRole('button', { name: '停止' }).press('Enter');
  await expect(check).toBeEnabled();
  await expect(account(page)).toHaveCount(0);
  await check.press('Enter');
  await expect(account(page)).toContainText('共 100,000 行', { timeout: 60_000 });
  await expect(rows(page).first()).toBeVisible();
  await expectAccessible(page, '[data-testid=import]');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
