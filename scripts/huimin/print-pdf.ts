import { Fault } from '../../src/data/fault.ts';
import { CHROMIUM_FLAGS, findBrowser } from '../test/find-browser.ts';

/** HTML → PDF by Chromium, on the page's own paper. Nothing is asked of the network. Throws Fault `no-browser`. */
export async function printPdf(html: string, found = findBrowser()): Promise<Uint8Array> {
  if (!found || 'broken' in found) throw noBrowser(found?.broken ?? null);
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath: found.browser, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({ offline: true, javaScriptEnabled: false });
    await page.setContent(html);
    return await page.pdf({ preferCSSPageSize: true, printBackground: true });
  } finally {
    await browser.close();
  }
}

function noBrowser(broken: string | null): Fault {
  const [zh, en] = broken
    ? [`${broken} 不能运行`, `${broken} cannot be run`]
    : ['没有找到 Chromium 或 Chrome', 'no Chromium or Chrome was found'];
  return new Fault('no-browser', {
    zh: `打印 PDF 要用浏览器，${zh}。请安装（npx playwright install chromium，或 Debian 上 apt-get install chromium fonts-wqy-microhei），或用 HUIMIN_BROWSER 指明；也可以用 --out 报告.html，再从浏览器打印。`,
    en: `A browser prints the PDF, and ${en}. Install one (npx playwright install chromium, or on Debian apt-get install chromium fonts-wqy-microhei), or name it in HUIMIN_BROWSER; or use --out report.html and print that from any browser.`,
  });
}
