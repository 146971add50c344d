import { expect, test } from './fixtures/quiet-page.ts';

test('the page opens and says its name', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/惠民圈/);
});
