import { expectAccessible } from './fixtures/axe.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { undrawn } from './map-picture.ts';

test('claims beside what is computed: filtered, shown, one’s own, kept in the project', async ({
  page,
}) => {
  await undrawn(page);
  await page.setViewportSize({ width: 1210, height: 800 });
  await page.goto('./?region=sample&service=school&tab=claims&theme=light');
  const tally = page.getByTestId('tally');
  const card = (id: string) => page.locator(`[data-claim="${id}"]`);
  await expect(tally).toHaveText('10 条：相符 3，不符 4，无法判断 3', { timeout: 30_000 });

  // Each with its meaning, denominator, data date, arithmetic, and marked as invented.
  await expect(card('S01')).toContainText('已配：小区（场所）已配的占比');
  await expect(card('S01')).toContainText('分母：清单里的小区 188；数据 2025-06-01');
  await card('S01').locator('summary').press('Enter');
  await expect(card('S01').getByRole('listitem')).toContainText([
    /^公布/,
    /总数应为 188 或 189 个/,
  ]);
  await expect(card('S02')).toContainText('60 岁及以上居民');
  for (const badge of await page.locator('[data-claim] .badge').all()) {
    await expect(badge).toHaveText('示例数据');
  }
  await expect(page.locator('[data-claim] .badge')).toHaveCount(10);

  // Filters, by keyboard; the real register is a choice of place away, and cannot be told here.
  const filters = page.getByTestId('claim-filters');
  await filters.locator('summary').press('Enter');
  await filters.getByLabel('结论').selectOption('无法判断');
  await expect(tally).toHaveText('3 条：相符 0，不符 0，无法判断 3');
  await filters.getByLabel('地点').selectOption('临河区');
  await filters.getByLabel('含义').selectOption({ label: '到达：限时内到得了的人' });
  await expect(card('C126')).toContainText('“临河区”的数据：打开的不是这个区域');
  await filters.getByLabel('地点').selectOption('打开的区域');
  await filters.getByLabel('结论').selectOption('全部');
  await expect(tally).toHaveText('4 条：相符 0，不符 3，无法判断 1');
  await filters.getByLabel('含义').selectOption('全部');

  // The map is set to the recipe, and says the same share.
  await card('S02').getByRole('button', { name: '在地图上看' }).press('Enter');
  await expect(card('S02').getByRole('status')).toContainText('地图和上面的数已按');
  await expect(page).toHaveURL(/service=elder_care&minutes=15&profile=older/);
  await expect(page.getByTestId('share')).toContainText('71.5');

  // One's own, by form: a share above the whole is a sentence; then a verdict.
  const own = page.getByTestId('own-claims');
  await own.locator('> summary').press('Enter');
  await own.getByLabel('说法（原话）').fill('<b>八成</b>走得到');
  await own.getByLabel('比例').fill('120');
  await own.getByLabel('年份').fill('2025');
  await own.getByRole('button', { name: '添加' }).press('Enter');
  await expect(own.getByRole('alert')).toContainText('份额不会超过全体');
  await own.getByLabel('比例').fill('72');
  await own.getByLabel('怎么去').selectOption('年长');
  await own.getByRole('button', { name: '添加' }).press('Enter');
  await expect(card('own-1')).toContainText('<b>八成</b>走得到');
  await expect(card('own-1')).toContainText('71.5');

  // By a file: what is taken, what is not and why.
  await own.locator('input[type=file]').setInputFiles({
    name: '说法.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      '说法,含义,服务,比例,年份\n每街一处,单元,养老服务,全,2025\n坏,到达,养老服务,9成,2025\n',
    ),
  });
  await expect(own.getByRole('status')).toHaveText('采用 1 行，没有采用 1 行。');
  await expect(own.getByRole('listitem')).toContainText(['第 3 行：percent（比例）为“9成”']);
  await expect(card('own-2').locator('.verdict')).toHaveText('相符');
  await expectAccessible(page, '[data-testid=claims]');

  // They are kept with the project and come back; one goes, the other stays.
  await expect(page.getByTestId('projects')).toContainText(/已保存 \d\d:\d\d/);
  await page.reload();
  await expect(tally).toContainText('12 条', { timeout: 30_000 });
  await card('own-1').getByRole('button', { name: '删除' }).press('Enter');
  await expect(card('own-1')).toHaveCount(0);
  await expect(card('own-2')).toBeVisible();

  // Narrow, in English, in the dark.
  await page.getByRole('button', { name: 'English' }).press('Enter');
  await page.getByLabel('Appearance').selectOption('Dark');
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(tally).toHaveText('11 claims: 4 agree, 4 differ, 3 cannot be told');
  const { width } = (await page.getByTestId('claims').boundingBox())!;
  expect(width).toBeLessThanOrEqual(320);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await expectAccessible(page, '#tab-room');
});
