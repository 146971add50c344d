import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { loadRegion, loadServices, TILES } from '../../scripts/huimin/load-region.ts';
import { rerunFile } from '../../scripts/huimin/rerun-command.ts';
import type { MethodBlock } from '../../src/data/export/method.ts';
import { pdfText } from '../../src/data/export/pdf-text.ts';
import { readFacilities } from '../../src/data/tables/read-facilities.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { settle, undrawn } from './map-picture.ts';

test('a planner hands in every format and the report, and checks them, by keyboard', async ({
  page,
}, info) => {
  // Software draws this map: a small one.
  test.slow();
  await page.setViewportSize({ width: 1210, height: 600 });
  await page.goto('./?region=sample&service=clinic&minutes=10&tab=handin&theme=light');
  await settle(page);
  const panel = page.getByTestId('handin');
  const button = (name: string) => panel.getByRole('button', { name, exact: true });
  await expect(panel).toContainText('示例数据');
  await expectAccessible(page, '#tab-room');

  const files: string[] = [];
  async function taken(press: Locator): Promise<string> {
    const download = page.waitForEvent('download');
    await press.press('Enter');
    const name = (await download).suggestedFilename();
    const file = info.outputPath(name);
    await (await download).saveAs(file);
    files.push(file);
    return file;
  }
  for (const [layer, format] of [
    ['areas', 'xlsx'],
    ['gaps', 'fgb'],
    ['facilities', 'csv'],
    ['bands', 'geojson'],
  ]) {
    await panel.getByLabel('内容').selectOption(layer);
    await panel.getByLabel('格式').selectOption(format);
    const file = await taken(button('下载'));
    expect(file).toMatch(new RegExp(`huimin-sample-clinic-${layer}\\.${format}$`));
    await expect(page.getByTestId('handin-says')).toContainText(`-${layer}.${format}（`);
  }
  const { region } = loadRegion(`${TILES}/sample`);
  const listed = readFacilities(readFileSync(files[2]), {
    fileName: 'f.csv',
    services: loadServices(),
  });
  expect(listed).toMatchObject({ rejected: [] });
  expect(listed.rows.map(({ id, lon, lat }) => [id, lon, lat])).toEqual(
    region.facilities.map(({ id, lon, lat }) => [id, lon, lat]),
  );

  // The map on screen, framed: as wide as it is there, and higher by title, rule and legend.
  const png = readFileSync(await taken(button('PNG 1×')));
  const canvas = (await page.locator('.maplibregl-canvas').boundingBox())!;
  expect(png.readUInt32BE(16)).toBe(Math.round(canvas.width));
  expect(png.readUInt32BE(20)).toBeGreaterThan(canvas.height + 100);
  const svg = readFileSync(await taken(button('SVG 矢量图')), 'utf8');
  const broken = await page.evaluate(
    (text) =>
      new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')
        ?.textContent,
    svg,
  );
  expect(broken).toBeUndefined();

  // The report: one sheet of A4, Chinese as text, not as a picture.
  await button('打开打印页').press('Enter');
  const report = page.getByRole('dialog', { name: '报告' });
  await expect(report.getByRole('button', { name: '打印或存为 PDF' })).toBeFocused();
  await expect(report).toContainText('10 分钟内能走到诊所');
  await expectAccessible(page, '.report-view');
  const pdf = await page.pdf({
    path: info.outputPath('report.pdf'),
    preferCSSPageSize: true,
    printBackground: true,
  });
  files.push(info.outputPath('report.pdf'));
  const raw = pdf.toString('latin1');
  expect(raw.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, wide, high] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(raw)!.map(Number);
  // Points: 210 mm by 297 mm.
  expect([Math.round(wide), Math.round(high)]).toEqual([595, 842]);
  expect(raw).toMatch(/\/ToUnicode/);
  expect(raw).not.toMatch(/\/Subtype\s*\/Image/);
  const printed = pdfText(pdf).replace(/\s/g, '');
  for (const part of ['示例城：10分钟内能走到诊所', '位居民', '来源', '局限', '示例数据']) {
    expect(printed).toContain(part);
  }
  expect(printed).not.toContain('打开打印页');
  await taken(report.getByRole('button', { name: '下载 HTML' }));
  await page.keyboard.press('Escape');
  await expect(report).toHaveCount(0);
  await expect(button('打开打印页')).toBeFocused();

  // Every file comes back to the figures on screen: in the terminal, and in the tab.
  const check = panel.getByTestId('check');
  async function choose(file: string | { name: string; mimeType: string; buffer: Buffer }) {
    const chooser = page.waitForEvent('filechooser');
    await button('选择文件').press('Enter');
    await (await chooser).setFiles(file);
  }
  const figures: MethodBlock['figures'][] = [];
  for (const file of files) {
    const { same, block } = await rerunFile(file, TILES);
    expect({ file, same, invented: block.region.invented }).toEqual({
      file,
      same: true,
      invented: true,
    });
    figures.push(block.figures);
    await choose(file);
    await expect(check).toContainText(`${file.split('/').at(-1)}：与重算结果分毫不差（诊所`);
  }
  expect(files).toHaveLength(8);
  for (const each of figures) expect(each).toEqual(figures[0]);
  const { people, bands } = figures[0];
  const digits = (n: number) => n.toLocaleString('zh-Hans');
  await expect(page.getByTestId('people')).toContainText(digits(bands.at(-1)!.covered));
  await expect(page.getByTestId('people')).toContainText(digits(people));
  expect(printed).toContain(`${digits(bands.at(-1)!.covered)}/${digits(people)}`);

  // One figure changed, another region's version, and what is none of ours: a sentence each.
  const bad = (name: string, text: string) =>
    choose({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const geojson = readFileSync(files[3], 'utf8');
  await bad('改.geojson', geojson.replace(`"people":${people}`, `"people":${people + 1}`));
  await expect(check).toContainText('改.geojson：重算结果不同');
  await expect(check).toContainText(`原为 ${people + 1}，现为 ${people}`);
  await bad('旧.geojson', geojson.replace(/"bundle_sha256":"../, '"bundle_sha256":"zz'));
  await expect(check).toContainText('另一个版本');
  await bad('别.json', '{"a": 1}');
  await expect(check).toContainText('别.json');
  await expect(check).not.toContainText('软件的错误');

  // On a phone in the dark, in English; of the map there was enough.
  await undrawn(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./?region=sample&service=clinic&tab=handin&theme=dark&lang=en');
  await expect(panel.getByRole('button', { name: 'Download', exact: true })).toBeEnabled();
  await expectAccessible(page, '#tab-room');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
