import type { Locator } from '@playwright/test';
import { Prepared } from '../../src/engine/prepared.ts';
import { nearestSites } from '../../src/engine/nearest.ts';
import { sitesOf } from '../../src/engine/sites.ts';
import type { ProfileKey } from '../../src/core/profile.ts';
import { expectContrast } from './fixtures/axe.ts';
import { ELDER, expectGood, PLAIN } from './fixtures/good-screen.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { region } from './fixtures/sample-city.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const estate = region.estates!.find(({ name }) => name === '文昌楼院')!;
const prepared = new Prepared(region);

/** The nearest open clinics from the estate, as the planner's engine times them. */
function clinics(pace: ProfileKey, speed: number) {
  const sites = sitesOf(region.facilities, 'clinic');
  return nearestSites(prepared, sites, [estate.lon, estate.lat], pace, speed).sites;
}

const minutesOf = (minutes: number) => `${Math.ceil(minutes - 1e-9)} 分钟`;

test('from what to the way there, on this device alone: the engine’s minutes, no request, no position told', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: estate.lon, latitude: estate.lat, accuracy: 20 });
  // Of the context, since the worker asks as well: for the part that knows names, which shows that it is heard.
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  await page.goto('./?page=nearby');
  await page.getByRole('button', { name: '诊所' }).waitFor();
  await expectGood(page, PLAIN, 10, 10);
  await page.getByRole('button', { name: '诊所' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectGood(page, PLAIN, 8, 5);
  await expect.poll(() => requests.filter((url) => /find-names/.test(url))).toHaveLength(1);
  // What phones need of the region, once, and not all of it.
  expect(requests.filter((url) => /nearby-\w+\.bin/.test(url))).toHaveLength(1);
  expect(requests.filter((url) => /bundle-/.test(url))).toEqual([]);

  requests.length = 0;
  await page.getByRole('button', { name: '用我现在的位置' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('最近的诊所');
  const [first, second] = clinics('general', 1.2);
  const entries = page.getByRole('main').locator('ol > li');
  await expect(entries).toHaveCount(5);
  await expect(entries.nth(0)).toContainText(first.site.name);
  await expect(entries.nth(0)).toContainText(minutesOf(first.minutes));
  await expect(entries.nth(1)).toContainText(second.site.name);
  await expect(entries.nth(0)).toContainText(/路上(有|没有)台阶/);
  await expectGood(page, PLAIN, 40, 18);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "最近的诊所" [level=1]
    - group "怎么走":
      - button "一般" [pressed]
    - list:
      - listitem:
        - heading "${first.site.name}" [level=2]
        - paragraph:
          - strong: ${minutesOf(first.minutes)}
        - link /打电话/
        - button "怎么走 ${first.site.name}"
  `);

  // Where the reader's system chooses the colours, the chosen pace stands out all the same.
  await page.emulateMedia({ forcedColors: 'active' });
  const grounds = () =>
    page
      .getByRole('group', { name: '怎么走' })
      .getByRole('button')
      .evaluateAll(
        (all) => new Set(all.map((each) => getComputedStyle(each).backgroundColor)).size,
      );
  await expect.poll(grounds).toBe(2);
  await page.emulateMedia({ forcedColors: null });

  await page.getByRole('button', { name: '较慢' }).click();
  await expect(entries.nth(0)).toContainText(minutesOf(clinics('older', 0.9)[0].minutes));
  // Only those that are known to be open, or a sentence, and all of them again.
  await page.getByRole('button', { name: '只看现在开门的' }).click();
  const onlyOpen = page
    .locator('[data-open="open"]')
    .first()
    .or(page.getByText(/没有一处知道现在开着门/));
  await expect(onlyOpen).toBeVisible();
  expect(await entries.count()).toBe(await page.locator('[data-open="open"]').count());
  await page.getByRole('button', { name: '只看现在开门的' }).click();
  await expect(entries).toHaveCount(5);
  // Open, shut or not to be told; which of them depends on the day.
  await expect(entries.locator('[data-open]').first()).toHaveText(/现在|今天/);
  const call = entries.nth(0).getByRole('link', { name: /打电话/ });
  await expect(call).toHaveAttribute('href', /^tel:[\d+]+$/);

  await entries
    .nth(0)
    .getByRole('button', { name: /^怎么走/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`怎么去${first.site.name}`);
  const turns = page.getByRole('main').locator('ol > li');
  await expect(turns.last()).toContainText(first.site.name);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "怎么去${first.site.name}" [level=1]
    - paragraph: /走 \\d+ 分钟，\\d+ 米/
    - list:
      - listitem: /沿/
  `);
  await expectGood(page, PLAIN, 12, 8);

  // Nothing left the device, and nothing that stays behind says where it was.
  expect(requests).toEqual([]);
  const digits = [estate.lon, estate.lat].map((degrees) => degrees.toFixed(3));
  const left = await page.evaluate(() =>
    JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }]),
  );
  for (const part of digits) expect(left).not.toContain(part);

  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('最近的诊所');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('您从哪里出发？');
});

