import { expectAccessible } from './fixtures/axe.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { settle } from './map-picture.ts';

const numbersIn = (text: string) =>
  [...text.matchAll(/\d[\d,]*/g)].map(([n]) => Number(n.replaceAll(',', '')));

const SECTIONS = ['together', 'curves', 'areas', 'speeds', 'left-out', 'capacity', 'standards'];

test('several services, curves, areas, speeds and standards, by keyboard and on the map', async ({
  page,
}) => {
  // Software draws this map: a small one.
  test.slow();
  await page.setViewportSize({ width: 1210, height: 560 });
  await page.goto('./?region=sample&service=elder_care&tab=see&theme=light');
  const open = async (name: string) => {
    const section = page.getByTestId(`see-${name}`);
    await section.locator('> summary').press('Enter');
    return section;
  };

  // The interval stands beside the share, and holds it.
  const shares = async (id: string) =>
    [...(await page.getByTestId(id).textContent())!.matchAll(/([\d.]+)\s%/g)].map(([, n]) =>
      Number(n),
    );
  await expect(page.getByTestId('interval')).toContainText('0.8–1.4 米/秒', { timeout: 30_000 });
  const [low, high] = await shares('interval');
  const [share] = await shares('share');
  expect(low).toBeLessThan(share);
  expect(high).toBeGreaterThan(share);
  const speeds = await open('speeds');
  await expect(speeds.getByRole('row')).toHaveCount(8);
  await speeds.locator('> summary').press('Enter');

  // Several services: what is lacked adds up to everybody, and one combination alone is shown.
  const together = await open('together');
  const groups = together.getByTestId('lack-groups');
  await expect(groups.getByRole('button').first()).toBeVisible();
  for (const name of ['充电小区', '学校']) await together.getByRole('checkbox', { name }).uncheck();
  await expect(groups.getByRole('listitem')).toHaveCount(4);
  const [, everybody] = numbersIn(
    (await together.getByTestId('together-sum').textContent())!.match(/[\d,]+ \/ [\d,]+/)![0],
  );
  const people = (await groups.getByRole('listitem').allTextContents()).map(
    (text) => numbersIn(text)[0],
  );
  expect(people.reduce((sum, n) => sum + n)).toBe(everybody);
  const both = groups.getByRole('button', { name: '缺养老服务和诊所' });
  await both.press('Enter');
  await expect(both).toHaveAttribute('aria-pressed', 'true');
  await expect(together.getByRole('listitem').filter({ hasText: '缺诊所' })).toHaveCount(1);
  await expectAccessible(page, '#tab-room', '#result');
  await together.locator('> summary').press('Enter');

  // Curves of every listed service, each with its own people.
  const curves = await open('curves');
  await expect(curves.getByRole('img')).toHaveCount(8);
  await expect(curves.getByRole('img').first()).toHaveAccessibleName(/养老服务：.*15 分钟 82\.1/);
  await curves.locator('> summary').press('Enter');

  // Areas: sorted, filtered, and linked with the map both ways.
  const areas = await open('areas');
  const rows = areas.locator('tbody').getByRole('row');
  await expect(rows).toHaveCount(11);
  await expect(areas.locator('tfoot')).toContainText('农村小计');
  await areas.getByRole('button', { name: '人数' }).press('Enter');
  await expect(areas.getByRole('columnheader', { name: '人数' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await areas.getByRole('searchbox').fill('驿前');
  await expect(rows).toHaveCount(1);
  await areas.getByRole('button', { name: /驿前街道/ }).press('Enter');
  await expect(rows.getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  await areas.getByRole('searchbox').fill('');
  await settle(page);
  // What was chosen lies in the middle of the map by now; letting go of it and a click find it again.
  await areas.getByRole('button', { name: /驿前街道/ }).press('Enter');
  const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(areas.locator('tbody [aria-pressed=true]')).toHaveCount(1);
  await areas.locator('> summary').press('Enter');

  // Standards: sureness always beside them, one changed to a limit of one's own.
  const standards = await open('standards');
  const school = standards
    .locator('tbody')
    .filter({ has: page.locator('th', { hasText: /^学校$/ }) });
  await expect(school).toContainText('不达标');
  await expect(school).toContainText('部分凭记忆，须核对');
  await school.getByText('改标准').press('Enter');
  await school.getByRole('combobox', { name: '学校：标准' }).selectOption('own');
  await school.getByRole('combobox', { name: '学校：单位' }).selectOption('metres');
  await school.getByRole('spinbutton').fill('50000');
  await school.getByRole('spinbutton').press('Enter');
  await expect(school).toContainText('50,000 米');
  await expect(school).toContainText('您自己定的');
  await standards.getByRole('spinbutton', { name: /比例/ }).fill('90');
  await standards.getByRole('spinbutton', { name: /比例/ }).press('Enter');
  await expect(school.locator('.verdict')).toHaveText('达标');
  await expectAccessible(page, '#tab-room', '#result');

  // One limit only, kept in the address.
  await expect(page.getByRole('list', { name: '图例' })).toContainText('0–5 分钟');
  await page.getByRole('checkbox', { name: /地图上画分段/ }).uncheck();
  await expect(page.getByRole('list', { name: '图例' })).toContainText('0–15 分钟');
  await expect(page).toHaveURL(/bands=0/);
});

test.describe('without a map', () => {
  // The browser writes the failed request to the console itself.
  test.use({ allowed: [/404|Failed to load|dynamically imported/i] });

  test('on a small phone, dark and in English, everything open: nothing too small or too wide', async ({
    page,
  }) => {
    await page.route('**/assets/maplibre-*.js', (route) => route.fulfill({ status: 404 }));
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('./?region=sample&service=school&tab=see&theme=dark&lang=en');
    for (const name of SECTIONS) {
      await page.getByTestId(`see-${name}`).locator('> summary').click();
    }
    await expect(page.getByTestId('left-out')).toBeVisible();
    await expect(page.getByTestId('see-capacity').getByRole('status').first()).toBeVisible();
    await expect(page.getByTestId('standards')).toContainText('from memory: check it');
    await page.getByTestId('standards').locator('summary').first().click();
    const small = await page.evaluate(() => {
      const found: string[] = [];
      for (const element of document.querySelectorAll('#tab-room *')) {
        const box = element.getBoundingClientRect();
        if (box.width < 2 || box.height < 2) continue;
        const own = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim(),
        );
        if (own && parseFloat(getComputedStyle(element).fontSize) < 16)
          found.push(element.outerHTML);
        const target = element.matches('button, select, summary, .check, input[type=number]');
        if (target && Math.min(box.height, box.width) < 43.5) found.push(element.outerHTML);
      }
      return found;
    });
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await expectAccessible(page, '#tab-room', '#result');
  });
});
