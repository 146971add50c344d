import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { STILL_CSS } from '../../src/data/embed/still-css.ts';
import { STILL_SCRIPT } from '../../src/data/embed/still-script.ts';
import { EMBED_POLICY, withPolicy } from './content-policy.ts';

/** Name of the entry that opens a live map. */
export const LIVE_ENTRY = 'embed-live';

/** Late enough that nobody sees it where scripts run. */
const LATE = '.late{animation:late 0s 2s both}@keyframes late{from{visibility:hidden}}';

/**
 * The newsroom's files beside the built page: embed.html with its style in it and one classic script
 * (a module would need the host's permission in a sandbox), `huimin-map.js`, and the list of what the
 * live map is made of, which published folders take along.
 */
export function embedPages(): Plugin {
  let root = '';
  let out = '';
  let live = '';
  return {
    name: 'huimin-embed',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
      out = resolve(root, config.build.outDir);
    },
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk' && part.isEntry && part.name === LIVE_ENTRY) live = part.fileName;
      }
    },
    async closeBundle() {
      const page = readFileSync(join(root, 'embed.html'), 'utf8');
      const write = (name: string, text: string) => writeFileSync(join(out, name), text);
      write('embed.html', embedHtml(page, live));
      write('embed.js', `${await classicScript(root, 'src/ui/embed/embed.ts')}${STILL_SCRIPT}`);
      write('huimin-map.js', await classicScript(root, 'src/ui/embed/huimin-map.ts'));
      const files = filesOf(live, (name) => readFileSync(join(out, name), 'utf8'), [
        ...readdirSync(join(out, 'assets'), { encoding: 'utf8' }),
      ]);
      write('embed-files.json', `${JSON.stringify({ live, files }, null, 1)}\n`);
    },
  };
}

/** The page with its policy, its style and the live map's module. */
export function embedHtml(page: string, live: string): string {
  return withPolicy(page, EMBED_POLICY)
    .replace('<style></style>', () => `<style>${STILL_CSS}${LATE}</style>`)
    .replace('<main>', `<main data-entry="${live}">`);
}

/** One file that runs as it is, in any document. */
async function classicScript(root: string, entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2020',
      copyPublicDir: false,
      lib: { entry: resolve(root, entry), formats: ['iife'], name: 'huimin' },
    },
  });
  const [{ output }] = result as { output: { type: string; code: string }[] }[];
  return output.find(({ type }) => type === 'chunk')!.code;
}

/**
 * `entry` and every file of assets/ that it names, and those name, and so on: chunks, styles and
 * workers name one another by file name and by nothing else.
 */
export function filesOf(entry: string, read: (name: string) => string, assets: string[]): string[] {
  const found = new Set([entry]);
  for (const name of found) {
    if (!/\.m?js$/.test(name)) continue;
    const code = read(name);
    for (const asset of assets) if (code.includes(asset)) found.add(`assets/${asset}`);
  }
  return [...found];
}
