import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { ensureSample } from '../sample-city/build-sample.ts';
import { buildPage } from '../start/build-page.ts';
import { freePort } from '../start/free-port.ts';
import { CHROMIUM_FLAGS, findBrowser } from '../test/find-browser.ts';
import { median, type Measured } from './measure.ts';

const RUNS = 5;

/**
 * The built page in headless Chromium on the sample city: from navigation to the figures and to
 * the drawn map, each in a fresh browser context; and what it weighs. Null where no browser is.
 */
export async function pageBench(): Promise<Measured[] | null> {
  const found = findBrowser();
  if (!found || !('browser' in found)) return null;
  await ensureSample(() => {});
  await buildPage();
  const port = await freePort(4373);
  const server = await preview({ preview: { port: port!, strictPort: true }, logLevel: 'error' });
  const browser = await chromium.launch({
    executablePath: found.browser,
    args: CHROMIUM_FLAGS,
  });
  const [figures, drawn]: [number[], number[]] = [[], []];
  try {
    for (let run = 0; run <= RUNS; run++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      const start = performance.now();
      await page.goto(`http://127.0.0.1:${port}/?region=sample`, { waitUntil: 'commit' });
      await page.getByTestId('share').waitFor();
      const first = performance.now() - start;
      await page.locator('[data-idle="true"]').waitFor();
      // The first run warms the browser's own caches and is not counted.
      if (run) {
        figures.push(first);
        drawn.push(performance.now() - start);
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return [
    { name: 'navigation to figures', value: median(figures), unit: 'ms', bound: 2500 },
    { name: 'navigation to drawn map', value: median(drawn), unit: 'ms' },
    ...weights(),
  ];
}

/** What most never load: the page of a missing list, the writer of its sheet, the reader of outside basemaps. */
const ON_DEMAND = /^(facility-template|MissingFacilities|outside-basemaps)/;

/** Gzipped kilobytes of scripts and styles: ours as the page loads them, on demand, and MapLibre's. */
function weights(): Measured[] {
  const folder = 'dist/assets';
  let [ours, theirs, later] = [0, 0, 0];
  for (const file of readdirSync(folder)) {
    const bytes = gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000;
    // RegionMap's stylesheet is MapLibre's with a few rules of ours.
    if (/^maplibre|^RegionMap.*\.css$/.test(file)) theirs += bytes;
    else if (ON_DEMAND.test(file)) later += bytes;
    else ours += bytes;
  }
  return [
    { name: 'weight beyond MapLibre, gzip', value: ours, unit: 'kB', bound: 90 },
    { name: 'weight on demand, gzip', value: later, unit: 'kB' },
    { name: 'weight of MapLibre, gzip', value: theirs, unit: 'kB' },
  ];
}
