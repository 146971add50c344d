import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { brokenRules, importsOf, type Source } from './import-rules.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const files: Source[] = ['src', 'scripts', '.']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: folder !== '.' }).map((name) =>
      folder === '.' ? String(name) : `${folder}/${String(name).replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

describe('the house', () => {
  it('was looked at: files were found in every room that is furnished', () => {
    const count = (room: string) => files.filter(({ path }) => path.startsWith(room)).length;
    for (const room of ['src/core/', 'src/data/', 'src/engine/', 'scripts/']) {
      expect(count(room), room).toBeGreaterThan(4);
    }
    expect(files.map(({ path }) => path)).toContain('vite.config.ts');
    expect(files.flatMap(({ text }) => importsOf(text)).length).toBeGreaterThan(100);
  });

  it('imports downhill only, keeps core pure, names files well and keeps them short', () => {
    expect(files.flatMap(brokenRules)).toEqual([]);
  });
});

describe('the rules catch', () => {
  const broken = (path: string, text: string) => brokenRules({ path, text }).length > 0;

  it.each([
    ['core → data', 'src/core/a.ts', `import { x } from '../data/fault.ts';`],
    ['core → data, as a type', 'src/core/a.ts', `import type { x } from '../data/fault.ts';`],
    ['data → engine', 'src/data/osm/a.ts', `import { x } from '../../engine/query.ts';`],
    ['engine → state', 'src/engine/a.ts', `export { x } from '../state/url.ts';`],
    ['state → ui', 'src/state/a.svelte.ts', `const x = await import('../ui/App.svelte');`],
    ['src → scripts', 'src/ui/A.svelte', `<script>import x from '../../scripts/a.ts';</script>`],
    ['scripts → ui', 'scripts/a.ts', `import { x } from '../src/ui/colours.ts';`],
    ['scripts → state', 'scripts/b/a.ts', `import { x } from '../../src/state/url.ts';`],
    ['src → tests', 'src/data/a.ts', `import { x } from '../../tests/unit/core/town.ts';`],
    ['a worker uphill', 'src/engine/a.ts', `new Worker(new URL('../ui/w.ts', import.meta.url));`],
    ['another tool’s settings → scripts', 'vitest.config.ts', `import './scripts/serve/a.ts';`],
    ['no extension', 'src/data/a.ts', `import { x } from './b';`],
    ['Node in core', 'src/core/a.ts', `import { readFileSync } from 'node:fs';`],
    ['the clock in core', 'src/core/a.ts', `const now = Date.now();`],
    ['another clock in core', 'src/core/a.ts', `const now = performance.now();`],
    ['dice in core', 'src/core/a.ts', `const x = Math.random();`],
    ['the DOM in core', 'src/core/a.ts', `document.title = 'x';`],
    ['I/O in core', 'src/core/a.ts', `await fetch('x');`],
    ['a drawer for everything', 'src/data/utils.ts', ''],
    ['a barrel', 'src/engine/index.ts', ''],
    ['a file of types', 'src/ui/map/types.ts', ''],
    ['301 lines', 'src/data/a.ts', 'x;\n'.repeat(301)],
    ['301 lines of script', 'scripts/a.ts', 'x;\n'.repeat(301)],
    ['a default export', 'src/data/a.ts', `export default 1;`],
    ['a default export by name', 'scripts/a.ts', `export { x as default };`],
  ])('%s', (_, path, text) => {
    expect(broken(path, text)).toBe(true);
  });

  it.each([
    ['ui → core', 'src/ui/map/A.svelte', `<script>import { x } from '../../core/geo.ts';</script>`],
    ['within a room', 'src/core/a.ts', `import { x } from './geo.ts';`],
    ['a package', 'src/core/a.ts', `import KDBush from 'kdbush';`],
    ['scripts → engine', 'scripts/huimin/a.ts', `import { x } from '../../src/engine/assess.ts';`],
    ['scripts → data files', 'scripts/a.ts', `import x from '../data/services.json';`],
    ['the server in the settings', 'vite.config.ts', `import { t } from './scripts/serve/t.ts';`],
    ['settings with a default', 'vite.config.ts', `export default 1;`],
    [
      'words in comments',
      'src/core/a.ts',
      `/* the Date of fetch */ // Math.random\nexport const x = 1;`,
    ],
    ['300 lines', 'src/data/a.ts', 'x;\n'.repeat(300)],
    ['a stylesheet', 'src/ui/a.ts', `import './app.css';`],
    ['a query', 'src/ui/a.ts', `import w from './worker.mjs?worker&url';`],
  ])('nothing: %s', (_, path, text) => {
    expect(brokenRules({ path, text })).toEqual([]);
  });
});
