import { chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeTooOld } from '../../../scripts/start/check-node.ts';
import { freePort } from '../../../scripts/start/free-port.ts';
import { portOption } from '../../../scripts/start/start-options.ts';
import { findBrowser } from '../../../scripts/test/find-browser.ts';
import {
  countsOf,
  playwrightCounts,
  sumOf,
  verdict,
  vitestCounts,
} from '../../../scripts/test/test-counts.ts';
import { fileOf } from './refused.ts';
import { faultOf } from './town.ts';

describe('the last line of npm test', () => {
  const vitest = (passed: number, failed: number, skipped = 0) => ({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
    numTodoTests: 0,
    testResults: [] as { status: string; assertionResults: { status: string }[] }[],
  });
  const playwright = (expected: number, unexpected: number, flaky = 0, skipped = 0) => ({
    stats: { expected, unexpected, flaky, skipped },
    errors: [],
  });
  const file = (report: unknown) => fileOf('report.json', JSON.stringify(report));

  it('is the sum of both runners', () => {
    const all = [vitestCounts(vitest(340, 1, 6)), playwrightCounts(playwright(20, 2, 1))];
    expect(verdict(sumOf(all))).toBe('360 passed, 4 failed, 6 skipped');
    expect(verdict({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  });

  it('a test file that does not load has failed', () => {
    const report = { ...vitest(5, 0), testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(vitestCounts(report).failed).toBe(1);
    const told = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(vitestCounts({ ...vitest(5, 1), testResults: [told] }).failed).toBe(1);
  });

  it('so has a runner without a report, without a test, or with an error no test explains', () => {
    expect(countsOf('/no/such/report', vitestCounts, 0).failed).toBe(1);
    expect(countsOf(file(vitest(0, 0, 4)), vitestCounts, 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 4,
    });
    expect(countsOf(file(playwright(3, 0)), playwrightCounts, 1).failed).toBe(1);
    expect(countsOf(file(playwright(3, 0)), playwrightCounts, null).failed).toBe(1);
    expect(countsOf(file(playwright(3, 0)), playwrightCounts, 0).failed).toBe(0);
    expect(countsOf(file(playwright(3, 2)), playwrightCounts, 1).failed).toBe(2);
  });
});

describe('the browser to test with', () => {
  const program = (name: string) => {
    const path = fileOf(name, '#!/bin/sh\n');
    chmodSync(path, 0o755);
    return path;
  };
  const [named, own, system, app] = [
    program('x'),
    program('own'),
    program('chromium'),
    program('a'),
  ];
  const PATH = ['/nowhere', join(system, '..')].join(':');

  it('is the one named, else Playwright’s own, else the system’s, else a known place', () => {
    const found = (env: NodeJS.ProcessEnv, its = own) => findBrowser(env, its, [app]);
    expect(found({ HUIMIN_BROWSER: named, CHROME_PATH: own, PATH })).toEqual({ browser: named });
    expect(found({ CHROME_PATH: named, PATH })).toEqual({ browser: named });
    expect(found({ PATH })).toEqual({ browser: own });
    expect(found({ PATH }, '/not/downloaded')).toEqual({ browser: system });
    expect(found({}, '/not/downloaded')).toEqual({ browser: app });
    expect(findBrowser({}, '/not/downloaded', [])).toBeNull();
  });

  it('a name that cannot be run is told, not passed over', () => {
    const text = fileOf('notes.txt', 'no program');
    expect(findBrowser({ HUIMIN_BROWSER: text, PATH }, own)).toEqual({
      broken: `HUIMIN_BROWSER=${text}`,
    });
  });
});

describe('npm start', () => {
  it.each([
    ['18.20.4', true],
    ['20.18.3', true],
    ['20.19.0', false],
    ['22.0.0', false],
  ])('Node %s too old: %s', (version, old) => {
    expect(nodeTooOld(version) !== null).toBe(old);
  });

  it('--port', async () => {
    expect(portOption([])).toBeUndefined();
    expect(portOption(['--port', '8080'])).toBe(8080);
    for (const args of [
      ['--port', '0'],
      ['--port', 'x'],
      ['--port', '65536'],
      ['--prot', '1'],
    ]) {
      expect((await faultOf(() => portOption(args))).code).toBe('usage');
    }
  });

  it('takes the next port where one is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    expect(await freePort(port)).toBeGreaterThan(port);
    server.close();
  });
});