test('the whole task by keyboard alone, as those hear it who do not see it', async ({ page }) => {
  const main = page.getByRole('main');
  const heading = page.getByRole('heading', { level: 1 });
  /** Goes on until it is reached, however far. */
  async function reach(target: Locator): Promise<void> {
    await target.waitFor();
    const there = () => target.evaluate((element) => element === document.activeElement);
    for (let k = 0; k < 40 && !(await there()); k++) await page.keyboard.press('Tab');
    await expect(target).toBeFocused();
    await expect(target).toHaveCSS('outline-style', 'solid');
  }
  async function press(name: string): Promise<void> {
    await reach(main.getByRole('button', { name, exact: true }));
    await page.keyboard.press('Enter');
  }
  /** A new screen begins at its heading. */
  async function arrive(name: string): Promise<void> {
    await expect(heading).toHaveText(name);
    await expect(heading).toBeFocused();
  }
  const { name } = clinics('general', 1.2)[0].site;

  await page.goto('./?page=nearby');
  await main.getByRole('button', { name: '诊所' }).waitFor();
  await expect(main).toMatchAriaSnapshot(`
    - navigation "找最近的服务":
      - button "长者模式"
      - button "English"
    - heading "您要找什么？" [level=1]
    - list:
      - listitem:
        - button "诊所"
  `);
  await press('诊所');
  await arrive('您从哪里出发？');
  await reach(page.getByRole('searchbox'));
  await page.keyboard.type('wcly');
  await expect(main).toMatchAriaSnapshot(`
    - navigation:
      - button "← 返回"
    - heading "您从哪里出发？" [level=1]
    - paragraph: 位置只留在这部手机上，不会发给任何人。
    - button "用我现在的位置"
    - text: 或者输入小区、地点的名字
    - searchbox "或者输入小区、地点的名字": wcly
    - paragraph: /找到 \\d+ 个/
    - list:
      - listitem:
        - button "文昌楼院 小区"
    - complementary:
      - button "或者在地图上点"
  `);
  await press('文昌楼院 小区');
  await arrive('最近的诊所');
  await expect(main).toMatchAriaSnapshot(`
    - heading "最近的诊所" [level=1]
    - paragraph:
      - text: 从文昌楼院出发
      - button "换一个"
    - group "怎么走":
      - button "一般" [pressed]
      - button "较慢"
    - button "读给我听"
    - button "只看现在开门的"
    - list:
      - listitem:
        - heading "${name}" [level=2]
        - term: 开放时间
        - definition
        - button "怎么走 ${name}"
        - button "详细信息 ${name}"
  `);
  await press(`怎么走 ${name}`);
  await arrive(`怎么去${name}`);
  await expect(main).toMatchAriaSnapshot(`
    - paragraph: /走 \\d+ 分钟，\\d+ 米/
    - list:
      - listitem: /向/
      - listitem: /到了：${name}/
    - group "怎么走"
  `);
  await press('← 返回');
  await arrive('最近的诊所');
  await press(`详细信息 ${name}`);
  await arrive(name);
  await expect(main).toMatchAriaSnapshot(`
    - article:
      - heading "${name}" [level=1]
      - button "怎么走"
      - term: 开放时间
      - definition
      - button "分享"
      - button "打印张贴"
      - region "信息不对？":
        - heading "信息不对？" [level=2]
  `);
  await press('← 返回');
  await arrive('最近的诊所');
});

