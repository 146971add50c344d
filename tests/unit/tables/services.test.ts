import { describe, expect, it } from 'vitest';
import shipped from '../../../data/services.json';
import { parseServices } from '../../../src/data/services.ts';
import { faultOf } from './fault-of.ts';

const PARK = {
  key: 'park',
  zh: '公园',
  en: 'Park',
  icon: 'tree',
  colour: '#4C7A1F',
  people: 'total',
  minutes: 10,
  measure: 'reach',
};

describe('services', () => {
  it('reads what the project ships, in order and to the letter', () => {
    expect(parseServices(shipped)).toEqual(shipped);
  });

  it('leaves off members that are not ours', () => {
    expect(parseServices([{ ...PARK, note: 'x' }])).toEqual([PARK]);
  });

  it('takes a name that is the same in both languages', () => {
    expect(parseServices([{ ...PARK, zh: 'Park' }])).toHaveLength(1);
  });

  it.each([
    ['key', 'Park'],
    ['key', '__proto__'],
    ['key', ''],
    ['zh', ' '],
    ['en', undefined],
    ['icon', 3],
    ['colour', 'teal'],
    ['colour', '#FFF'],
    ['people', 'all'],
    ['people', { from: 60, til: 70 }],
    ['people', { from: 14, to: 6 }],
    ['people', { from: 6.5 }],
    ['people', { to: 6 }],
    ['minutes', 0],
    ['minutes', 31],
    ['minutes', 7.5],
    ['minutes', '10'],
    ['minutes', NaN],
    ['measure', 'share'],
  ])('bad %s %j: names the entry, the member and what is expected', (member, value) => {
    const second = { ...PARK, key: 'second', zh: '二', en: 'Second', [member]: value };
    const fault = faultOf(() => parseServices([PARK, second]));
    expect(fault.code).toBe('services');
    expect(fault.text.en).toMatch(new RegExp(`^services entry 2.* ${member}: got .*; expected `));
    expect(fault.text.zh).toMatch(new RegExp(`^服务表第 2 项.* ${member}：现为 .*，应为`));
  });

  it('says what stood there', () => {
    expect(faultOf(() => parseServices([{ ...PARK, colour: 'teal' }])).text.en).toBe(
      'services entry 1 “park” colour: got "teal"; expected a colour as in #1F5FA8.',
    );
  });

  it.each([
    ['key', { zh: '别', en: 'Other' }],
    ['Chinese name', { key: 'other', en: 'Other' }],
    ['English name', { key: 'other', zh: '别', en: 'PARK' }],
    ['key as a name', { key: 'other', zh: 'park', en: 'Other' }],
  ])('two services with one %s could not be told apart in a table', (_what, change) => {
    const fault = faultOf(() => parseServices([PARK, { ...PARK, ...change }]));
    expect(fault.code).toBe('double-service');
    expect(fault.text.en).toContain('entries 1 and 2');
  });

  it.each([null, {}, [], 'x', [null], [3], [[]], undefined])(
    '%j is no list of services',
    (json) => {
      expect(faultOf(() => parseServices(json)).code).toBe('services');
    },
  );
});
