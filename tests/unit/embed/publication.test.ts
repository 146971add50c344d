import { readFileSync } from 'node:fs';
import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parsePublication } from '../../../src/data/embed/publication-file.ts';
import { STILL_TOKENS } from '../../../src/data/embed/still-css.ts';
import { findMethod } from '../../../src/data/export/find-method.ts';
import { seenText } from '../../../src/data/import/half-width.ts';
import { unescapeXml } from '../../../src/data/export/escape-xml.ts';
import { correctPublication } from '../../../src/engine/embed/correct-publication.ts';
import { cutRegion } from '../../../src/engine/embed/cut-region.ts';
import { figuresAgain } from '../../../src/engine/embed/figures-again.ts';
import { freeze } from '../../../src/engine/embed/freeze.ts';
import {
  publication,
  summed,
  type DrawnPictures,
  type Order,
} from '../../../src/engine/embed/publication.ts';
import { differing, verifyPublication } from '../../../src/engine/embed/verify-publication.ts';
import { Dossier } from '../../../src/engine/handin/dossier.ts';
import { faultOf } from '../cli/town.ts';
import { law } from '../engine/region-of.ts';
import { dossierOf, drawn, type Asked } from '../handin/dossier-of.ts';
import { HOSTILE, MARKUP } from './frozen-of.ts';

const ORDER: Order = { caption: null, approval: null, url: null, page: null, corrections: [] };
const PNG: DrawnPictures = {
  once: strToU8('\x89PNG once', true),
  twice: strToU8('\x89PNG twice', true),
  width: 900,
  height: 700,
};
const published = (asked: Asked = {}, order: Partial<Order> = {}) =>
  publication(dossierOf(asked), { ...ORDER, ...order }, PNG, null).files;
const text = (files: ReadonlyMap<string, Uint8Array>, name: string) => strFromU8(files.get(name)!);
const page = (asked?: Asked, order?: Partial<Order>) => text(published(asked, order), 'index.html');

describe('the region cut to a view', () => {
  it('gives the same figures to the bit, on random towns and questions', () => {
    law((asked) => {
      const { subject } = drawn();
      const at = {
        ...subject,
        query: asked.query,
        sites: asked.sites,
        facilities: asked.sites,
        peopleField: { columns: asked.query.people, label: '', fallback: false },
      };
      const dossier = new Dossier(asked.prepared, at);
      const view = freeze(dossier, { caption: null, approval: null });
      const { frozen, now } = figuresAgain(cutRegion(dossier, false).region, view);
      expect(now).toEqual(frozen);
    }, 60);
  });

  it('holds the facilities of the service as the view has them, and the people who were counted', () => {
    const { region, manifest } = cutRegion(
      dossierOf({
        query: { people: ['total'] },
        parts: { scenario: { name: '关', edits: [{ kind: 'status', id: 'A', status: 'closed' }] } },
        facilities: [
          { id: 'A', name: 'a', service: 'clinic', lon: 150, lat: 38, status: 'open' },
          { id: 'B', name: 'b', service: 'school', lon: 150, lat: 38, status: 'open' },
        ],
      }),
      false,
    );
    expect(region.facilities.map(({ id, status }) => [id, status])).toEqual([['A', 'closed']]);
    expect(Object.keys(region.places.fields)).toEqual(['total']);
    expect(manifest).toMatchObject({
      basemap: null,
      people_fields: ['total'],
      counts: { facilities: { clinic: 1 } },
    });
  });
});

