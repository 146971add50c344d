import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/**
 * Off. The first two: each window loads, hidden, the two pages that its address bar opens, 400 files of
 * their own: a quarter of what a test of one page takes. Of a switch given twice the last counts, so
 * the others are those that Playwright turns off for Chromium.
 */
const FEATURES_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/** What Chromium needs to draw WebGL without a graphics card and to ask nobody else for anything. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Only maps need WebGL; to lay the page together in it costs a fifth of a test's time.
  '--disable-gpu-compositing',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${FEATURES_OFF.join(',')}`,
];

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const PROGRAMS: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => {
    const folder = process.env[name];
    if (!folder) return [];
    return [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ];
  }),
};

/** Where a browser was found, or the variable that names one that cannot be run. */
export type Found = { browser: string } | { broken: string } | null;

/**
 * The Chromium to test with: HUIMIN_BROWSER or CHROME_PATH, Playwright's own if it was downloaded,
 * else one of the system's. Nothing is installed here. `own` is where Playwright would have its own.
 */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  own = chromium.executablePath(),
  programs = PROGRAMS[process.platform] ?? [],
): Found {
  for (const name of ['HUIMIN_BROWSER', 'CHROME_PATH']) {
    const named = env[name];
    if (named) return runnable(named) ? { browser: named } : { broken: `${name}=${named}` };
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const commands = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name)));
  const browser = [own, ...commands, ...programs].find(runnable);
  return browser ? { browser } : null;
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
}
