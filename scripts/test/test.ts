import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../../src/data/fault.ts';
import { inOwnLanguage } from '../huimin/own-language.ts';
import { ensureSample } from '../sample-city/build-sample.ts';
import { buildPage } from '../start/build-page.ts';
import { freePort } from '../start/free-port.ts';
import { needBrowser, needChineseFont } from './install-browser.ts';
import {
  countsOf,
  playwrightCounts,
  sumOf,
  verdict,
  vitestCounts,
  type Counts,
} from './test-counts.ts';

const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };
const FIRST_PORT = 4273;
const say = (line: string) => void process.stdout.write(`${line}\n`);
const reports = mkdtempSync(join(tmpdir(), 'huimin-test-'));

/** `npm test`: everything, the last line counts it. `--unit [file …]`: vitest only. */
async function main([mode, ...filters]: string[]): Promise<Counts> {
  if (mode !== undefined && mode !== '--unit') {
    say(`npm test: got ${mode}, expected nothing or --unit [file …]`);
    return FAILED;
  }
  await ensureSample(say);
  if (mode === '--unit') return unitTests(filters);
  const all = [unitTests([])];
  try {
    say('page: vite build');
    await buildPage();
    const browser = needBrowser(say);
    needChineseFont(say);
    all.push(await browserTests(browser));
  } catch (error) {
    tell(error);
    all.push(FAILED);
  }
  return sumOf(all);
}

function unitTests(filters: string[]): Counts {
  const report = join(reports, 'vitest.json');
  const status = run('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ]);
  return countsOf(report, vitestCounts, status);
}

async function browserTests(browser: string): Promise<Counts> {
  const report = join(reports, 'playwright.json');
  const status = run(
    'node_modules/@playwright/test/cli.js',
    ['test', '--config=tests/browser/playwright.config.ts', '--reporter=list,json'],
    {
      HUIMIN_BROWSER: browser,
      HUIMIN_TEST_PORT: String(await freePort(FIRST_PORT)),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  );
  return countsOf(report, playwrightCounts, status);
}

function run(script: string, args: string[], env: Record<string, string> = {}): number | null {
  const all = { ...process.env, ...env };
  return spawnSync(process.execPath, [script, ...args], { stdio: 'inherit', env: all }).status;
}

function tell(error: unknown): void {
  if (error instanceof Fault) say(inOwnLanguage(error.text));
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

let counts = FAILED;
try {
  counts = await main(process.argv.slice(2));
} catch (error) {
  tell(error);
} finally {
  rmSync(reports, { recursive: true, force: true });
}
process.exitCode = counts.failed ? 1 : 0;
say(verdict(counts));
