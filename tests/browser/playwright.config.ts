import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/test/find-browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const port = Number(process.env.HUIMIN_TEST_PORT ?? 4273);
const found = findBrowser();

/** `npm test` builds the page, chooses port and browser; by hand: `npx vite build` first. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  forbidOnly: Boolean(process.env.CI),
  // One browser on each core: half of a page's time is drawing without a graphics card.
  workers: '100%',
  fullyParallel: true,
  timeout: 120_000,
  // Two maps drawn in software at once may take long to come to rest.
  expect: { timeout: 30_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A desktop, and a quarter less to draw in software than 1440 × 900, which look.spec.ts looks at.
    viewport: { width: 1280, height: 800 },
    // Walks about the page itself count what it asks for: one alone is about its service worker.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: found && 'browser' in found ? found.browser : undefined,
      args: CHROMIUM_FLAGS,
    },
  },
  webServer: {
    command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    cwd: root,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
