import type { Page } from '@playwright/test';
import { expect } from './fixtures/quiet-page.ts';

/**
 * A page that will not draw its map, as on a machine without WebGL: for what is not about the map,
 * which takes software most of a test's time. To be called before the page is opened.
 */
export async function undrawn(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
    OffscreenCanvas.prototype.getContext = () => null;
  });
}

/** Waits until the answer is on the page and the map has nothing left to draw. */
export async function settle(page: Page): Promise<void> {
  await expect(page.getByTestId('versus')).toBeVisible({ timeout: 45_000 });
  await expect(page.locator('[data-idle="true"]')).toBeVisible({ timeout: 45_000 });
}

/** Shares (0 … 1) of the map's pixels that have exactly a colour, by colour #RRGGBB. */
export async function colourShares(page: Page, colours: string[]): Promise<Record<string, number>> {
  const picture = await page.locator('.maplibregl-canvas').screenshot();
  return page.evaluate(
    async ({ base64, wanted }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const seen = new Map<number, number>();
      for (let i = 0; i < data.length; i += 4) {
        const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
        seen.set(colour, (seen.get(colour) ?? 0) + 1);
      }
      return Object.fromEntries(
        wanted.map((hex) => [
          hex,
          (seen.get(parseInt(hex.slice(1), 16)) ?? 0) / (image.width * image.height),
        ]),
      );
    },
    { base64: picture.toString('base64'), wanted: colours },
  );
}
