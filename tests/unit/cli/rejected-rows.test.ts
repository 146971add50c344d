import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRegion } from '../../../scripts/huimin/load-region.ts';
import { gbkBytes } from '../tables/gbk-bytes.ts';
import { fileOf } from './refused.ts';
import { TOWN, build, buildOptions, scratch } from './town.ts';

const population = readFileSync(join(TOWN, 'population.csv'), 'utf8');
const facilities = readFileSync(join(TOWN, 'facilities.csv'), 'utf8');

async function built(files: Record<string, string>) {
  const out = scratch();
  const said = await build(buildOptions(out, files));
  return { ...said, ...loadRegion(join(out, 'town')) };
}

describe('rows that are left out are told one by one and counted', () => {
  it('population', async () => {
    const spoilt = [
      'q01,150,38.003,NaN,1,1',
      'q02,150,38.003,-5,1,1',
      'q03,150,38.003,,1,1',
      'q04,150,38.003,"1,234",1,1',
      'q05,150,138,10,1,1',
      'q06,38.003,150,10,1,1',
      'q07,0,0,10,1,1',
      'p01,150,38.003,10,1,1',
      ',150,38.003,10,1,1',
      'q10,150,38.003,10,1',
      'q11,150,38.003,10,,1',
      'q12,150,38.003,1e999,1,1',
    ].join('\n');
    const file = fileOf('people.csv', population + spoilt + '\n');
    const { stdout, stderr, manifest } = await built({ population: file });
    expect(manifest.counts).toMatchObject({ places: 12, rejected: { population: 12 } });
    expect(stdout).toContain('rejected    12 of population');
    for (const [line, why] of [
      [14, /total is “NaN”; expected a plain number/],
      [15, /total is “-5”; expected 0 or more/],
      [16, /total is empty: no data is not zero/],
      [17, /no commas/],
      [18, /lon 150, lat 138 are out of range/],
      [19, /swapped/],
      [20, /Gulf of Guinea/],
      [21, /“p01” is already used by line 2/],
      [22, /id is empty/],
      [23, /5 cells, expected 6/],
      [24, /age_6_14 is empty/],
      [25, /too large/],
    ] as const) {
      const sentence = stderr.split('\n').find((text) => text.startsWith(`${file}:${line}: `));
      expect(sentence, `line ${line}`).toMatch(why);
    }
  });

  it('facilities', async () => {
    const spoilt = [
      'g1,赌场,Casino,casino,150,38.005,open',
      'g2,小学,,school,150,38.005,maybe',
      'f1,又一个,,school,150,38.005,open',
      'g4,,,school,150,38.005,open',
    ].join('\n');
    const file = fileOf('places.csv', facilities + spoilt + '\n');
    const { stderr, manifest, region } = await built({ facilities: file });
    expect(manifest.counts.rejected).toEqual({ facilities: 4 });
    expect(region.facilities).toHaveLength(3);
    expect(stderr).toMatch(/places\.csv:5: service “casino” is unknown/);
    expect(stderr).toMatch(/places\.csv:6: status is “maybe”; expected one of open/);
    expect(stderr).toMatch(/places\.csv:7: id “f1” is already used by line 2/);
    expect(stderr).toMatch(/places\.csv:8: name is empty/);
  });

  it('only the first twenty are listed, all are counted', async () => {
    const spoilt = Array.from({ length: 30 }, (_, k) => `q${k},150,38.003,,1,1`).join('\n');
    const file = fileOf('people.csv', population + spoilt);
    const { stdout, stderr } = await built({ population: file });
    expect(stderr.match(/people\.csv:\d+: /g)).toHaveLength(20);
    expect(stderr).toContain('people.csv: 10 more rows rejected');
    expect(stdout).toContain('30 of population');
  });

  it('a facility off the network is taken, counted and named', async () => {
    const file = fileOf('places.csv', facilities + 'g1,岛上小学,,school,150.02,38.002,open\n');
    const { stdout, manifest } = await built({ facilities: file });
    expect(manifest.off_network.facilities).toEqual(['g1']);
    expect(stdout).toContain('1 facilities');
  });
});

describe('encodings: UTF-8, UTF-8 with BOM, GBK, UTF-16 give the same places', () => {
  const utf16 = Uint8Array.from(Buffer.from('\uFEFF' + facilities, 'utf16le'));
  it.each([
    ['UTF-8 with BOM', '\uFEFF' + facilities],
    ['GBK', gbkBytes(facilities)],
    ['UTF-16', utf16],
    ['Windows line ends', facilities.replaceAll('\n', '\r\n')],
    ['tabs', facilities.replaceAll(',', '\t')],
    [
      'Chinese columns',
      facilities.replace(/^.*/, '编号,名称,英文名,服务,经度,纬度,状态').replaceAll('open', '开放'),
    ],
  ])('%s', async (_, content) => {
    const { region, manifest } = await built({ facilities: fileOf('places.csv', content) });
    expect(region.facilities.map(({ name }) => name)).toEqual(['第一小学', '东路诊所', '北门小学']);
    expect(region.facilities.map(({ status }) => status)).toEqual(['open', 'open', 'planned']);
    expect(manifest.counts.rejected).toEqual({});
  });
});
