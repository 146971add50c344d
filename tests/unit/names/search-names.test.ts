import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameIndex, type Named } from '../../../src/data/names/name-index.ts';
import {
  charBits,
  bitCount,
  forgiven,
  prefixDistance,
} from '../../../src/data/names/prefix-distance.ts';
import { searchNames } from '../../../src/data/names/search-names.ts';

const place = (kind: Named['kind'], name: string, pinyin: string, nameEn?: string): Named => {
  return { kind, name, pinyin, nameEn };
};

/** Names of the sample city, and some that are hard. */
const PLACES = [
  place('estate', '文昌楼院', 'wen chang lou yuan', 'Wenchang Court'),
  place('estate', '和畅名苑', 'he chang ming yuan', 'Hechang Court'),
  place('estate', '康宁雅居', 'kang ning ya ju', 'Kangning Terrace'),
  place('estate', '榆树里', 'yu shu li'),
  place('estate', '榆树园', 'yu shu yuan'),
  place('estate', '翠湖小区', 'cui hu xiao qu', 'Cuihu Estate'),
  place('estate', '绿园3号院', 'lü yuan 3 hao yuan'),
  place('estate', '长乐里', 'chang le li'),
  place('estate', '玉兰苑', 'yu lan yuan'),
  place('area', '桑榆街道', 'sang yu jie dao', 'Sangyu Subdistrict'),
  place('area', '文昌街道', 'wen chang jie dao'),
  place('street', '文昌大街', 'wen chang da jie', 'Wenchang Avenue'),
  place('street', '重庆路', 'chong qing lu', 'Chongqing Road'),
  place('street', '女贞街', 'nv zhen jie'),
  place('facility', '文昌诊所', 'wen chang zhen suo', 'Wenchang Clinic'),
  place('facility', 'Posto São José', ''),
  place('facility', '榆树里', 'yu shu li'),
];
const INDEX = nameIndex(PLACES);
const found = (typed: string, most = 8) =>
  searchNames(INDEX, typed, most).map(({ place: { name }, why }) => `${name} ${why}`);

describe('a place is found by', () => {
  it.each([
    ['its name', '文昌楼院', '文昌楼院 name'],
    ['the beginning of its name', '文昌楼', '文昌楼院 name'],
    ['what is inside', '楼院', '文昌楼院 name'],
    ['Traditional characters', '文昌樓院', '文昌楼院 name'],
    ['裏 for 里', '榆樹裏', '榆树里 name'],
    ['裡 for 里', '榆樹裡', '榆树里 name'],
    ['first letters', 'ysl', '榆树里 initials'],
    ['first letters, capitals', 'YSL', '榆树里 initials'],
    ['first letters of a part', 'xq', '翠湖小区 initials'],
    ['pinyin', 'yushuli', '榆树里 pinyin'],
    ['pinyin in syllables', 'cui hu xiao qu', '翠湖小区 pinyin'],
    ['the beginning of its pinyin', 'cuihux', '翠湖小区 pinyin'],
    ['pinyin cut short in the middle', 'cuihxq', '翠湖小区 pinyin'],
    ['pinyin of a part', 'mingyuan', '和畅名苑 pinyin'],
    ['full-width letters', 'ｙｓｌ', '榆树里 initials'],
    ['ü', 'lüyuan', '绿园3号院 pinyin'],
    ['v for ü', 'lvyuan', '绿园3号院 pinyin'],
    ['u for ü', 'luyuan', '绿园3号院 pinyin'],
    ['u for v', 'nuzhen', '女贞街 pinyin'],
    ['a number in it', 'ly3hao', '绿园3号院 pinyin'],
    ['重 read chong', 'chongqinglu', '重庆路 pinyin'],
    ['重 read zhong', 'zhongqing', '重庆路 pinyin'],
    ['重 read zhong, first letters', 'zql', '重庆路 initials'],
    ['长 read zhang', 'zhangleli', '长乐里 pinyin'],
    ['乐 read yue', 'changyue', '长乐里 pinyin'],
    ['English', 'chongqing road', '重庆路 name'],
    ['a word of the English', 'terrace', '康宁雅居 name'],
    ['letters without accents', 'sao jose', 'Posto São José name'],
    ['a homophone whose characters the region knows', '玉树里', '榆树里 near'],
    ['a homophone inside', '玉街道', '桑榆街道 near'],
    ['one wrong character of four', '翠湖小曲', '翠湖小区 near'],
    ['two characters exchanged', '康雅宁居', '康宁雅居 near'],
    ['a character left out', '康宁居', '康宁雅居 near'],
    ['a letter wrong', 'kamgning', '康宁雅居 near'],
    ['two letters exchanged', 'kangnign', '康宁雅居 near'],
    ['a slip in the English', 'Kangnign Terrcae', '康宁雅居 near'],
  ])('%s: %s', (_, typed, expected) => expect(found(typed)[0]).toBe(expected));

  it('nothing by nothing, and nothing that is like nothing', () => {
    for (const typed of ['', '  ', '。', '。。', '火星基地', 'qqqqqq', 'zz']) {
      expect(found(typed), typed).toEqual([]);
    }
  });
});

