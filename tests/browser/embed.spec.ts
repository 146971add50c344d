import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Frame, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { publishCommand } from '../../scripts/huimin/publish-command.ts';
import { readFolder } from '../../scripts/huimin/publication-folder.ts';
import { encodeFrozen } from '../../src/data/embed/frozen-code.ts';
import { sealed, type FrozenView } from '../../src/data/embed/frozen-view.ts';
import { parsePublication } from '../../src/data/embed/publication-file.ts';
import { elementSnippet, iframeSnippet } from '../../src/data/embed/snippet.ts';
import { differing, verifyPublication } from '../../src/engine/embed/verify-publication.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { articleHost, type Page as Served } from './fixtures/article-host.ts';
import { expect, test } from './fixtures/quiet-page.ts';

const MARKUP = `</script><img src=x onerror="alert(1)">'&`;
/** Kilobytes of gzip before the live map. */
const MOST_KB = 60;

/** Sums what moved, in every frame from its beginning. */
function watchShift(page: Page) {
  return page.context().addInitScript(() => {
    const all = ((self as unknown as { shifts: number[] }).shifts = [0]);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        all.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
}
const shiftOf = (frame: Page | Frame) =>
  frame.evaluate(() => (self as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b));
const heightOf = (frame: Frame) =>
  frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

test('in an article of another origin, under a strict policy, in a sandbox, with a hostile neighbour', async ({
  browser,
  baseURL,
}, info) => {
  test.slow();
  const out = info.outputPath('published');
  const question = ['--region', 'sample', '--service', 'clinic', '--minutes', '5,10,15'];
  await publishCommand([...question, '--out', out, '--caption', MARKUP, '--png', 'no']);
  const folder = readFolder(out);
  const { view } = JSON.parse(new TextDecoder().decode(folder.get('figures.json'))) as {
    view: FrozenView;
  };
  const { hash: _, ...rest } = view;
  const named = sealed({
    ...rest,
    region: { ...view.region, name: { zh: MARKUP, en: MARKUP }, bundle: 'abcdef012345' },
  });
  const embed = `${baseURL}embed.html`;
  const of = (value: FrozenView, more = '') => `${embed}?${more}frozen=${encodeFrozen(value)}`;
  const place = (src: string) => ({ src, language: 'zh' as const, fullPage: `${baseURL}` });
  const files = new Map<string, Served>();
  for (const [name, body] of folder) files.set(`/story/${name}`, { body });
  const host = await articleHost(files);
  const policy = `default-src 'none'; script-src ${baseURL}huimin-map.js; frame-src ${baseURL} ${host.address} ${host.other}`;
  const article = (body: string) =>
    `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>文章</title><h1>文章</h1>${body}`;
  files.set('/', {
    policy,
    body: article(
      [
        iframeSnippet(view, place(of(view, `parent=${host.address}&id=one&`)), 1900),
        iframeSnippet(named, place(of(named, 'parent=https://else.example&id=two&')), 1900),
        `<iframe src="${host.address}/story/index.html?id=three" width="100%" height="1500" title="发布的文件夹" sandbox="allow-scripts allow-popups"></iframe>`,
        `<iframe src="${host.other}/evil.html" title="邻居"></iframe>`,
        elementSnippet(view, place(of(view)), `${baseURL}huimin-map.js`, 1900),
      ].join('\n'),
    ),
  });
  // It speaks to everybody in the article, as if it were the article or one of the frames.
  const lies = [
    { huimin: 1, type: 'theme', theme: 'contrast' },
    { huimin: 1, type: 'height', id: 'huimin-1', height: 3999 },
    { huimin: 1, type: 'height', id: 'huimin-1', height: '1e9' },
  ];
  files.set('/evil.html', {
    body: `<script>addEventListener('load', () => { for (const to of [parent, ...Array.from({length: parent.length}, (_, k) => parent[k])]) for (const lie of ${JSON.stringify(lies)}) to.postMessage(lie, '*'); })</script>`,
  });

  const context = await browser.newContext({ viewport: { width: 700, height: 900 } });
  const page = await context.newPage();
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => asked.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => asked.push(`dialog: ${dialog.message()}`));
  await watchShift(page);
  await page.goto(host.address);
  const element = page.locator('huimin-map');
  await element.scrollIntoViewIfNeeded();
  const frame = (part: string) => page.frames().find((each) => each.url().includes(part))!;
  const ids = ['id=one', 'id=two', 'id=three', 'id=huimin-1'];
  // They are lazy, and begin as blank ones.
  await expect.poll(() => ids.every(frame)).toBe(true);
  const [one, two, three, own] = ids.map(frame);
  const share = '68.1';
  for (const each of [one, two, three, own]) {
    await expect(each.locator('.share')).toContainText(share);
    expect(await each.evaluate(() => self.origin)).toBe('null');
    expect(await shiftOf(each)).toBe(0);
    await expect(each.locator('img')).toHaveCount(0);
  }
  await expect(one.getByText(MARKUP)).toBeVisible();
  await expect(two.locator('h1')).toContainText(MARKUP);
  await expect(two.getByText('地图数据后来更新过；这里仍是当时的数字')).toBeVisible();
  await expect(one.getByText('地图数据后来更新过')).toHaveCount(0);

  // The element is as high as its contents, whatever its neighbour said; nobody wears its theme.
  const inner = element.locator('iframe');
  const height = async () => (await inner.boundingBox())!.height;
  await expect.poll(height).toBe(await heightOf(own));
  for (const each of [one, two, three, own]) {
    expect(await each.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined();
  }
  await element.evaluate((map) => map.setAttribute('theme', 'dark'));
  await expect(own.locator('html')).toHaveAttribute('data-theme', 'dark');
  // The article itself is heard where the frame was told of it, and in words it knows.
  const say = (id: string, said: unknown) =>
    page.evaluate(
      ([id, said]) => {
        for (const each of document.querySelectorAll('iframe')) {
          if (each.src.includes(`id=${id}`)) each.contentWindow!.postMessage(said, '*');
        }
      },
      [id, said] as const,
    );
  await say('one', { huimin: 1, type: 'theme', theme: '"><img src=x>' });
  await say('one', { huimin: 1, type: 'theme', theme: 'light' });
  await expect(one.locator('html')).toHaveAttribute('data-theme', 'light');
  await say('two', { huimin: 1, type: 'theme', theme: 'light' });
  expect(await two.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined();

  // Before the map: a page and a script, and one look at whether the data moved on.
  const here = asked.filter((url) => url.startsWith(baseURL!));
  const names = [...new Set(here.map((url) => url.slice(baseURL!.length).split('?')[0]))].sort();
  expect(names).toEqual(['embed.html', 'embed.js', 'huimin-map.js', 'tiles/sample/manifest.json']);
  const weight = names.map((name) => gzipSync(readFileSync(`dist/${name}`)).length);
  expect(weight.reduce((a, b) => a + b) / 1000).toBeLessThan(MOST_KB);
  expect(await context.cookies()).toEqual([]);

  // A host that lets no strangers in: the published page says so, and stays.
  await three.getByRole('button', { name: '打开可移动的地图' }).click();
  await expect(three.getByText('活动地图在这里打不开')).toBeVisible();
  await expect(three.locator('.stage > svg:visible')).toHaveCount(1);
  // One that does: the map comes into the room that was kept for it, and moves nothing.
  const room = one.locator('.live-map');
  const before = await room.boundingBox();
  await one.getByRole('button', { name: '打开可移动的地图' }).click();
  await expect(one.locator('[data-idle="true"]')).toBeVisible({ timeout: 60_000 });
  expect((await room.boundingBox())!.height).toBe(before!.height);
  expect(await shiftOf(one)).toBe(0);
  await expect(one.locator('.maplibregl-cooperative-gesture-screen')).toContainText('按住 Ctrl 键');
  await expect(one.locator('.share')).toContainText(share);
  await page.screenshot({ path: info.outputPath('article.png'), fullPage: true });
  const origins = new Set(
    asked.filter((url) => /^http/.test(url)).map((url) => new URL(url).origin),
  );
  expect([...origins].sort()).toEqual([new URL(baseURL!).origin, host.address, host.other].sort());
  expect(asked.filter((url) => /^(error|dialog)/.test(url))).toEqual([]);
  await context.close();

  // Scripts off: the article's own words have the figures, and the frame says why it has none.
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const read = await plain.newPage();
  await read.goto(host.address);
  await expect(read.locator('figcaption').first()).toContainText(`${share} %（`);
  await expect(read.frameLocator('iframe').first().locator('.late')).toBeVisible();
  await plain.close();
  await host.close();
});

test('alone: at 320 px in light and dark, without a trace left, and a sentence for whatever is wrong', async ({
  page,
}) => {
  const out = test.info().outputPath('published');
  const asked = ['--region', 'sample', '--service', 'school', '--minutes', '10', '--lang', 'en'];
  await publishCommand([...asked, '--out', out, '--png', 'no', '--live', 'no']);
  const { view } = JSON.parse(readFileSync(`${out}/figures.json`, 'utf8')) as { view: FrozenView };
  const code = encodeFrozen(view);
  expect(code.length).toBeLessThan(2000);
  await page.setViewportSize({ width: 320, height: 800 });
  for (const theme of ['light', 'dark']) {
    await page.goto(`./embed.html?lang=en&theme=${theme}&frozen=${code}`);
    await expect(page.locator('h1')).toContainText('Sample City');
    await expect(page.getByRole('table')).toHaveCount(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await expectAccessible(page);
  }
  const link = page.getByRole('link', { name: 'See it on the full page' });
  await expect(link).toHaveAttribute('href', /^\.\/\?region=sample&service=school&minutes=10/);
  expect(
    await page.evaluate(async () => [
      document.cookie,
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
      (await navigator.serviceWorker.getRegistrations()).length,
    ]),
  ).toEqual(['', 0, 0, 0, 0, 0]);
  for (const [search, sentence] of [
    ['', '没有完整地传过来'],
    [`?frozen=${code.slice(0, -9)}`, '没有完整地传过来'],
    [`?frozen=${encodeURIComponent(MARKUP)}&lang=${encodeURIComponent(MARKUP)}`, '没有完整'],
    ['?frozen=x&lang=en', 'did not arrive whole'],
  ]) {
    await page.goto(`./embed.html${search}`);
    await expect(page.locator('.changed')).toContainText(sentence);
    await expect(page.getByRole('link')).toHaveAttribute('href', './');
  }
  await page.goto(
    `./embed.html?theme=%22%3E&live=javascript:&layers=%3Cb%3E&parent=javascript:alert(1)&id=%3Cimg%3E&frozen=${code}`,
  );
  await expect(page.locator('h1')).toContainText('示例城');
  await expect(page.getByRole('button', { name: '打开可移动的地图' })).toBeEnabled();
});

test('built in Hand in: choices, code, and a folder like the command’s', async ({ page }, info) => {
  // Without WebGL, whose map takes most of a test's time; pictures are drawn without it.
  await page.addInitScript(() => {
    const { prototype } = HTMLCanvasElement;
    const all = prototype.getContext;
    prototype.getContext = function (this: HTMLCanvasElement, kind: string) {
      return kind === '2d' ? all.call(this, kind) : null;
    } as typeof all;
  });
  await page.goto('./?region=sample&service=clinic&minutes=10&tab=handin');
  const opener = page.getByRole('button', { name: '打开嵌入工具' });
  await opener.click();
  const builder = page.getByRole('dialog', { name: '放进文章' });
  const code = page.getByTestId('embed-code');
  await builder.getByLabel('图注（你的话）').fill(MARKUP);
  await builder.getByLabel('外观').selectOption('深色');
  await builder.getByLabel('可移动的地图').selectOption('不要');
  await builder.getByLabel('限时').selectOption('15 分钟');
  const shown = page.frameLocator('iframe[title="预览 640 像素"]');
  await expect(shown.locator('.share')).toContainText('68.1');
  await expect(shown.getByText(MARKUP)).toBeVisible();
  await expect(shown.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(shown.locator('#live')).toHaveCount(0);
  // Each width tells the height of its contents, and the code reserves it.
  await expect(builder.getByText('内容的高度')).toContainText(
    /宽 320 时 \d+、宽 640 时 \d+、宽 1080 时 \d+/,
  );
  const height = await shown
    .locator('body')
    .evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  await expect(code).toHaveValue(new RegExp(`height="${height}"`));
  await expect(code).toHaveValue(/sandbox="allow-scripts [^"]*"/);
  expect(await code.inputValue()).not.toContain('<img src=x');
  const kind = builder.getByLabel('形式');
  await kind.selectOption('元素 <huimin-map>');
  await expect(code).toHaveValue(/<huimin-map src="[^"]+frozen=[^"]+" [^>]*><\/huimin-map>/);
  await kind.selectOption('图片');
  await expect(code).toHaveValue(/alt="示例城地图。[^"]+15 分钟内[^"]+68\.1/);
  await kind.selectOption('oEmbed');
  expect(JSON.parse(await code.inputValue())).toMatchObject({ type: 'rich', version: '1.0' });
  await page.evaluate(
    () => navigator.clipboard && (navigator.clipboard.writeText = () => Promise.reject()),
  );
  await builder.getByRole('button', { name: '复制' }).click();
  await expect(builder.getByText('已选中')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await builder.evaluate((each) => each.scrollWidth)).toBe(320);
  await expectAccessible(page);

  // The same folder as the command's: names, figures, and what verify says of it.
  await page.setViewportSize({ width: 1440, height: 900 });
  const download = page.waitForEvent('download');
  await builder.getByRole('button', { name: '下载文件夹' }).click();
  const file = info.outputPath('published.zip');
  await (await download).saveAs(file);
  const parts = Object.entries(unzipSync(new Uint8Array(readFileSync(file))));
  const files = new Map(parts.map(([name, bytes]) => [name.slice(name.indexOf('/') + 1), bytes]));
  const verified = verifyPublication(files, 'zip');
  expect([differing(verified), verified.unlisted]).toEqual([[], []]);
  const out = info.outputPath('published');
  const asked = ['--region', 'sample', '--service', 'clinic', '--minutes', '5,10,15'];
  await publishCommand([...asked, '--out', out, '--caption', MARKUP]);
  const theirs = readFolder(out);
  expect([...files.keys()].sort()).toEqual([...theirs.keys()].sort());
  const { view } = parsePublication(strFromU8(theirs.get('figures.json')!), 'figures.json');
  expect({ ...verified.view, made: '', hash: '' }).toEqual({ ...view, made: '', hash: '' });
  await page.keyboard.press('Escape');
  await expect(builder).toHaveCount(0);
  await expect(opener).toBeFocused();
});
