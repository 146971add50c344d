import { describe, expect, it } from 'vitest';
import { readClaims } from '../../../src/data/claims-table.ts';
import { parseProject } from '../../../src/data/project/project.ts';
import { readProject, writeProject } from '../../../src/data/project/project-file.ts';
import { projectOf } from '../project/project-of.ts';
import { SERVICES } from '../see/services-of.ts';
import { bytesOf, faultOf } from '../tables/fault-of.ts';

const PLACE = { id: 'town', name: '镇', nameEn: 'Town', invented: true };
const read = (text: string) => readClaims(bytesOf(text), '说法.csv', PLACE, SERVICES);
const recipes = (text: string) => read(text).rows.map(({ recipe }) => recipe);

describe('a table of one’s own claims', () => {
  it('each meaning has its recipe', () => {
    const text = [
      '编号,说法,含义,服务,比例,数量,分钟,怎么去,年份,来源,分母',
      'a,九成走得到,到达,clinic,90 %,,10-15,older,2024,区报,居民',
      'b,八成小区,已配,clinic,80.5,151,,,2023,,小区',
      'c,每村一处,单元,school,全覆盖,,,,2024,,',
      'd,签约率,登记,,31%,"78,420",,,2023,,',
      'e,三十处,数目,clinic,,30,,,2024,,',
      'f,全走得到,到达,clinic,full,34,,,2024,,',
    ].join('\n');
    expect(recipes(text)).toEqual([
      { kind: 'reach', service: 'clinic', minutes: [10, 15], profile: 'older', percent: 90 },
      { kind: 'equipped', service: 'clinic', count: 151, percent: 80.5, decimals: 1 },
      { kind: 'units', service: 'school', full: true },
      { kind: 'enrolled', count: 78_420, asks: 'share', percent: 31 },
      { kind: 'count', services: ['clinic'], count: 30 },
      { kind: 'reach', service: 'clinic', minutes: [15], sites: 34, full: true },
    ]);
    const [first] = read(text).rows;
    expect(first).toMatchObject({
      id: 'a',
      regions: ['town'],
      place: { zh: '镇', en: 'Town' },
      of: { zh: '居民' },
      source: { zh: '区报' },
      invented: true,
    });
  });

  it('rows that say nothing sound are named, and the rest is taken', () => {
    const { rows, rejected } = read(
      [
        'figure,meaning,service,percent,count,minutes,year',
        'ok,reach,clinic,80,,15,2024',
        'over,reach,clinic,120,,15,2024',
        'what,coverage,clinic,80,,15,2024',
        'whose,reach,nobody,80,,15,2024',
        'when,reach,clinic,80,,15,soon',
        'long,reach,clinic,80,,900,2024',
        ',reach,clinic,80,,15,2024',
        'half,number,clinic,,2.5,,2024',
        'share,reach,clinic,,,15,2024',
      ].join('\n'),
    );
    expect(rows.map(({ id }) => id)).toEqual(['own-2']);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [3, 'claim-percent'],
      ...[4, 5, 6, 7, 8, 9, 10].map((line) => [line, 'claim-cell']),
    ]);
    expect(rejected[0].text.en).toContain('“120”, expected 0 to 100 percent');
    expect(rejected[3].text).toEqual({
      zh: 'year（年份）为“soon”，应为：以年份开头，如 2024。',
      en: 'year is “soon”, expected: a year first, as in 2024.',
    });
    expect(rejected.slice(1).map(({ text }) => text.en.split(' ')[0])).toEqual([
      'meaning',
      'service',
      'year',
      'minutes',
      'figure',
      'count',
      'percent',
    ]);
  });

  it('a file without the columns is none', () => {
    expect(faultOf(() => read('a,b\n1,2\n')).code).toBe('missing-columns');
  });
});

describe('in a project', () => {
  const { rows } = read('说法,含义,服务,比例,年份\n=九成,到达,clinic,90,2024\n');

  it('claims come back as they were', () => {
    const made = projectOf({ claims: rows });
    expect(readProject(writeProject(made, true), 'p.huimin')).toEqual(made);
  });

  it('a project of version 2 has none; two of one id, or a spoilt one, are refused', () => {
    const { claims: _, ...old } = projectOf();
    expect(parseProject(old, 2, 'p')).toEqual({ ...old, claims: [] });
    const spoilt = (claims: object[]) =>
      faultOf(() => parseProject({ ...old, claims }, 3, 'p')).code;
    expect(spoilt([rows[0], rows[0]])).toBe('project-part');
    expect(spoilt([{ ...rows[0], recipe: { kind: 'run' } }])).toBe('project-part');
  });
});
