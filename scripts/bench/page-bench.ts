import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { ensureSample } from '../sample-city/build-sample.ts';
import { buildPage } from '../start/build-page.ts';
import { freePort } from '../start/free-port.ts';
import { CHROMIUM_FLAGS, findBrowser } from '../test/find-browser.ts';
import { embedBench } from './embed-bench.ts';
import { median, type Measured } from './measure.ts';

const RUNS = 5;
const ASSETS = 'dist/assets';

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
  const fetched = new Set<string>();
  let embed: Measured[];
  try {
    for (let run = 0; run <= RUNS; run++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      // Of the context, since workers fetch too.
      context.on('response', (response) => fetched.add(basename(new URL(response.url()).pathname)));
      // Slow is a result too: a loud machine must not end the bench.
      context.setDefaultTimeout(180_000);
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
    embed = await embedBench(browser, `http://127.0.0.1:${port}/`);
  } finally {
    await browser.close();
    await server.close();
  }
  return [
    { name: 'navigation to figures', value: median(figures), unit: 'ms', bound: 2500 },
    { name: 'navigation to drawn map', value: median(drawn), unit: 'ms' },
    ...embed,
    ...weights(fetched),
  ];
}

/**
 * Gzipped kilobytes of scripts and styles: what the browser fetched until the map was drawn, ours
 * and MapLibre's, and every file that waits until it is wanted.
 */
function weights(fetched: Set<string>): Measured[] {
  let [ours, theirs] = [0, 0];
  const later: Measured[] = [];
  for (const file of readdirSync(ASSETS).filter((name) => /\.(js|css)$/.test(name))) {
    const value = gzipSync(readFileSync(join(ASSETS, file)), { level: 9 }).length / 1000;
    if (!fetched.has(file)) later.push({ name: `on demand: ${file}, gzip`, value, unit: 'kB' });
    else if (file.startsWith('maplibre')) theirs += value;
    else ours += value;
  }
  return [
    { name: 'weight beyond MapLibre, gzip', value: ours, unit: 'kB', bound: 90 },
    { name: 'weight of MapLibre, gzip', value: theirs, unit: 'kB' },
    ...later.sort((a, b) => b.value - a.value),
  ];
}
