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
  const said = (n: number) => n.toLocaleString('zh-Hans');
  for (const javaScriptEnabled of [false, true]) {
    const context = await browser.newContext({
      viewport: { width: 320, height: 800 },
      javaScriptEnabled,
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => asked.push(message.text()));
    await page.goto(address);
    await expect(page.locator('.answer')).toContainText(
      `${said(bands[2].covered)} / ${said(people)} 位居民`,
    );
    await expect(page.getByText('<b>某报</b>')).toBeVisible();
    await expect(page.locator('.stage > svg:visible')).toHaveCount(1);
    await expect(page.getByRole('table')).toHaveCount(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    // The page is one file, and where scripts run one more; its policy stops neither of them.
    const script = address.replace('index.html', 'embed.js');
    expect(asked).toEqual(javaScriptEnabled ? [address, script] : [address]);
    // Axe itself is a script.
    if (javaScriptEnabled) {
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page);
    }
    await context.close();
  }
});
