import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importCommand } from '../../../scripts/huimin/import-command.ts';
import { Fault } from '../../../src/data/fault.ts';
import { gridTown } from './grid-town.ts';
import { fileOf } from './refused.ts';
import { scratch } from './town.ts';

/* One street along the equator with one clinic on it; a row there again, one new, one without a place. */
let region = '';
beforeAll(async () => {
  region = await gridTown({
    ways: [{ line: Array.from({ length: 20 }, (_, x): [number, number] => [x, 0]) }],
    people: [['a', 1, 0, 100]],
    sites: [['K', 'clinic', 1, 0]],
  });
});

const SHEET = `名称,类别,经度,纬度,床位
甲,诊所,0.005,0,１２
乙,诊所,0°0′36″,0,3
丙,茶馆,0.006,0,
丁,诊所,,,4
戊,诊所,东,0,5
`;
interface Printed {
  account: Record<string, number>;
  columns: [string, string][];
  categories: { word: string; service: string | null }[];
  rows: { line: number; result: string; waiting: boolean; code?: string; repairs?: object[] }[];
}
const run = (...options: string[]) => importCommand([fileOf('名单.csv', SHEET), ...options]);

describe('huimin import', () => {
  it('ends every row, writes those taken, and all of them with their reasons', async () => {
    const [out, reasons] = ['taken.csv', 'reasons.csv'].map((name) => join(scratch(), name));
    const printed = JSON.parse(
      await run(
        ...['--crs', 'wgs84', '--region', region, '--format', 'json'],
        ...['--out', out, '--reasons', reasons],
      ),
    ) as Printed;
    const { rows, accepted, repaired, rejected, waiting } = printed.account;
    expect({ rows, sum: accepted + repaired + rejected, waiting }).toEqual({
      rows: 5,
      sum: 5,
      waiting: 1,
    });
    expect(printed.columns).toContainEqual(['capacity', '床位']);
    expect(printed.categories).toContainEqual(
      expect.objectContaining({ word: '茶馆', service: null }),
    );
    // Line 1 has the names.
    expect(
      printed.rows.filter(({ result }) => result === 'rejected').map(({ line }) => line),
    ).toEqual([4, 5, 6]);
    const taken = readFileSync(out, 'utf8').trim().split(/\r?\n/);
    expect(taken).toHaveLength(3);
    // 36 seconds of arc are a hundredth of a degree.
    expect(taken[2]).toMatch(/乙,clinic,0\.01,0/);
    expect(readFileSync(reasons, 'utf8').trim().split('\r\n')).toHaveLength(6);
  });

  it('takes what a word stands for from the options', async () => {
    const printed = JSON.parse(
      await run('--crs', 'wgs84', '--category', '茶馆=clinic', '--format', 'json'),
    ) as Printed;
    expect(printed.account).toMatchObject({ rows: 5, rejected: 2 });
  });

  it('asks for the coordinate system, and says what the streets make of it', async () => {
    const fault = await run('--region', region).then(
      () => null,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(Fault);
    expect((fault as Fault).text.en).toMatch(/--crs: wgs84, gcj02, bd09.*within 30 m of a street/);
  });
});
