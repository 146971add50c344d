import type { Page } from '@playwright/test';
import { expectAccessible } from './fixtures/axe.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { settle } from './map-picture.ts';

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
for (const [size, viewport] of Object.entries(SIZES)) {
  test(`${size}: drawn in every theme, large enough, and axe finds nothing`, async ({
    page,
  }, info) => {
    await page.setViewportSize(viewport);
    await page.goto('./?region=sample&service=elder_care&theme=light');
    for (const theme of ['light', 'dark', 'contrast']) {
      await page.getByLabel('外观').selectOption(theme);
      await expect(page.locator(`html[data-theme="${theme}"]`)).toBeVisible();
      await settle(page);
      const path = info.outputPath(`${size}-${theme}.png`);
      await page.screenshot({ path });
      await info.attach(`${size}-${theme}`, { path, contentType: 'image/png' });
      await expectAccessible(page);
      await expectLargeEnough(page, viewport.width);
      if (size === 'desktop' && theme === 'light') await expectColours(page);
    }
  });
}

test('the whole question is answered by keyboard alone', async ({ page }) => {
  await page.goto('./?region=sample&service=clinic');
  await settle(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到结果' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: '诊所' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '吉康之家' })).toBeChecked();
  await expect(page).toHaveURL(/service=jikang/);
  const gap = page.getByTestId('gaps').getByRole('button').first();
  await expect(gap).toBeVisible();
  await gap.focus();
  await page.keyboard.press('Enter');
  await expect(gap).toHaveAttribute('aria-pressed', 'true');
});

/** The map really is drawn: bands, water and gaps in their colours. */
async function expectColours(page: Page): Promise<void> {
  const picture = await page.locator('.maplibregl-canvas').screenshot();
  const colours = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const seen = { teal: 0, blue: 0, orange: 0 };
    for (let i = 0; i < data.length; i += 4) {
      const [r, g, b] = [data[i], data[i + 1], data[i + 2]];
      if (g > r + 30 && b > r + 20 && Math.abs(g - b) < 40) seen.teal++;
      if (b > r + 25 && b > g + 8) seen.blue++;
      if (r > g + 60 && g > b) seen.orange++;
    }
    const all = data.length / 4;
    return { teal: seen.teal / all, blue: seen.blue / all, orange: seen.orange / all };
  }, picture.toString('base64'));
  expect(colours.teal).toBeGreaterThan(0.03);
  expect(colours.blue).toBeGreaterThan(0.003);
  expect(colours.orange).toBeGreaterThan(0.002);
}

/** Text is at least 16 px and targets at least 44 px; nothing is wider than the screen. */
async function expectLargeEnough(page: Page, width: number): Promise<void> {
  const small = await page.evaluate(() => {
    const shown = (element: Element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.height > 1;
    };
    const name = (element: Element) =>
      `${element.tagName}.${element.className} "${element.textContent?.trim().slice(0, 20)}"`;
    const found: string[] = [];
    for (const element of document.querySelectorAll('.page *')) {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim(),
      );
      const inMap = element.closest(
        '.maplibregl-ctrl-scale, .maplibregl-ctrl-attrib, .attribution',
      );
      if (!own || !shown(element) || inMap) continue;
      if (parseFloat(getComputedStyle(element).fontSize) < 16) found.push(`text ${name(element)}`);
    }
    for (const element of document.querySelectorAll('.page button, .page select, .page .chip')) {
      const { height, width } = element.getBoundingClientRect();
      if (shown(element) && Math.min(height, width) < 43.5) found.push(`target ${name(element)}`);
    }
    return found;
  });
  expect(small).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(width);
}
