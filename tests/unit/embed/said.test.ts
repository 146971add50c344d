import { describe, expect, it } from 'vitest';
import { altText } from '../../../src/data/embed/alt-text.ts';
import { embedSentences } from '../../../src/data/embed/embed-sentences.ts';
import { fullPageAddress } from '../../../src/data/embed/full-page.ts';
import { barPieces, numberBar } from '../../../src/data/embed/number-bar.ts';
import { oEmbed } from '../../../src/data/embed/oembed.ts';
import {
  captionText,
  elementSnippet,
  iframeSnippet,
  pictureSnippet,
} from '../../../src/data/embed/snippet.ts';
import { sealed } from '../../../src/data/embed/frozen-view.ts';
import { ASKED, AddressReader, readAsked } from '../../../src/engine/asked.ts';
import { frozen, HOSTILE, MARKUP } from './frozen-of.ts';

/*
 * The drawn town (handin/dossier-of.ts), metres on the street from A: 1 at 180, 2 and 4 at 300, 3 at
 * 600, 9 at 1,200. At 1.2 m/s five minutes are 360 m, ten 720 m: (1 + 2 + 4) × 100 = 700 people
 * within 5, with 3 they are 1,000 within 10, of 1,900. Area 甲 ends at x = 700 m, before 3 and 9.
 */
const view = frozen();

describe('what a frame says', () => {
  it('in Chinese, with denominator, rule, dates and what is missing', () => {
    const said = embedSentences(view, 'zh');
    expect(said).toMatchObject({
      title: '镇：10 分钟内能走到诊所',
      share: '52.6\u202f%',
      ofPeople: '1,000 / 1,900 位居民',
      rule: '规则：一般，速度 1.2 米/秒，沿街道；计入：研究范围内的居民；计入开放的“诊所” 1 处',
      caption: '记者的说明',
      invented: expect.stringMatching(/^示例数据/),
      changed: null,
      shareOf: '占 1,900 位居民的比例',
      rows: [
        { label: '5 分钟内', people: '700', share: '36.8\u202f%' },
        { label: '10 分钟内', people: '1,000', share: '52.6\u202f%' },
        { label: '超过 10 分钟，或到不了', people: '900', share: '47.4\u202f%' },
      ],
      areas: [
        { name: '甲街道', people: '700', covered: '700', share: '100.0\u202f%' },
        { name: '不在任何街道、乡镇内', people: '1,200', covered: '300', share: '25.0\u202f%' },
      ],
      gaps: '缺口 1 处，里面有 900 人',
      missing: ['没有计入拥堵、红绿灯等待和公共交通。'],
      sources: '街道数据 2025-06-01；街道数据许可：CC0；街道 streets.osm',
      approval: '示意图',
    });
    expect(said.frozen).toContain(view.hash.slice(0, 12));
  });

  it('in English, and of scenario, day, circles, zones and approval', () => {
    expect(embedSentences(view, 'en')).toMatchObject({
      title: 'Town: Clinic: within 10 minutes on foot',
      ofPeople: '1,000 of 1,900 residents',
      gaps: '1 gap, with 900 people in it',
    });
    const other = frozen({
      approval: 'GS(2026)1号',
      query: { method: 'buffer', minutes: [5, 10], zoneMinutes: { urban: 5, rural: 10 } },
      parts: { scenario: { name: '加一处', edits: [] }, on: '2027-06' },
      manifest: { invented: false },
    });
    const said = embedSentences(other, 'en');
    expect(said.headline).toMatch(/by circles$/);
    expect(said.changed).toBe('Scenario “加一处”; facilities as open on 2027-06');
    expect(said.approval).toBe('Map approval GS(2026)1号');
    expect(said.rows.at(-1)?.label).toBe(
      'Within their own limit: 5 minutes in town, 10 in the country',
    );
    expect(said.missing).toEqual(['Circles know no streets and are for comparison only.']);
    expect(said.credit).toMatch(/OpenStreetMap/);
  });

  it('more areas than there are rows for are united, and add up to everybody', () => {
    const { hash: _, ...rest } = view;
    const many = sealed({
      ...rest,
      areas: [{ name: '甲', people: 100, covered: 10 }],
      others: { areas: 12, people: 900, covered: 900 },
    });
    expect(embedSentences(many, 'zh').areas.map(({ name }) => name)).toEqual([
      '甲',
      '其余 12 个合计',
      '不在任何街道、乡镇内',
    ]);
  });
});