describe('what fits better comes first', () => {
  it('the name itself, then those that begin with it: estates, areas, streets, facilities', () => {
    expect(found('文昌')).toEqual([
      '文昌楼院 name',
      '文昌街道 name',
      '文昌大街 name',
      '文昌诊所 name',
    ]);
    expect(searchNames(INDEX, '榆树里', 8).map(({ place: { kind } }) => kind)).toEqual([
      'estate',
      'facility',
    ]);
    expect(found('文昌', 2)).toEqual(['文昌楼院 name', '文昌街道 name']);
  });

  it('a name that begins with it leaves no room for those that are merely like it', () => {
    // 榆树园 is one character off.
    expect(found('榆树里').filter((each) => each.endsWith('near'))).toEqual([]);
    expect(found('愉树里')).toEqual(['榆树里 near', '榆树里 near']);
  });

  it('beginnings before insides', () => {
    expect(found('yu', 5)).toEqual([
      ...['榆树里', '榆树园', '玉兰苑', '榆树里'].map((name) => `${name} pinyin`),
      // 乐 may be read yue.
      '长乐里 pinyin',
    ]);
  });
});

describe('edits', () => {
  /** Without banding, rows or ends: every way tried. */
  const slow = (a: string, b: string): number => {
    if (!a || !b) return a.length + b.length;
    const [x, y] = [a.slice(1), b.slice(1)];
    let least = Math.min(slow(x, b) + 1, slow(a, y) + 1, slow(x, y) + (a[0] === b[0] ? 0 : 1));
    if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) {
      least = Math.min(least, slow(a.slice(2), b.slice(2)) + 1);
    }
    return least;
  };
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

  it('to the nearest beginning are as few as trying every way finds', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 2 }), (typed, name, most) => {
        const beginnings = Array.from({ length: name.length + 1 }, (_, k) => name.slice(0, k));
        const least = Math.min(...beginnings.map((beginning) => slow(typed, beginning)));
        expect(prefixDistance(typed, name, most)).toBe(Math.min(least, most + 1));
      }),
      { numRuns: 300 },
    );
  });

  it('are at least the characters that a name lacks', () => {
    fc.assert(
      fc.property(word, word, (typed, name) => {
        const lacking = bitCount(charBits(typed) & ~charBits(name));
        expect(prefixDistance(typed, name, 6)).toBeGreaterThanOrEqual(lacking);
      }),
      { numRuns: 500 },
    );
  });

  it('are forgiven by length', () => {
    expect([1, 2, 3, 5, 6, 20].map(forgiven)).toEqual([0, 0, 1, 1, 2, 2]);
  });
});

describe('laws', () => {
  const char = fc.constantFrom(...'榆树里园文昌楼院重庆长乐ab3');
  const sound: Record<string, string> = Object.fromEntries(
    '榆yu 树shu 里li 园yuan 文wen 昌chang 楼lou 院yuan 重zhong 庆qing 长chang 乐le'
      .split(' ')
      .map((each) => [each[0], each.slice(1)]),
  );
  const names = fc.array(fc.array(char, { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 12,
  });
  const named = (chars: string[]) =>
    place('estate', chars.join(''), chars.map((each) => sound[each] ?? each).join(' '));

  it('a name finds itself before others, and its pinyin and first letters find it', () => {
    fc.assert(
      fc.property(names, (all) => {
        const places = all.map(named);
        const index = nameIndex(places);
        for (const { name, pinyin } of places) {
          expect(searchNames(index, name, 1)[0]).toMatchObject({ place: { name }, why: 'name' });
          const initials = pinyin!.replace(/(\w)\w*( |$)/g, '$1');
          for (const typed of [pinyin!, pinyin!.replaceAll(' ', ''), initials]) {
            const list = searchNames(index, typed, all.length);
            expect(list.some((each) => each.place.name === name)).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('whatever is typed: no more than asked for, none twice', () => {
    fc.assert(
      fc.property(
        names,
        fc.oneof(
          fc.string({ maxLength: 90 }),
          fc.array(char, { maxLength: 8 }).map((all) => all.join('')),
        ),
        fc.integer({ min: 0, max: 5 }),
        (all, typed, most) => {
          const list = searchNames(nameIndex(all.map(named)), typed, most);
          expect(list.length).toBeLessThanOrEqual(most);
          expect(new Set(list.map((each) => each.place)).size).toBe(list.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
