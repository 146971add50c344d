import { describe, expect, it } from 'vitest';
import { PROFILES } from '../../../src/core/profile.ts';
import { printWords } from '../../../src/data/export/print-words.ts';
import { wordsIn } from '../../../src/ui/shared/words.ts';
import { drawn, fileOf } from './dossier-of.ts';

const SCENARIO = () => {
  const [site] = drawn().subject.facilities;
  const facility = { ...site, id: 'new', name: '<b>&"新"</b>', lon: 150.0157, lat: 38 };
  return { name: '<script>', edits: [{ kind: 'add' as const, facility }] };
};
const words = (html: string) => html.replace(/<svg[\s\S]*<\/svg>|<style[\s\S]*<\/style>/g, '');

describe('the report of a drawn town', () => {
  it('has question, rule, numbers with denominators, gaps, areas, sources, limits and date', async () => {
    const { text } = await fileOf({ kind: 'report' });
    for (const part of [
      '镇：10 分钟内能走到诊所',
      '52.6',
      '1,000 / 1,900 位居民',
      '速度 1.2 米/秒，沿街道',
      '占 1,900 人的比例',
      '共 1 处、900 人',
      '甲街道',
      '不在任何街道、乡镇内',
      'streets.osm',
      '没有计入拥堵',
      '制作日期 2026-11-25',
      '示例数据：街道、人口和设施都是编造的',
    ]) {
      expect(words(text)).toContain(part);
    }
    const real = await fileOf({ kind: 'report' }, { manifest: { invented: false } });
    expect(real.text).not.toContain('示例数据');
    // Nothing is loaded, nothing runs.
    expect(text).not.toMatch(/<script|<link|<img|src=|url\((?!#)|https?:(?!\/\/www\.w3\.org)/);
  });

  it('says what a scenario changes; names from outside are text', async () => {
    const { text } = await fileOf({ kind: 'report' }, { parts: { scenario: SCENARIO() } });
    // 9, and nobody else: 3 was within the limit of A already.
    expect(text).toContain('由 1,000 人变为 1,900 人：增加 900 人，减少 0 人');
    expect(text).toContain('方案“&lt;script&gt;”');
    expect(text).not.toMatch(/<script|<b>&/);
  });

  it('in English has no Chinese but names', async () => {
    const { text } = await fileOf({ kind: 'report' }, { parts: { language: 'en' } });
    expect(words(text)).toContain('1,000 of 1,900 residents');
    expect(words(text)).toContain('Sample data: streets, people and places are invented');
    expect(words(text).replace('示例数据', '')).not.toMatch(/[一-鿿]/);
  });
});

describe('the map of a drawn town', () => {
  it('is SVG with title, answer, rule, legend, scale, credits and date inside', async () => {
    const { text } = await fileOf({ kind: 'map' }, { parts: { scenario: SCENARIO() } });
    const texts = [...text.matchAll(/<text[^>]*>([^<]*)</g)].map(([, inside]) => inside);
    for (const part of [
      '镇 · 10 分钟内能走到诊所',
      '0–5 分钟',
      '5–10 分钟',
      '设施',
      '方案新增或移动',
      '街道、乡镇界',
      '北',
      '示例数据',
    ]) {
      expect(texts).toContain(part);
    }
    expect(texts.join('\n')).toMatch(/示意图.*街道数据 2025-06-01.*制作日期 2026-11-25/);
    expect(texts.join('\n')).toMatch(/速度 1\.2 米\/秒，沿街道/);
    expect(texts.some((inside) => /^\d+ (米|公里)$/.test(inside))).toBe(true);
    // Every tag that opens closes, and no attribute is left open.
    const open: string[] = [];
    for (const [, closing, name, alone] of text.matchAll(
      /<(\/?)([a-z][\w:]*)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/gi,
    )) {
      if (closing) expect(open.pop()).toBe(name);
      else if (!alone) open.push(name);
    }
    expect(open).toEqual([]);
    expect(text.match(/</g)!.length).toBe(
      [...text.matchAll(/<\/?[a-z][\w:]*(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/gi)].length,
    );
  });
});

it.each(['zh', 'en'] as const)('paper names movement as the page does (%s)', (language) => {
  const [page, paper] = [wordsIn(language), printWords(language)];
  for (const { key } of PROFILES) {
    expect(paper.profiles[key]).toBe(page.profiles[key]);
    expect(paper.arrival(key, 'L', 'S')).toBe(page.arrivals[key]('L', 'S'));
  }
});
