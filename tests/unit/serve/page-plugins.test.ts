import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';
import shipped from '../../../data/services.json';
import { servicesText } from '../../../scripts/serve/checked-services.ts';
import { withPolicy } from '../../../scripts/serve/content-policy.ts';
import { leanFile } from '../../../scripts/serve/lean-archives.ts';
import { inOneLanguage, oneLanguage } from '../../../scripts/serve/one-language.ts';

it('puts the services into the page as they are, without members that are not ours', () => {
  expect(JSON.parse(servicesText(JSON.stringify(shipped)))).toEqual(shipped);
  const noted = shipped.map((service) => ({ ...service, note: 'for the office only' }));
  expect(servicesText(JSON.stringify(noted))).toBe(JSON.stringify(shipped));
});

it('builds no page of a list with a fault', () => {
  const spoiled = [{ ...shipped[0], colour: 'teal' }];
  expect(() => servicesText(JSON.stringify(spoiled))).toThrow(
    'services entry 1 “elder_care” colour: got "teal"; expected a colour as in #1F5FA8.',
  );
});

it('finds the source that the pmtiles package ships, and replaces the unzipper there alone', () => {
  const reader = leanFile('pmtiles', '/src/a.ts')!;
  expect(existsSync(reader)).toBe(true);
  expect(leanFile('fflate', reader)).toMatch(/no-unzipper/);
  expect(leanFile('fflate', '/src/a.ts')).toBeNull();
});

it('drops the other language of what a chapter says, nested and of several lines', () => {
  const chapter = `
    import { entry, text } from './phrase.ts';
    export const A: Record<string, unknown> = {
      one: text('一', 'one'),
      two: entry((n: string) => \`\${n} 个\`, (n: string) => \`\${n} of (\${n})\`),
      three: fold(
        text(
          '三, 三',
          'three',
        ),
      ),
      other: many('n', 'left', 'alone'),
    };`;
  const zh = inOneLanguage(chapter, 'zh');
  expect(zh).toContain("text('一', 0)");
  expect(zh).toContain('entry((n: string) => `${n} 个`, 0)');
  expect(zh).toContain("'三, 三'");
  expect(zh).not.toMatch(/'one'|'three'|of \(/);
  const en = inOneLanguage(chapter, 'en');
  expect(en).toContain("text(0, 'one')");
  expect(en).not.toMatch(/[一三个]/);
  for (const left of [zh, en]) expect(left).toContain("many('n', 'left', 'alone')");
});

it('leaves the other language out of the chapters of a chapter too', async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      oneLanguage(),
      {
        name: 'entry',
        resolveId: (id) => (id === 'virtual' ? resolve('src/ui/shared/words.ts?only=en') : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'virtual', preserveEntrySignatures: 'strict' },
    },
  })) as Rolldown.RolldownOutput;
  const { code } = built.output[0];
  expect(code).toContain('Skip to the result');
  expect(code).toContain('street data ${date}');
  expect(code).not.toMatch(/跳到结果|街道数据/);
});

it('lets the built page run no script but its own files', () => {
  const html = withPolicy(readFileSync('index.html', 'utf8'));
  const content = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1];
  const policy = new Map(content.split('; ').map((part) => [part.split(' ')[0], part]));
  expect(policy.get('script-src')).toBe("script-src 'self'");
  expect(policy.get('default-src')).toBe("default-src 'self'");
  // A policy says nothing of what stands before it.
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(link|script|style)/));
  expect(() => withPolicy('<head></head>')).toThrow('charset');
});
