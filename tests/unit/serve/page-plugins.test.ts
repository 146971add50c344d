import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';
import shipped from '../../../data/services.json';
import { servicesText } from '../../../scripts/serve/checked-services.ts';
import { withPolicy } from '../../../scripts/serve/content-policy.ts';
import { firstFiles, withScript } from '../../../scripts/serve/early-script.ts';
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

/** The rules of a page's policy by their names. */
function policyOf(html: string): Map<string, string> {
  const content = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1];
  return new Map(content.split('; ').map((part) => [part.split(' ')[0], part]));
}

it('lets the built page run no script but its own files', () => {
  const html = withPolicy(readFileSync('index.html', 'utf8'));
  expect(policyOf(html).get('script-src')).toBe("script-src 'self'");
  expect(policyOf(html).get('default-src')).toBe("default-src 'self'");
  // A policy says nothing of what stands before it.
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(link|script|style)/));
  expect(() => withPolicy('<head></head>')).toThrow('charset');
});

it('and the one script that the build wrote into it, by its content', () => {
  const html = withPolicy(withScript(readFileSync('index.html', 'utf8'), 'abc()'));
  // echo -n 'abc()' | openssl dgst -sha256 -binary | base64
  const hash = "'sha256-fG7gB7zwm1CBvREnlAJTxiyVif++SgoOwTPCnqQ/lyY='";
  expect(policyOf(html).get('script-src')).toBe(`script-src 'self' ${hash}`);
  expect(html.indexOf('<script>abc()</script>')).toBeLessThan(
    html.indexOf('<script type="module"'),
  );
  expect(() => withScript('<head></head>', 'abc()')).toThrow('expected a link or a script');
  expect(() => withScript('<link >', '"</Script>"')).toThrow('in the midst');
});

it('asks early for what each page begins with and the page itself does not name', () => {
  const chunk = (fileName: string, imports: string[], facade = '', css: string[] = []) => ({
    type: 'chunk',
    fileName,
    imports,
    facadeModuleId: facade,
    viteMetadata: { importedCss: new Set(css) },
  });
  const files = [
    chunk(
      'assets/main-1.js',
      ['assets/both-2.js', 'assets/shared-3.js'],
      '/r/src/ui/planner/main.ts',
    ),
    chunk('assets/show-4.js', ['assets/both-2.js'], '/r/src/ui/nearby/show-nearby.ts', [
      'assets/show-5.css',
    ]),
    // Around in a circle, as chunks may.
    chunk('assets/both-2.js', ['assets/index-6.js'], '', ['assets/both-7.css']),
    chunk('assets/index-6.js', ['assets/both-2.js'], '/r/index.html'),
    chunk('assets/shared-3.js', []),
    chunk('assets/far-8.js', []),
    { type: 'asset', fileName: 'assets/nearby-worker-9.js' },
  ];
  const bundle = Object.fromEntries(
    files.map((file) => [file.fileName, file]),
  ) as unknown as Rolldown.OutputBundle;
  const html = '<script type="module" src="./assets/index-6.js"></script>';
  expect(firstFiles(bundle, html)).toEqual({
    planner: ['assets/main-1.js', 'assets/both-2.js', 'assets/both-7.css', 'assets/shared-3.js'],
    nearby: ['assets/show-4.js', 'assets/both-2.js', 'assets/both-7.css', 'assets/show-5.css'],
    worker: 'assets/nearby-worker-9.js',
  });
  const { 'assets/show-4.js': _, ...noPage } = bundle;
  expect(() => firstFiles(noPage, html)).toThrow('show-nearby');
  const { 'assets/nearby-worker-9.js': __, ...noWorker } = bundle;
  expect(() => firstFiles(noWorker, html)).toThrow('nearby-worker');
});
