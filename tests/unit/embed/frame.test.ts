import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { embedHtml } from '../../../scripts/serve/embed-pages.ts';
import { embedWords } from '../../../src/data/embed/embed-words.ts';
import { encodeFrozen } from '../../../src/data/embed/frozen-code.ts';
import { LIVE_LAYERS, liveBox } from '../../../src/data/embed/live-box.ts';
import { stillBody } from '../../../src/data/embed/still-body.ts';
import { STILL_SCRIPT } from '../../../src/data/embed/still-script.ts';
import { embedAddress, readEmbed, type EmbedAddress } from '../../../src/ui/embed/embed-address.ts';
import { heightTold } from '../../../src/ui/embed/height-told.ts';
import { frozen, HOSTILE, MARKUP } from './frozen-of.ts';

describe('the address of an embed', () => {
  it('comes back as it was written, and leaves out what is taken anyway', () => {
    const asked: EmbedAddress = {
      language: 'en',
      start: 'visible',
      layers: ['bands', 'sites'],
      frozen: encodeFrozen(frozen()),
    };
    const address = embedAddress('https://a.cn/embed.html', asked, 'dark');
    expect(address).toMatch(
      /\?lang=en&theme=dark&live=visible&layers=bands%2Csites&frozen=[\w-]+$/,
    );
    expect(readEmbed(new URL(address).search)).toEqual(asked);
    const plain: EmbedAddress = {
      language: 'zh',
      start: 'tap',
      layers: [...LIVE_LAYERS],
      frozen: 'x',
    };
    expect(embedAddress('e', plain, 'auto')).toBe('e?frozen=x');
    expect(readEmbed('?frozen=x')).toEqual(plain);
  });

  it('of anybody’s making is what is understood of it', () => {
    const search = new URLSearchParams({ lang: MARKUP, live: 'always', layers: `gaps,${MARKUP}` });
    expect(readEmbed(`?${search}`)).toEqual({
      language: 'zh',
      start: 'tap',
      layers: ['gaps'],
      frozen: '',
    });
  });
});

it('a height is taken in the words of the contract alone', () => {
  const told = { huimin: 1, type: 'height', id: 'a', height: 812 };
  expect(heightTold(told, 'a')).toBe(812);
  for (const said of [
    null,
    'height',
    { ...told, huimin: 2 },
    { ...told, type: 'theme' },
    { ...told, id: 'b' },
    { ...told, height: '812' },
    { ...told, height: NaN },
    { ...told, height: 79 },
    { ...told, height: 4001 },
  ]) {
    expect(heightTold(said, 'a')).toBeNull();
  }
});

it('what a frame shows is text, in the body and in what opens its map', () => {
  const { caption, approval, ...asked } = HOSTILE;
  const view = frozen({ ...asked, caption, approval });
  const box = { view, entry: MARKUP, base: MARKUP, region: MARKUP, start: 'tap' as const };
  for (const language of ['zh', 'en'] as const) {
    const live = liveBox(box, embedWords(language));
    const link = { href: MARKUP, text: MARKUP };
    const html = stillBody({ language, view, top: '', map: null, live, link });
    expect(html).toContain('&lt;img src=x');
    expect(/<img|<\/?script/.test(html)).toBe(false);
  }
});

it('embed.html asks nobody but its host, and has its style and the module of the map in it', () => {
  const html = embedHtml(readFileSync('embed.html', 'utf8'), 'live/live-1.js');
  const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(html)!;
  expect(policy).toContain("script-src 'self'; worker-src 'self' data:;");
  expect(policy).not.toContain('http');
  expect(html).toContain('<main data-entry="live/live-1.js">');
  expect(html).toMatch(/<style>\s*:root\{/);
});

describe('the script of the page', () => {
  /** Runs it in a page at this address; what the parent heard, and how to send it a message. */
  function run(search: string, framed = true) {
    const heard: [unknown, string][] = [];
    const listeners = new Map<string, (event: unknown) => void>();
    const attributes = new Map<string, string>();
    const parent = { postMessage: (said: unknown, to: string) => heard.push([said, to]) };
    const window: Record<string, unknown> = {
      addEventListener: (name: string, run: (event: unknown) => void) => listeners.set(name, run),
    };
    window.parent = framed ? parent : window;
    runInNewContext(STILL_SCRIPT, {
      window,
      URL,
      URLSearchParams,
      location: { search, href: `https://a.cn/${search}` },
      document: {
        body: { getBoundingClientRect: () => ({ height: 812.2 }) },
        documentElement: {
          setAttribute: (name: string, value: string) => attributes.set(name, value),
          removeAttribute: (name: string) => attributes.delete(name),
        },
        getElementById: () => null,
      },
    });
    return {
      heard,
      theme: () => attributes.get('data-theme'),
      send: (data: unknown, origin = 'https://news.cn', source: unknown = parent) =>
        listeners.get('message')!({ data, origin, source }),
    };
  }

  it('tells its height to the parent it was told of, and to nobody where it stands alone', () => {
    const { heard } = run('?id=a1&parent=https%3A%2F%2Fnews.cn%2Fx');
    expect(heard).toEqual([
      [{ huimin: 1, type: 'height', id: 'a1', height: 813 }, 'https://news.cn'],
    ]);
    expect(run('?parent=javascript:alert(1)').heard[0][1]).toBe('*');
    expect(run('', false).heard).toEqual([]);
  });

  it('obeys its parent alone, in what it knows', () => {
    const { send, theme, heard } = run('?id=a1&parent=https://news.cn&theme=dark');
    expect(theme()).toBe('dark');
    send({ huimin: 1, type: 'theme', theme: 'contrast' });
    expect(theme()).toBe('contrast');
    for (const [data, origin, source] of [
      [{ huimin: 1, type: 'theme', theme: 'light' }, 'https://evil.cn'],
      [{ huimin: 1, type: 'theme', theme: 'light' }, 'https://news.cn', {}],
      [{ huimin: 2, type: 'theme', theme: 'light' }],
      [{ huimin: 1, type: 'theme', theme: '" onload="x' }],
      [{ huimin: 1, type: 'ask-height', id: 'other' }],
      ['{"huimin":1}'],
      [null],
    ] as [unknown, string?, unknown?][]) {
      send(data, origin, source);
    }
    expect(theme()).toBe('contrast');
    expect(heard).toHaveLength(1);
    send({ huimin: 1, type: 'ask-height', id: 'a1' });
    expect(heard).toHaveLength(2);
    send({ huimin: 1, type: 'theme', theme: 'auto' });
    expect(theme()).toBeUndefined();
  });
});
