import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { encodeFrozen } from '../../src/data/embed/frozen-code.ts';
import { freeze } from '../../src/engine/embed/freeze.ts';
import { Dossier } from '../../src/engine/handin/dossier.ts';
import { subjectOption } from '../huimin/subject-options.ts';
import type { Measured } from './measure.ts';

/**
 * An embed of the sample city at `host`: what it fetches before its map, and how far anything in it
 * moved until it was at rest.
 */
export async function embedBench(browser: Browser, host: string): Promise<Measured[]> {
  const asked = { region: 'sample', service: 'clinic', minutes: '5,10,15' };
  const { prepared, subject } = subjectOption(asked, 'bench');
  const view = freeze(new Dossier(prepared, subject), { caption: null, approval: null });
  const page = await browser.newPage({ viewport: { width: 640, height: 900 } });
  const fetched = new Set<string>();
  page.on('response', (response) => fetched.add(new URL(response.url()).pathname));
  await page.addInitScript(() => {
    const seen = ((self as unknown as { shifts: number[] }).shifts = [] as number[]);
    new PerformanceObserver((list) => {
      for (const each of list.getEntries()) seen.push((each as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${host}embed.html?frozen=${encodeFrozen(view)}`, { waitUntil: 'networkidle' });
  const shifts = await page.evaluate(() => (self as unknown as { shifts: number[] }).shifts);
  await page.close();
  const bytes = [...fetched].map(
    (name) => gzipSync(readFileSync(`dist${name}`), { level: 9 }).length,
  );
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
  return [
    { name: 'embed before its map, gzip', value: sum(bytes) / 1000, unit: 'kB', bound: 60 },
    { name: 'embed: cumulative layout shift', value: sum(shifts), unit: '', bound: 0 },
  ];
}
