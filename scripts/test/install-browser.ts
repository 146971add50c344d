import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Fault } from '../../src/data/fault.ts';
import { findBrowser } from './find-browser.ts';

const FONT = 'fonts-wqy-microhei';

/** A browser to test with, installed where there is none. Throws Fault `browser` when that fails. */
export function needBrowser(log: (line: string) => void): string {
  const found = findBrowser();
  if (found && 'broken' in found) throw brokenBrowser(found.broken);
  if (found && starts(found.browser)) return found.browser;
  log('browser: none that starts; npx playwright install chromium');
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  // A bare system lacks the libraries even of a browser that was downloaded; the package brings them.
  if (!startingBrowser() && onDebianAsRoot()) {
    log(`browser: apt-get install chromium ${FONT}`);
    aptInstall(['chromium', FONT]);
  }
  const installed = startingBrowser();
  if (!installed) throw noBrowser();
  return installed;
}

function startingBrowser(): string | null {
  const found = findBrowser();
  return found && 'browser' in found && starts(found.browser) ? found.browser : null;
}

function starts(browser: string): boolean {
  // On Windows a browser asked for its version opens a window instead.
  if (process.platform === 'win32') return true;
  return spawnSync(browser, ['--version'], { timeout: 20_000 }).status === 0;
}

/** Chinese needs a font with Chinese characters; without one every label is a row of boxes. */
export function needChineseFont(log: (line: string) => void): void {
  if (process.platform !== 'linux' || hasChineseFont()) return;
  if (onDebianAsRoot()) {
    log(`font: no Chinese font found; apt-get install ${FONT}`);
    aptInstall([FONT]);
    if (hasChineseFont()) return;
  }
  log(`font: WARNING no Chinese font found, texts will show as boxes; install ${FONT} or Noto CJK`);
}

function hasChineseFont(): boolean {
  const { stdout, error } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return !error && stdout.trim() !== '';
}

const onDebianAsRoot = () => existsSync('/etc/debian_version') && process.getuid?.() === 0;

function aptInstall(packages: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], env);
  run(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', ...packages, 'fontconfig'],
    env,
  );
}

function run(command: string, args: string[], env = process.env): void {
  spawnSync(command, args, { stdio: 'inherit', env });
}

const brokenBrowser = (setting: string) =>
  new Fault('browser', {
    zh: `${setting} 不是可以运行的程序。请改成 Chromium 的完整路径，或去掉这个变量。`,
    en: `${setting} is no program that can be run. Set it to the full path of a Chromium, or unset it.`,
  });

const noBrowser = () =>
  new Fault('browser', {
    zh: `没有找到浏览器，也没能装上。请安装 Chromium 或 Google Chrome（Debian/Ubuntu：sudo apt-get install chromium ${FONT}），或用 HUIMIN_BROWSER=完整路径 指明。`,
    en: `No browser was found and none could be installed. Install Chromium or Google Chrome (Debian/Ubuntu: sudo apt-get install chromium ${FONT}), or name one with HUIMIN_BROWSER=full-path.`,
  });
