import { pathToFileURL } from 'node:url';
import { publishCommand } from '../../scripts/huimin/publish-command.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { answer } from './fixtures/sample-city.ts';
import { expect, test } from './fixtures/quiet-page.ts';

test('a published page from a disk: whole without scripts, from 320 px up, light and dark', async ({
  browser,
}, info) => {
  const out = info.outputPath('published');
  const question = ['--region', 'sample', '--service', 'clinic', '--minutes', '5,10,15'];
  const told = await publishCommand([...question, '--out', out, '--caption', '<b>某报</b>']);
  expect(told).not.toContain('no PNG');
  const address = pathToFileURL(`${out}/index.html`).href;
  const { people, bands } = answer({ minutes: [5, 10, 15] });
  for (const [width, colorScheme] of [
    [320, 'light'],
    [1000, 'dark'],
  ] as const) {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme,
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address);
    const said = (n: number) => n.toLocaleString('zh-Hans');
    await expect(page.locator('.answer')).toContainText(
      `${said(bands[2].covered)} / ${said(people)} 位居民`,
    );
    await expect(page.getByText('<b>某报</b>')).toBeVisible();
    await expect(page.locator('figure > svg:visible')).toHaveCount(1);
    await expect(page.getByRole('table')).toHaveCount(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await expectAccessible(page);
    await page.screenshot({ path: info.outputPath(`${width}.png`), fullPage: true });
    // The page is one file: its script is not even fetched.
    expect(asked).toEqual([address]);
    await context.close();
  }
});
