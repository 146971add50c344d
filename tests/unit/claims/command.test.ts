import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimsCommand } from '../../../scripts/huimin/claims-command.ts';
import { builtTown } from '../cli/town.ts';
import { Fault } from '../../../src/data/fault.ts';

let town = '';
let own = '';
beforeAll(async () => {
  town = await builtTown();
  own = join(mkdtempSync(join(tmpdir(), 'claims-')), 'own.csv');
  writeFileSync(
    own,
    'id,figure,meaning,service,percent,minutes,year\nx,六成,reach,school,60,15,2025\n',
  );
});

const ask = (...options: string[]) => claimsCommand(['--region', town, ...options]);
const KEYS = [
  'id',
  'meaning',
  'published',
  'computed',
  'low',
  'high',
  'verdict',
  'missing',
  'denominator',
  'data_date',
];

describe('huimin claims', () => {
  it('json: one’s own claim against 420 of 700 people, and these keys', async () => {
    const date = ['--data-date', '2025-03'];
    const rows = JSON.parse(await ask('--claims', own, '--format', 'json', ...date));
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0])).toEqual(KEYS);
    expect(rows[0]).toMatchObject({
      id: 'x',
      meaning: 'reach',
      published: 0.6,
      computed: 0.6,
      verdict: 'agrees',
      missing: null,
      denominator: { count: 700 },
      data_date: '2025-03',
    });
    expect(rows[0].low).toBeLessThanOrEqual(0.6);
    expect(rows[0].high).toBeGreaterThanOrEqual(0.6);
  });

  it('a claim of another place cannot be told, an unknown one is a fault', async () => {
    const rows = JSON.parse(await ask('--claim', 'C126,c002', '--format', 'json'));
    expect(rows.map(({ id }: { id: string }) => id)).toEqual(['C126', 'C002']);
    for (const { verdict, missing } of rows) {
      expect(verdict).toBe('cannot_tell');
      expect(missing.zh).toContain('打开的不是这个区域');
    }
    await expect(ask('--claim', 'C999')).rejects.toThrow(Fault);
    await expect(ask('--claim', 'C999')).rejects.toThrow(/No claim "C999": there are 157/);
    await expect(ask('--data-date', 'once')).rejects.toThrow(/--data-date/);
  });

  it('table and csv carry words, denominator and arithmetic; a place nobody speaks of says so', async () => {
    const table = await ask('--claims', own, '--claim', 'x', '--data-date', '2025');
    expect(table).toMatch(/x .*六成/);
    expect(table).toMatch(/420 ÷ 700/);
    expect(table).toMatch(/denominator: 700|分母：居民 700/);
    const csv = await ask('--claims', own, '--format', 'csv', '--data-date', '2025');
    expect(csv.split('\r\n')[0]).toContain('denominator_of,data_date,year,source');
    expect(csv).toContain('agrees');
    expect(await ask()).toMatch(/no claims about this place|没有关于这里的说法/);
  });
});
