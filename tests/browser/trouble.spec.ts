import { expect, test } from './fixtures/quiet-page.ts';
import { undrawn } from './map-picture.ts';

type Change = (bytes: Buffer) => Buffer;

const bad: [name: string, change: Change, says: RegExp][] = [
  ['cut', (bytes) => bytes.subarray(0, bytes.length >> 1), /不完整/],
  [
    'corrupt',
    (bytes) => {
      const copy = Buffer.from(bytes);
      copy[copy.length >> 1] ^= 0x20;
      return copy;
    },
    /已损坏/,
  ],
  [
    'of another version',
    (bytes) => {
      const copy = Buffer.from(bytes);
      copy.writeUInt32LE(99, 8);
      return copy;
    },
    /第 99 版/,
  ],
];

test.beforeEach(({ page }) => undrawn(page));

for (const [name, change, says] of bad) {
  test(`a bundle that is ${name} is refused with a sentence and a way back`, async ({ page }) => {
    await page.route('**/tiles/broken/manifest.json', async (route) => {
      const response = await route.fetch({
        url: new URL('./tiles/sample/manifest.json', page.url()).href,
      });
      await route.fulfill({ response });
    });
    await page.route('**/tiles/broken/bundle-*.bin', async (route) => {
      const url = route.request().url().replace('/broken/', '/sample/');
      const response = await route.fetch({ url });
      await route.fulfill({ response, body: change(await response.body()) });
    });
    await page.goto('./?region=broken');
    const trouble = page.getByTestId('trouble');
    await expect(trouble).toContainText(says);
    await trouble.getByRole('button', { name: '改看' }).first().click();
    await expect(page.getByTestId('share')).toBeVisible();
    await expect(trouble).toHaveCount(0);
  });
}

test('a region that is not there is said, with a way back', async ({ page }) => {
  await page.goto('./?region=nowhere');
  await expect(page.getByTestId('trouble')).toContainText('nowhere');
  await page.getByTestId('trouble').getByRole('button', { name: '改看' }).first().click();
  await expect(page.getByTestId('share')).toBeVisible();
});

test.describe(() => {
  // Browsers write a failed request to the console themselves.
  test.use({ allowed: [/404/] });

  test('without a list of regions the page says how to build one', async ({ page }) => {
    await page.route('**/tiles/index.json', (route) => route.fulfill({ status: 404 }));
    await page.goto('./');
    await expect(page.getByTestId('trouble')).toContainText('huimin region build');
  });
});