describe('the bar', () => {
  it('is everybody, each piece with a pattern of its own', () => {
    const pieces = barPieces(view);
    expect(pieces.map(({ minutes, people }) => [minutes, people])).toEqual([
      [5, 700],
      [10, 300],
      [null, 900],
    ]);
    expect(new Set(pieces.map(({ pattern }) => pattern)).size).toBe(3);
    expect(pieces.map(({ from, width }) => from + width)).toEqual([7 / 19, 10 / 19, 1]);
    const svg = numberBar(view, embedSentences(view, 'zh'));
    expect(svg.match(/<rect x="[\d.]+%" width="36\.842%"/g)).toHaveLength(2);
  });

  it('stands where there is nobody at all', () => {
    const { hash: _, ...rest } = view;
    const figures = { ...view.figures, people: 0, covered: [0, 0], gaps: 0, gapPeople: 0 };
    const nobody = sealed({ ...rest, figures, areas: [], outside: null });
    expect(barPieces(nobody).map(({ width }) => width)).toEqual([0, 0, 0]);
    expect(embedSentences(nobody, 'zh').share).toBe('–');
  });
});

describe('what is copied into an article', () => {
  const place = {
    src: 'https://a.cn/m/?x=1&y="',
    language: 'zh' as const,
    fullPage: 'https://a.cn/',
  };

  it('carries its numbers in text', () => {
    for (const text of [captionText(view, 'zh'), altText(view, 'zh')]) {
      for (const part of ['示例数据', '52.6', '1,000 / 1,900 位居民', '2025-06-01']) {
        expect(text).toContain(part);
      }
    }
    expect(altText(view, 'en')).toMatch(
      /^Map of Town\. .*Within 5 minutes 700 \(36\.8\s%\), within 10 minutes 1,000/,
    );
    const iframe = iframeSnippet(view, place, 480.4);
    expect(iframe).toContain('src="https://a.cn/m/?x=1&amp;y=&quot;"');
    expect(iframe).toContain(
      'height="480" style="border:0" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"',
    );
    expect(elementSnippet(view, place, 'https://a.cn/huimin-map.js', 480)).toMatch(
      /<huimin-map src="[^"]*" title="[^"]*" height="480" lang="zh-Hans"><\/huimin-map>[\s\S]*<script src="https:\/\/a\.cn\/huimin-map\.js" async><\/script>$/,
    );
    expect(pictureSnippet(view, place, { width: 900, height: 600 }, 'a, b.png')).toContain(
      'srcset="a%2C%20b.png 2x"',
    );
    expect(oEmbed(view, 'zh', 'https://a.cn/m/', { width: 640, height: 900 }, null)).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: '镇：10 分钟内能走到诊所 · 示例数据',
    });
  });

  it('is nothing but text, whatever names and captions are', () => {
    const hostile = frozen(HOSTILE);
    const written = [
      iframeSnippet(hostile, { ...place, src: MARKUP }, 1),
      elementSnippet(hostile, { ...place, src: MARKUP }, MARKUP, 1),
      pictureSnippet(hostile, { ...place, src: MARKUP }, { width: 1, height: 1 }, MARKUP),
      oEmbed(hostile, 'zh', MARKUP, { width: 1, height: 1 }, null).html,
      numberBar(hostile, embedSentences(hostile, 'zh')),
    ];
    for (const html of written) {
      expect(/<img src=x|<\/script><img|onerror=alert\(1\)>/.test(html)).toBe(false);
      expect(html.includes('\0')).toBe(false);
    }
  });
});

it('the full page asks the same question', () => {
  const asked = (address: string) =>
    readAsked(new AddressReader(address.slice(address.indexOf('?'))), ['clinic']);
  const plain = fullPageAddress('https://a.cn/map/?theme=dark#x', view, 'en');
  expect(plain).toBe(
    'https://a.cn/map/?theme=dark&region=town&service=clinic&minutes=10&profile=general&lang=en',
  );
  const other = frozen({
    query: { profile: 'older', speed: 0.7, method: 'buffer', detour: 1.5, minutes: [12] },
  });
  expect(asked(fullPageAddress('./', other, 'zh'))).toEqual({
    ...ASKED,
    service: 'clinic',
    minutes: 12,
    profile: 'older',
    speed: 0.7,
    method: 'buffer',
    detour: 1.5,
    bands: false,
  });
  expect(
    asked(fullPageAddress('./', frozen({ query: { minutes: [45] } }), 'zh')).minutes,
  ).toBeNull();
});
