import { PNG_KEYWORD, withPngText } from '../../src/data/export/png-text.ts';
import { svgSize } from '../../src/data/export/svg-size.ts';
import type { DrawnPictures } from '../../src/engine/embed/publication.ts';
import { CHROMIUM_FLAGS, findBrowser } from '../test/find-browser.ts';

/**
 * An SVG as PNG, once and at twice the pixels, with the method block in both; null where no browser
 * is found. Nothing is asked of the network.
 */
export async function drawPictures(
  svg: string,
  method: string,
  found = findBrowser(),
): Promise<DrawnPictures | null> {
  if (!found || 'broken' in found) return null;
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath: found.browser, args: CHROMIUM_FLAGS });
  const size = svgSize(svg);
  const shoot = async (deviceScaleFactor: number): Promise<Uint8Array> => {
    const page = await browser.newPage({
      viewport: size,
      deviceScaleFactor,
      offline: true,
      javaScriptEnabled: false,
    });
    await page.setContent(`<style>*{margin:0}svg{display:block}</style>${svg}`);
    const png = await page.screenshot({ type: 'png' });
    await page.close();
    return withPngText(png, PNG_KEYWORD, method);
  };
  try {
    return { once: await shoot(1), twice: await shoot(2), ...size };
  } finally {
    await browser.close();
  }
}