describe('a published folder', () => {
  it('is whole: its files, its sums, its method block, and the same again', async () => {
    const files = published();
    expect([...files.keys()].sort()).toEqual([
      'README.txt',
      'SHA256SUMS',
      'embed.js',
      'figures.json',
      'index.html',
      'oembed.json',
      'picture-2x.png',
      'picture.png',
      'picture.svg',
      expect.stringMatching(/^region\/bundle-[0-9a-f]{12}\.bin$/),
      'region/manifest.json',
    ]);
    expect(published()).toEqual(files);
    for (const name of ['index.html', 'figures.json', 'picture.svg']) {
      expect((await findMethod(files.get(name)!, name)).figures.people).toBe(1900);
    }
    const { view, language } = parsePublication(text(files, 'figures.json'), 'figures.json');
    expect([view.figures.covered, language]).toEqual([[700, 1000], 'zh']);
    const verified = verifyPublication(files, 'dir');
    expect([differing(verified), verified.unlisted, verified.why]).toEqual([[], [], []]);
    expect(verified.checks.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['file', 'hash', 'page', 'method', 'figure']),
    );
  });

  it('one changed byte is named, whichever it is', () => {
    const files = published();
    for (const [name, bytes] of files) {
      for (const at of [Math.floor(bytes.length / 2), bytes.length - 2]) {
        const spoilt = bytes.slice();
        spoilt[at] ^= 1;
        const found = differing(verifyPublication(new Map(files).set(name, spoilt), 'dir'));
        // A line of the sums names the file that it speaks of.
        if (name !== 'SHA256SUMS') expect(found).toContain(name);
        else expect(found.length).toBeGreaterThan(0);
      }
      const lost = new Map(files);
      lost.delete(name);
      if (name !== 'SHA256SUMS') expect(differing(verifyPublication(lost, 'dir'))).toContain(name);
    }
  });

  it('new sums do not make a changed figure good', () => {
    const files = published();
    const swapped = (name: string, from: string | RegExp, to: string) => {
      const before = text(files, name);
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      return differing(verifyPublication(summed(new Map(files).set(name, strToU8(after))), 'dir'));
    };
    expect(swapped('figures.json', '1000\n', '1001\n')).toContain('figures.json');
    for (const number of ['>1,000 / 1,900', '>36.8\u202f%<', '>25.0\u202f%<']) {
      const other = number.replace(/\d/, '9');
      expect(swapped('index.html', number, other), number).toEqual(['index.html']);
    }
    expect(swapped('index.html', /huimin:hash" content="./, 'huimin:hash" content="x')).toEqual([
      'index.html',
    ]);
    const bundle = [...files.keys()].find((name) => name.endsWith('.bin'))!;
    const other = published({ query: { minutes: [6, 10] } });
    const moved = [...other.keys()].find((name) => name.endsWith('.bin'))!;
    // The same data, another question: the figures stand.
    expect(moved).toBe(bundle);
    const fewer = drawn();
    fewer.region.places.fields.total[0] -= 1;
    const { files: less } = publication(
      new Dossier(fewer.prepared, fewer.subject),
      ORDER,
      PNG,
      null,
    );
    const mixed = new Map(files);
    mixed.set('region/manifest.json', less.get('region/manifest.json')!);
    const [name] = [...less.keys()].filter((each) => each.endsWith('.bin'));
    mixed.set(name, less.get(name)!);
    expect(differing(verifyPublication(summed(mixed), 'dir'))).toContain('figures.people');
  });

  it('what a host put there is told apart and changes nothing', async () => {
    const files = published().set('.htaccess', strToU8('x'));
    const verified = verifyPublication(files, 'dir');
    expect([differing(verified), verified.unlisted]).toEqual([[], ['.htaccess']]);
    const none = new Map(files);
    none.delete('SHA256SUMS');
    expect((await faultOf(() => verifyPublication(none, 'dir'))).code).toBe('publication');
  });
});

