import type { Facility } from '../../../src/data/tables/facility.ts';
import { describe, expect, it } from 'vitest';
import {
  facilitySentences,
  factsOf,
  reportText,
  wholeMinutes,
} from '../../../src/ui/nearby/facility-facts.ts';
import { facilityWords } from '../../../src/ui/nearby/facility-words.ts';
import { copyText, shareLink } from '../../../src/ui/nearby/hand-over.ts';
import { estateLink, facilityLink } from '../../../src/ui/nearby/nearby-links.ts';
import { phoneNumbers } from '../../../src/ui/nearby/phone-numbers.ts';

const bare: Facility = {
  id: 'e01',
  name: '榆树里养老服务站',
  service: 'elder_care',
  lon: 150,
  lat: 38,
  status: 'open',
};
const manifest = { built: '2026-11-25T10:00:00Z', data_date: null };
const words = facilityWords('zh');

describe('what is known', () => {
  it('is said as not known where it is not', () => {
    const { asked, origin } = factsOf(bare, null, manifest, words);
    expect(asked.map(({ label, value }) => `${label}：${value}`)).toEqual([
      '地址：没有登记',
      '开放时间：没有登记，去前请问一问',
      '台阶：不知道，去前请问一问',
    ]);
    expect(origin).toEqual([{ label: '来源', value: '资料整理于 2026-11-25；街道数据 日期不详' }]);
  });

  it('is all of it where it is', () => {
    const full = {
      ...bare,
      address: '榆树街 5 号',
      stepFree: true,
      price: '每天 20 元',
      note: '要带身份证',
      capacity: 40,
      opened: '2024-05',
      source: '区民政局',
      accuracy: 'approximate',
    };
    const { asked, origin } = factsOf(full, '周一至周五', manifest, words);
    expect([...asked, ...origin].map(({ value }) => value)).toEqual([
      '榆树街 5 号',
      '周一至周五',
      '没有台阶，轮椅能进',
      '每天 20 元',
      '要带身份证',
      '40 人',
      '2024-05',
      '区民政局；资料整理于 2026-11-25；街道数据 日期不详',
      '大概位置',
    ]);
  });

  it('is read in sentences, a warning first', () => {
    const about = {
      service: '养老服务',
      invented: true,
      open: '现在开着，到 17:00',
      walk: '走过去约 9 分钟，460 米（年长步速）',
      facts: factsOf(bare, null, manifest, words).asked,
      phones: ['12345'],
    };
    expect(facilitySentences({ ...bare, status: 'planned' }, about, 'zh', words)).toBe(
      [
        '示例数据：这个地方是编造的，请不要去。',
        '榆树里养老服务站，养老服务。',
        '还在规划，没有开放。',
        '走过去约 9 分钟，460 米（年长步速）。',
        '现在开着，到 17:00。',
        '地址：没有登记。',
        '开放时间：没有登记，去前请问一问。',
        '台阶：不知道，去前请问一问。',
        '电话：12345。',
      ].join('\n'),
    );
  });

  it('reaches the office with name, number, region and date', () => {
    const about = {
      service: '养老服务',
      region: '示例城',
      regionId: 'sample',
      date: '2026-11-25',
      link: 'https://h.example/?page=nearby',
    };
    expect(reportText(bare, about, 'zh', words).split('\n')).toEqual([
      '名称：榆树里养老服务站',
      '编号：e01',
      '服务：养老服务',
      '区域：示例城 (sample)',
      '资料日期：2026-11-25',
      '页面：https://h.example/?page=nearby',
      '',
      '哪里不对，正确的是什么：',
      '',
      '',
    ]);
  });

  it('rounds minutes up, and not by a hair', () => {
    expect([600, 601, 599.999_999_999_9, 0.5].map(wholeMinutes)).toEqual(['10', '11', '10', '1']);
  });
});

it.each([
  ['0437-3123456', [['0437-3123456', 'tel:04373123456']]],
  ['+86 437 312 3456', [['+86 437 312 3456', 'tel:+864373123456']]],
  ['０４３７－３１２３４５６', [['0437-3123456', 'tel:04373123456']]],
  [
    '3123456、13800000000',
    [
      ['3123456', 'tel:3123456'],
      ['13800000000', 'tel:13800000000'],
    ],
  ],
  ['0437-3123456转801', [['0437-3123456转801', 'tel:04373123456,801']]],
  ['0437-3123456-801', [['0437-3123456-801', 'tel:04373123456,801']]],
  ['3123456/7', [['3123456 / 7', 'tel:3123456']]],
  ['120', [['120', 'tel:120']]],
  ['王主任 13800000000', [['王主任 13800000000', 'tel:13800000000']]],
  ['找门卫', [['找门卫', null]]],
  ['javascript:alert(1)', [['javascript:alert(1)', null]]],
  ['', []],
])('phone column %j', (text, expected) => {
  expect(phoneNumbers(text).map(({ shown, href }) => [shown, href])).toEqual(expected);
});

describe('links that are given away', () => {
  const here =
    'https://h.example/huimin/index.html?page=nearby&region=other&at=150.1,38.2,15&mode=elder#x';

  it('hold the place and not where somebody is, nor what else they looked at', () => {
    expect(facilityLink(here, 'sample', 'e01')).toBe(
      'https://h.example/huimin/index.html?page=nearby&region=sample&facility=e01',
    );
    expect(estateLink(here, 'sample', 'estate-3', 'clinic')).toBe(
      'https://h.example/huimin/index.html?page=nearby&region=sample&at=estate-3&service=clinic',
    );
  });

  it('hold any id', () => {
    const link = new URL(facilityLink(here, 'sample', 'a&b=c#d/榆'));
    expect(link.searchParams.get('facility')).toBe('a&b=c#d/榆');
  });
});

describe('handing over', () => {
  const given: unknown[] = [];
  const clipboard = { writeText: async (text: string) => void given.push(text) } as Clipboard;
  const no = (name: string) => async () => {
    throw new DOMException('', name);
  };

  it('shares where the phone can, else copies, else leaves the text to be shown', async () => {
    expect(await shareLink({ share: async () => {}, clipboard }, 'a', 'b')).toBe('shared');
    expect(await shareLink({ share: no('NotAllowedError'), clipboard }, 'a', 'b')).toBe('copied');
    expect(await shareLink({ clipboard }, 'a', 'c')).toBe('copied');
    expect(given).toEqual(['b', 'c']);
    expect(await shareLink({}, 'a', 'b')).toBe('kept');
    const forbidden = { writeText: no('NotAllowedError') } as unknown as Clipboard;
    expect(await copyText({ clipboard: forbidden }, 'a')).toBe('kept');
  });

  it('copies nothing where the user thought better of it', async () => {
    expect(await shareLink({ share: no('AbortError'), clipboard }, 'a', 'd')).toBe('left');
    expect(given).not.toContain('d');
  });
});