test.describe(() => {
  // A region that is not there answers 404.
  test.use({ allowed: [/404/] });
  test('elder mode from a posted link at 320 px, by keyboard, in both languages; and every way of not knowing where', async ({
    page,
    context,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`./?service=clinic&at=${estate.id}&mode=elder`);
    const entries = page.getByRole('main').locator('ol > li');
    await expect(entries).toHaveCount(3);
    await expect(page.getByRole('button', { name: '长者模式' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expectGood(page, ELDER, 25, 12);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expectContrast(page);

    // By keyboard alone to the way there.
    const way = entries.nth(0).getByRole('button', { name: /^怎么走/ });
    for (let k = 0; k < 30 && !(await way.evaluate((b) => b === document.activeElement)); k++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^怎么去/);
    await expectGood(page, ELDER, 12, 8);
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^The way to/);
    await expect(page.getByText(/You are there|is about/)).toBeVisible();

    // The mode is remembered; a link to an estate that is not known ends in a sentence and a next step.
    await page.goto('./?service=clinic&at=no-such-estate&lang=zh');
    await expect(page.locator('html')).toHaveAttribute('data-mode', 'elder');
    const trouble = page.getByTestId('where-trouble');
    await expect(trouble).toContainText('no-such-estate');
    // The list that came to nothing is not gone back to.
    await page.goBack();
    await page.getByRole('button', { name: '诊所' }).click();
    await expect(trouble).toContainText('no-such-estate');
    const locate = page.getByRole('button', { name: '用我现在的位置' });
    await locate.click();
    await expect(trouble).toContainText('没有得到位置的许可');
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ longitude: estate.lon, latitude: estate.lat, accuracy: 800 });
    await locate.click();
    await expect(trouble).toContainText('500 米');
    await context.setGeolocation({ longitude: 116.4, latitude: 39.9, accuracy: 20 });
    await locate.click();
    await expect(trouble).toContainText('示例城');
    await expectGood(page, ELDER, 8, 5);
    // First letters, and Traditional characters with a wrong one, are enough.
    for (const typed of ['wcly', '文昌樓苑']) {
      await page.getByRole('searchbox').fill(typed);
      await expect(page.getByRole('button', { name: '文昌楼院 小区' })).toBeVisible();
    }
    await page.getByRole('button', { name: '文昌楼院 小区' }).click();
    await expect(page.getByText('从文昌楼院出发')).toBeVisible();
    await expect(entries).toHaveCount(3);

    // A region that is not there: a sentence, and a way on.
    await page.goto('./?page=nearby&region=nowhere');
    await expect(page.getByRole('alert')).toContainText('nowhere');
    await page.getByRole('link', { name: '从头开始' }).click();
    await page.getByRole('button', { name: '诊所' }).waitFor();
    await expectGood(page, ELDER, 10, 10);
  });
});

test.describe(() => {
  test.use({ allowed: [/^console: Executing inline script violates/] });
  test('opens where a host has changed the script in the page, which is refused then', async ({
    page,
  }) => {
    await page.route('**/index.html*', async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace('<script>', '<script>/* counted by the host */');
      await route.fulfill({ response, body: html });
    });
    await page.goto(`./index.html?service=clinic&at=${estate.id}`);
    await expect(page.getByRole('main').locator('ol > li')).toHaveCount(5);
    expect(await page.evaluate(() => window.early)).toBeUndefined();
  });
});
