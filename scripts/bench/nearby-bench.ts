import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { decodeRegion } from '../../src/data/region/region.ts';
import { parseManifest } from '../../src/data/region/manifest.ts';
import { ensureSample } from '../sample-city/build-sample.ts';
import { buildPage } from '../start/build-page.ts';
import { CHROMIUM_FLAGS, findBrowser } from '../test/find-browser.ts';
import { median, type Measured } from './measure.ts';
import { slowHost } from './slow-host.ts';

const RUNS = 5;
const SLOW_4G = { roundTripMillis: 150, rate: 1.6e6 / 8 };
const CPU_TIMES_SLOWER = 4;

/** What the page writes to its console when the list is painted. */
const LISTED = 'listed';

/**
 * The resident's page by a link posted at an estate's gate, on a phone's screen, in a browser that runs
 * and a tab that is new to the page: from navigation to the list of the nearest places over a slow
 * network with a slowed processor (the page's thread; a worker's cannot be slowed), and what was fetched
 * until then. Null where no browser is.
 */
export async function nearbyBench(): Promise<Measured[] | null> {
  const found = findBrowser();
  if (!found || !('browser' in found)) return null;
  await ensureSample(() => {});
  await buildPage();
  const folder = 'tiles/sample/';
  const manifest = parseManifest(
    JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')),
    folder,
  );
  const { estates } = decodeRegion(readFileSync(folder + manifest.bundle.file));
  const { base, fetched, server } = await slowHost('dist', SLOW_4G);
  const browser = await chromium.launch({ executablePath: found.browser, args: CHROMIUM_FLAGS });
  const listed: number[] = [];
  let kilobytes = 0;
  try {
    for (let run = 0; run <= RUNS; run++) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      const client = await context.newCDPSession(page);
      // Nothing of the page, but the browser and its network are awake.
      await page.goto(`${base}tiles/deployer.json`);
      await page.addInitScript(noteList, LISTED);
      await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER });
      fetched.clear();
      // Nothing of the test's own is run in the page before: it would have to wait for that.
      const painted = page.waitForEvent('console', (message) => message.text() === LISTED);
      await page.goto(`${base}?at=${estates![0].id}&service=clinic`, { waitUntil: 'commit' });
      await painted;
      const [began, millis] = await page.evaluate(
        (name) => [performance.timeOrigin, performance.getEntriesByName(name)[0].startTime],
        LISTED,
      );
      // The first run warms the host up.
      if (run) listed.push(millis);
      const before = [...fetched.values()].filter(({ asked }) => asked < began + millis);
      kilobytes = before.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
      await context.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
  return [
    {
      name: 'navigation to the list, slow 4G, 4 × CPU',
      value: median(listed),
      unit: 'ms',
      bound: 2000,
    },
    { name: 'all that is fetched until then', value: kilobytes, unit: 'kB', bound: 200 },
  ];
}

/** Runs in the page: without names of its own inside, which tsx would write a helper for. */
function noteList(name: string): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('ol > li')) return;
    observer.disconnect();
    // After the frame that paints it.
    requestAnimationFrame(() =>
      setTimeout(() => {
        performance.mark(name);
        console.debug(name);
      }),
    );
  }).observe(document, { childList: true, subtree: true });
}