describe('a correction', () => {
  const note = { date: '2026-12-01', note: `第二处诊所已搬走。\n${seenText(MARKUP)}` };

  it('is added on top, never in place of another, and the folder verifies', () => {
    const first = correctPublication(published().set('robots', strToU8('x')), 'dir', note);
    const second = correctPublication(first, 'dir', { date: '2026-12-02', note: '又一条' });
    const html = text(second, 'index.html');
    expect(html.indexOf('2026-12-01')).toBeLessThan(html.indexOf('2026-12-02'));
    expect(html.indexOf('2026-12-02')).toBeLessThan(html.indexOf('<h1>'));
    expect(html.includes('<img src=x')).toBe(false);
    const verified = verifyPublication(second, 'dir');
    expect(differing(verified)).toEqual([]);
    expect(verified.corrections.map(({ date }) => date)).toEqual(['2026-12-01', '2026-12-02']);
    expect(verified.unlisted).toEqual(['robots']);
    expect(second.get('picture.svg')).toEqual(first.get('picture.svg'));
    // A note that was taken off the page again is missed.
    const hidden = html.replace(/<li><time datetime="2026-12-02".*?<\/li>/, '');
    const without = summed(new Map(second).set('index.html', strToU8(hidden)));
    expect(differing(verifyPublication(without, 'dir'))).toEqual(['index.html']);
  });

  it('does not make good what was changed', async () => {
    const files = published().set('oembed.json', strToU8('{}'));
    const fault = await faultOf(() => correctPublication(files, 'dir', note));
    expect(fault.code).toBe('publication-differs');
    expect(fault.text.zh).toContain('oembed.json');
  });
});

describe('the page', () => {
  it('says everything without a script: answer, rule, denominator, dates, sources, what is missing', () => {
    const html = page({}, { caption: '记者的说明' });
    const words = unescapeXml(html.replace(/<style>[\s\S]*?<\/style>|<[^>]+>/g, ' '));
    for (const part of [
      '示例数据：街道、人口和设施都是编造的',
      '镇：10 分钟内能走到诊所',
      '1,000 / 1,900 位居民',
      '速度 1.2 米/秒，沿街道',
      '占 1,900 位居民的比例',
      '记者的说明',
      '缺口（编号按人数）',
      '示意图 · 示例数据 · 街道数据 2025-06-01 · 制作日期 2026-11-25',
      '没有计入拥堵',
      '许可：CC0',
      '甲街道',
    ]) {
      expect(words).toContain(part);
    }
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<script src="embed.js" defer></script>');
    // Ids of the two maps, the bar and the swatches do not meet.
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/(?:href="|url\()#([^")]+)/g)) expect(ids).toContain(id);
  });

  it('speaks English, names its addresses where they are known, and shows the approval', () => {
    const html = page(
      { parts: { language: 'en' } },
      { url: 'https://news.cn/map', page: 'https://a.cn/huimin/', approval: 'GS 1' },
    );
    for (const part of [
      '<html lang="en">',
      '<meta property="og:image" content="https://news.cn/map/picture.png">',
      '<meta property="og:url" content="https://news.cn/map/">',
      'href="https://news.cn/map/oembed.json"',
      'href="https://a.cn/huimin/?region=town&amp;service=clinic&amp;minutes=10&amp;profile=general&amp;lang=en"',
      'Map approval GS 1',
    ]) {
      expect(html).toContain(part);
    }
    expect(page()).toContain('<meta property="og:image" content="picture.png">');
  });

  it('takes names and captions for text', () => {
    const { caption, approval, ...asked } = HOSTILE;
    const html = page(asked, { caption, approval });
    expect(/<img src=x|onerror=alert\(1\)>|\u202e/.test(html) || html.includes('\0')).toBe(false);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(differing(verifyPublication(published(asked, { caption, approval }), 'dir'))).toEqual(
      [],
    );
  });

  it('wears the colours of the other pages', () => {
    const css = readFileSync(new URL('../../../src/ui/shared/tokens.css', import.meta.url), 'utf8');
    const block = (theme: string) =>
      css.slice(css.indexOf(`[data-theme='${theme}']`)).split('}')[0];
    for (const [theme, tokens] of Object.entries(STILL_TOKENS)) {
      for (const [name, colour] of Object.entries(tokens)) {
        expect(block(theme), `${theme} ${name}`).toContain(`--${name}: ${colour};`);
      }
    }
  });
});
