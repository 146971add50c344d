import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expectAccessible } from './fixtures/axe.ts';
import { expect, test } from './fixtures/quiet-page.ts';
import { undrawn } from './map-picture.ts';

const ADDRESS = './?region=sample&service=clinic&tab=try&theme=light&at=150.02000,38.01000,13.00';

const people = (page: Page) => page.getByTestId('people');
const button = (page: Page) => page.getByTestId('projects');
const notice = (page: Page) => page.getByTestId('project-notice');
const edits = (page: Page) => page.getByTestId('edits').getByRole('listitem');
const listed = (page: Page) => page.getByTestId('project-list').getByRole('listitem');

// Nothing here is about the map, and software would draw it again and again.
test.beforeEach(({ page }) => undrawn(page));

async function visit(page: Page): Promise<void> {
  await page.goto(ADDRESS);
  await expect(button(page)).toBeVisible({ timeout: 30_000 });
}

async function add(page: Page, lon: string, lat = '38.01'): Promise<void> {
  const before = await edits(page).count();
  const section = page.locator('section', { hasText: '新增设施' }).last();
  await section.getByLabel('经度').fill(lon);
  await section.getByLabel('纬度').fill(lat);
  await section.getByRole('button', { name: '按坐标新增' }).click();
  await expect(edits(page)).toHaveCount(before + 1);
}

/** The people of the answer at rest. */
async function figure(page: Page): Promise<string> {
  await expect(page.getByTestId('versus')).toBeVisible();
  await expect(page.locator('#result')).toHaveAttribute('aria-busy', 'false');
  return (await people(page).textContent())!;
}

async function saved(page: Page): Promise<void> {
  await expect(button(page)).toContainText(/已保存 \d\d:\d\d/);
}

/** Ends the page's process, as a crash does: nothing of it runs any more. */
async function kill(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}

test('a page that is killed, a second tab, a full disk: nothing is lost, and each is said', async ({
  page,
  context,
}) => {
  test.slow();
  const victim = await context.newPage();
  await visit(victim);
  await expect(button(victim)).toHaveText(/^\s*项目/);
  await add(victim, '150.02');
  await saved(victim);
  await add(victim, '150.03');
  const before = await figure(victim);
  // A crash loses the last second at most.
  await victim.waitForTimeout(1000);
  await kill(context, victim);

  await visit(page);
  await expect(edits(page)).toHaveCount(2);
  await expect(page.getByRole('radio', { name: /方案 1/ })).toBeChecked();
  expect(await figure(page)).toBe(before);
  await saved(page);

  // A second tab on the same project: it is told, writes nothing over it, and takes a copy.
  const second = await context.newPage();
  await visit(second);
  await expect(edits(second)).toHaveCount(2);
  await add(page, '150.01');
  await saved(page);
  await expect(notice(second)).toContainText('另一个标签页改了这个项目');
  await add(second, '150.04');
  await expect(button(second)).toContainText('未能保存');
  await notice(second).getByRole('button', { name: '另存为副本' }).click();
  await saved(second);
  await expect(notice(second).getByRole('button')).toHaveCount(0);
  await second.reload();
  await expect(edits(second)).toHaveCount(3);
  await expect(button(second)).toContainText('副本');
  await second.close();

  // No room: said, the work goes on, and can be taken out.
  await page.evaluate(() => {
    const own = window as unknown as { put: IDBObjectStore['put'] };
    own.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  const full = await figure(page);
  // In the midst of the largest gap.
  await add(page, '150.0026', '37.9704');
  await expect(notice(page)).toContainText('浏览器的空间已满');
  await expect(people(page)).not.toHaveText(full);
  const download = page.waitForEvent('download');
  await notice(page).getByRole('button', { name: '导出项目' }).click();
  const parts = unzipSync(readFileSync(await (await download).path()));
  expect(new TextDecoder().decode(parts['huimin.json'])).toContain('37.9704');
  await expectAccessible(page, 'header', 'dialog');
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = (window as unknown as { put: IDBObjectStore['put'] }).put;
  });
  await add(page, '150.06');
  await saved(page);
  await expect(notice(page)).toHaveText('');
});

// What is refused says so in the console. Every other test proves that nothing of ours is.
test.describe(() => {
  test.use({ allowed: [/^console: Executing inline script violates/] });

  test('projects out to a file and in again with the same figures, named, deleted and had back', async ({
    page,
  }) => {
    test.slow();
    await visit(page);
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    const scripts = (await policy.getAttribute('content'))!.match(/script-src ([^;]*)/)![1];
    // Its own files, and the one script that the build wrote into it.
    expect(scripts).toMatch(/^'self' 'sha256-[\w+/]{43}='$/);
    await add(page, '150.02');
    await add(page, '150.03');
    const before = await figure(page);
    await saved(page);

    await button(page).press('Enter');
    const dialog = page.getByTestId('project-dialog');
    const name = dialog.getByLabel('项目名称');
    await name.fill('东城 <b>试点</b>');
    await name.press('Enter');
    await expect(listed(page)).toContainText(['东城 <b>试点</b>']);
    await expect(dialog.getByTestId('storage-room')).toContainText(/用了 [\d.]+ [kM]B/);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: '导出为文件' }).press('Enter');
    const file = await download;
    expect(file.suggestedFilename()).toBe('东城 _b_试点__b_.huimin');
    await expect(dialog.getByRole('status').first()).toContainText('已导出');
    const bytes = readFileSync(await file.path());

    // Deleted: the baseline is on screen; had back by one key, since the focus is there.
    await dialog.getByRole('button', { name: /^删除“东城/ }).press('Enter');
    await expect(listed(page)).toHaveCount(0);
    await expect(dialog.getByRole('button', { name: '撤销删除' })).toBeFocused();
    await expect(people(page)).not.toHaveText(before);
    await page.keyboard.press('Enter');
    await expect(listed(page)).toHaveCount(1);
    await expect(people(page)).toHaveText(before);

    // Into an empty one: the same to the person.
    await dialog.getByRole('button', { name: '新建空项目' }).press('Enter');
    await expect(listed(page)).toHaveCount(2);
    await expect(people(page)).not.toHaveText(before);
    const chosen = dialog.locator('input[type=file]');
    const huimin = (buffer: Buffer) => ({
      name: '来件.huimin',
      mimeType: 'application/zip',
      buffer,
    });
    const spoiled = Buffer.from(bytes);
    spoiled[spoiled.indexOf('SHA256SUMS') + 30] ^= 1;
    await chosen.setInputFiles(huimin(spoiled));
    await expect(dialog.getByRole('status').first()).toContainText('来件.huimin');
    await expect(listed(page)).toHaveCount(2);
    await chosen.setInputFiles(huimin(bytes));
    await expect(dialog.getByRole('status').first()).toContainText('已打开“东城 <b>试点</b>”');
    await expect(listed(page)).toHaveCount(3);
    await expect(people(page)).toHaveText(before);
    await expectAccessible(page, 'header', 'dialog');
    await page.setViewportSize({ width: 320, height: 640 });
    const { width } = (await dialog.boundingBox())!;
    expect(width).toBeLessThanOrEqual(320);
    await page.keyboard.press('Escape');
    await expect(button(page)).toBeFocused();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

    // A script that is written into the page does not run.
    const blocked = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          );
          const script = document.createElement('script');
          script.textContent = 'document.title = "broken into"';
          document.body.append(script);
          setTimeout(() => resolve(document.title), 2000);
        }),
    );
    expect(blocked).toBe('script-src-elem');
  });
});
