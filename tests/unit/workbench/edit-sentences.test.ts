import { describe, expect, it } from 'vitest';
import type { Facility } from '../../../src/data/tables/facility.ts';
import type { Edit } from '../../../src/engine/scenario/scenario.ts';
import { Numbers } from '../../../src/ui/shared/numbers.ts';
import { wordsIn } from '../../../src/ui/shared/words.ts';
import { tryWordsIn } from '../../../src/ui/workbench/try-words.ts';
import { editSentences } from '../../../src/ui/workbench/try/edit-sentences.ts';
import { typedPosition } from '../../../src/ui/workbench/try/position-field.ts';

const BASELINE: Facility[] = [
  {
    id: 'a',
    name: '河东诊所',
    nameEn: 'East Clinic',
    service: 'clinic',
    lon: 150,
    lat: 0,
    status: 'open',
    capacity: 20,
  },
];
const EDITS: Edit[] = [
  {
    kind: 'add',
    facility: { id: 'n', name: '新增 1', service: 'clinic', lon: 150, lat: 1, status: 'open' },
  },
  { kind: 'move', id: 'a', lon: 150.01, lat: 0 },
  { kind: 'status', id: 'a', status: 'closed' },
  { kind: 'capacity', id: 'a', capacity: 1500 },
  { kind: 'opened', id: 'x', opened: '2027' },
];
const said = (language: 'zh' | 'en') =>
  editSentences(
    EDITS,
    BASELINE,
    tryWordsIn(language),
    wordsIn(language),
    new Numbers(language),
    language,
  );

describe('edits in sentences', () => {
  it('say what is changed from what, with metres on the ground', () => {
    expect(said('zh').map(({ text }) => text)).toEqual([
      '新增“新增 1”（150.00000，1.00000）',
      '“河东诊所”移动 1,112 米，到 150.01000，0.00000',
      '“河东诊所”由“开放”改为“已关闭”',
      '“河东诊所”容量 20 → 1,500',
      '“x”开放日期 未知 → 2027',
    ]);
    expect(said('en')[1].text).toBe('East Clinic moved by 1,112 m to 150.01000, 0.00000');
  });

  it('mark the edit of a facility that is not there, and no other', () => {
    expect(said('en').map(({ ignored }) => ignored)).toEqual([false, false, false, false, true]);
  });
});

describe('a typed position', () => {
  const typed = (lon: string, lat: string) =>
    typedPosition(lon, lat, [149.9, 37.9, 150.1, 38.1], tryWordsIn('zh'), 'zh');

  it('is taken within the region’s data and a little beyond it', () => {
    expect(typed(' 150.02 ', '38')).toEqual([150.02, 38]);
    expect(typed('150.14', '38')).toEqual([150.14, 38]);
  });

  it.each([
    ['', '38'],
    ['abc', '38'],
    ['38', '150'],
    ['116.4', '39.9'],
    ['0', '0'],
  ])('is a sentence for %s, %s', (lon, lat) => {
    expect(typed(lon, lat)).toMatch(/[。；]$/);
  });
});
