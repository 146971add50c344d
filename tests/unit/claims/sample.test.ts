import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegion, loadServices, TILES } from '../../../scripts/huimin/load-region.ts';
import { ensureSample } from '../../../scripts/sample-city/build-sample.ts';
import { parseClaims } from '../../../src/data/claims.ts';
import type { ClaimResult } from '../../../src/engine/claims/claim-result.ts';
import { testClaims } from '../../../src/engine/claims/test-claims.ts';
import { Prepared } from '../../../src/engine/prepared.ts';

/** `npm test` builds the sample city beforehand. */
const SAMPLE = join(TILES, 'sample');
const json = readFileSync(new URL('../../../data/claims-sample.json', import.meta.url), 'utf8');
const claims = parseClaims(JSON.parse(json));
let results: ClaimResult[] = [];

beforeAll(async () => {
  if (!existsSync(join(SAMPLE, 'manifest.json'))) await ensureSample(() => {});
  const { region, manifest } = loadRegion(SAMPLE);
  const ground = { prepared: new Prepared(region), services: loadServices(), about: manifest };
  results = testClaims(claims, ground);
}, 60_000);

describe('the invented claims of the sample city', () => {
  it('are marked as invented, and show each verdict', () => {
    for (const { id, invented, source } of claims) {
      expect([id, invented, source.zh]).toEqual([id, true, '示例数据：编造的报道']);
    }
    expect(results.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'S01 agrees',
      'S02 differs',
      'S03 agrees',
      'S04 differs',
      'S05 cannot_tell',
      'S06 agrees',
      'S07 differs',
      'S08 cannot_tell',
      'S09 cannot_tell',
      'S10 differs',
    ]);
  });

  it('no verdict without denominator and data date, none that says why it is missing', () => {
    for (const { id, verdict, missing, denominator, dataDate } of results) {
      const told = verdict !== 'cannot_tell';
      expect([id, missing === null]).toEqual([id, told]);
      if (told) expect([id, denominator!.count > 0, !!dataDate]).toEqual([id, true, true]);
    }
  });

  it('99.8 % is not full', () => {
    const circle = results.find(({ id }) => id === 'S10')!;
    expect(circle.computed).toBeGreaterThan(0.997);
    expect(circle.computed).toBeLessThan(1);
  });
});
