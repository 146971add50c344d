import { countyBench } from './county-bench.ts';
import { report, type Measured } from './measure.ts';
import { movementBench } from './movement-bench.ts';
import { portoAlegreBench } from './porto-alegre-bench.ts';
import { scenarioBench } from './scenario-bench.ts';
import { tilesBench } from './tiles-bench.ts';

/** Prints medians with their bounds, and at the end one line of JSON. `npm run bench` */
const results: Record<string, Measured[] | 'absent'> = {
  county: countyBench(),
  scenario: scenarioBench(),
  // Loaded here, and page and browser below: they would count as memory of the county.
  siting: await (await import('./siting-bench.ts')).sitingBench(),
  movement: movementBench(),
  'porto-alegre': portoAlegreBench() ?? 'absent',
  tiles: tilesBench() ?? 'absent',
  page: (await (await import('./page-bench.ts')).pageBench()) ?? 'absent',
  nearby: (await (await import('./nearby-bench.ts')).nearbyBench()) ?? 'absent',
};
const titles: Record<string, string> = {
  county: 'County: 360,000 nodes, 1.08 M arcs, 100,000 places, 200 facilities',
  scenario: 'Scenarios on the same county',
  siting: 'Siting, HiGHS in WebAssembly as in the page’s worker (medians of five towns)',
  movement:
    'Ways of moving on the county: 20 % of its streets one-way for wheels, 10 % of an estate, all with slopes',
  'porto-alegre': 'Porto Alegre (../shared/data or HUIMIN_REAL_DATA)',
  tiles: 'Basemap tiles of Monaco (../shared/data or HUIMIN_REAL_DATA)',
  page: 'The page in headless Chromium (a browser on this machine)',
  nearby:
    'The resident’s page on a phone’s screen, slow 4G (150 ms, 1.6 Mb/s), processor 4 × slower',
};
for (const [key, rows] of Object.entries(results)) {
  process.stdout.write(
    rows === 'absent' ? `${titles[key]}: absent\n\n` : `${report(titles[key], rows)}\n`,
  );
}
process.stdout.write(`${JSON.stringify({ node: process.version, ...results })}\n`);
