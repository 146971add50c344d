import { expect, test } from './fixtures/quiet-page.ts';
import { undrawn } from './map-picture.ts';

test('a new service is never named over the figures of the one before', async ({ page }) => {
  await undrawn(page);
  await page.goto('./?region=sample&service=clinic');
  await expect(page.getByTestId('versus')).toBeVisible();
  // Every text the headline ever has, frame by frame, while services change.
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = () => {
      const name = document.querySelector('#result h2')?.textContent;
      const people = document.querySelector('[data-testid=people]')?.textContent;
      seen.add(`${name?.trim()} | ${people?.trim()}`);
      requestAnimationFrame(look);
    };
    look();
  });
  for (const name of ['学校', '吉康之家', '公园', '学校', '诊所']) {
    await page.getByRole('radio', { name }).check();
    await expect(page.locator('#result h2')).toContainText(name);
  }
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  const names = seen.map((text) => text.split(' | ')[0]);
  expect(new Set(names).size).toBe(4);
  // One set of figures for each name: nothing mixed ever stood there.
  expect(seen).toHaveLength(4);
});

test('a facility is found in the list by keyboard, and its card takes the focus', async ({
  page,
}) => {
  await undrawn(page);
  await page.goto('./?region=sample&service=elder_care');
  await expect(page.getByTestId('versus')).toBeVisible();
  await page.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('details button').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const card = page.getByTestId('site');
  await expect(card.getByRole('heading')).toBeFocused();
  await expect(card).toBeInViewport();
  await expect(card.getByRole('link')).toHaveAttribute('href', /^tel:/);
  await page.getByRole('radio', { name: '诊所' }).check();
  await expect(card).toHaveCount(0);
});

test('a speed that is none leaves the field at the speed of the answer', async ({ page }) => {
  await undrawn(page);
  await page.goto('./?region=sample&service=clinic');
  const field = page.getByRole('spinbutton', { name: /速度/ });
  for (const typed of ['0', '', '99']) {
    await field.fill(typed);
    await field.press('Tab');
    await expect(field).toHaveValue('1.2');
  }
  await field.fill('0.85');
  await field.press('Tab');
  await expect(page).toHaveURL(/speed=0.85/);
});

test('a selected gap can be unselected', async ({ page }) => {
  await undrawn(page);
  await page.goto('./?region=sample&service=clinic');
  const gap = page.getByTestId('gaps').getByRole('button').first();
  await gap.click();
  await expect(gap).toHaveAttribute('aria-pressed', 'true');
  await gap.click();
  await expect(gap).toHaveAttribute('aria-pressed', 'false');
});

test('forced colours still show what is chosen', async ({ page }) => {
  await undrawn(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('./?region=sample&service=clinic');
  const chip = (name: string) => page.locator('label.chip', { hasText: name }).first();
  await expect(chip('诊所')).toBeVisible();
  const colour = (name: string) =>
    chip(name).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await colour('诊所')).not.toBe(await colour('学校'));
});

test('nothing hides the focus on a phone, and the skip link shows the result', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./?region=sample&service=clinic');
  await expect(page.getByTestId('versus')).toBeVisible();
  const visible = () =>
    page.evaluate(() => {
      const active = document.activeElement!;
      const target = active.closest('label') ?? active;
      const { left, top, width, height } = target.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit !== null && (target.contains(hit) || hit.contains(target))
        ? ''
        : `${target.tagName} ${target.textContent?.trim().slice(0, 20)}`;
    });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#result h2')).toBeInViewport();
  const covered: string[] = [];
  for (let k = 0; k < 12; k++) {
    await page.keyboard.press('Tab');
    covered.push(await visible());
  }
  for (let k = 0; k < 10; k++) {
    await page.keyboard.press('Shift+Tab');
    covered.push(await visible());
  }
  expect(covered.filter(Boolean)).toEqual([]);
});

test.describe('parts that do not come', () => {
  // Browsers write a failed request to the console themselves, and the page its own fault.
  test.use({ allowed: [/404|Failed to load|worker|dynamically imported/i] });

  test('without its worker the page says that it cannot compute', async ({ page }) => {
    await page.route('**/assets/worker-*.js', (route) => route.fulfill({ status: 404 }));
    await page.goto('./?region=sample');
    await expect(page.getByTestId('trouble')).toContainText('计算中断了');
  });

  test('without a worker from the start, however late the words come, the page says so', async ({
    page,
  }) => {
    let dead = () => {};
    const died = new Promise<void>((resolve) => (dead = resolve));
    page.on('console', (message) => message.type() === 'error' && dead());
    await page.route('**/assets/worker-*.js', (route) => route.fulfill({ status: 404 }));
    await page.route('**/assets/words-*.js', async (route) => {
      await died;
      await route.continue();
    });
    await page.goto('./?region=sample');
    await expect(page.getByTestId('trouble')).toContainText('计算中断了');
  });

  test('without its words the page says in both languages that it is broken', async ({ page }) => {
    await page.route('**/assets/words-*.js', (route) => route.fulfill({ status: 404 }));
    await page.goto('./?region=sample');
    await expect(page.locator('#app')).toContainText('请重新载入页面。 This is a fault');
  });

  test('without the map the numbers stand, and a sentence says so', async ({ page }) => {
    await page.route('**/assets/maplibre-*.js', (route) => route.fulfill({ status: 404 }));
    await page.goto('./?region=sample&service=clinic');
    await expect(page.getByTestId('share')).toBeVisible();
    await expect(page.getByText('地图没有载入')).toBeVisible();
  });

  test('a list of regions that is none leaves a named region working', async ({ page }) => {
    await undrawn(page);
    await page.route('**/tiles/index.json', (route) => route.fulfill({ json: { no: 'list' } }));
    await page.goto('./?region=sample&service=clinic');
    await expect(page.getByTestId('share')).toBeVisible();
    await page.goto('./');
    await expect(page.getByTestId('trouble')).toContainText('没有可看的区域');
  });
});
