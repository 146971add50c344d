import { expectAccessible } from './fixtures/axe.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { undrawn } from './map-picture.ts';

const numbersIn = (text: string) =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([n]) => Number(n.replaceAll(',', '')));

test('who is left out and who has a place: by keyboard, and the figures add up', async ({
  page,
}) => {
  // Software draws this map.
  test.slow();
  await undrawn(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('./?region=sample&service=elder_care&tab=see&lang=en&theme=dark');
  for (const name of ['left-out', 'capacity']) {
    await page.getByTestId(`see-${name}`).locator('> summary').press('Enter');
  }

  // Those of the ages that the service counts are the people of the sentence.
  const leftOut = page.getByTestId('left-out');
  const [late, people] = numbersIn((await leftOut.getByRole('status').textContent())!);
  const asked = leftOut.getByRole('listitem').filter({ hasText: 'counted for this service' });
  await expect(asked).toHaveCount(3);
  const groups = (await asked.locator('span:last-child').allTextContents())
    .map(numbersIn)
    .filter((found) => found.length === 3);
  expect(groups.reduce((sum, [missing]) => sum + missing, 0)).toBe(late);
  expect(groups.reduce((sum, [, all]) => sum + all, 0)).toBe(people);
  await expect(leftOut.getByRole('img', { name: 'Lorenz curve' })).toBeVisible();

  // Served, without a free place and out of reach are everybody, whatever the rule of distance.
  const capacity = page.getByTestId('capacity');
  const counts = capacity.getByRole('table').first().locator('tbody td:nth-child(2)');
  const sums = (await counts.allTextContents()).map((text) => numbersIn(text)[0]);
  expect(sums.slice(0, -1).reduce((sum, n) => sum + n)).toBe(sums[sums.length - 1]);
  expect(sums[sums.length - 1]).toBe(people);
  const rule = capacity.getByRole('combobox', { name: 'Weight by distance' });
  await rule.selectOption('steps');
  await expect(capacity).toContainText('up to 5 minutes 1, up to 10 minutes 0.68');
  expect(await capacity.evaluate((part) => part.scrollWidth - part.clientWidth)).toBe(0);
  await expectAccessible(page, '[data-testid=left-out]', '[data-testid=capacity]');

  // Where nobody has listed a capacity nothing is invented.
  await page.getByRole('combobox', { name: 'Service' }).last().selectOption('park');
  await expect(page.getByTestId('see-capacity')).toContainText(/None of the \d+ sites says/);
});
