import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';
import { STILL_CSS } from '../../src/data/embed/still-css.ts';
import { STILL_SCRIPT } from '../../src/data/embed/still-script.ts';
import { checkedServices } from './checked-services.ts';
import { classicScript } from './classic-script.ts';
import { EMBED_POLICY, withPolicy } from './content-policy.ts';
import { oneLanguage } from './one-language.ts';

/** Late enough that nobody sees it where scripts run. */
const LATE = '.late{animation:late 0s 2s both}@keyframes late{from{visibility:hidden}}';
/** Where the live map's program lies, in the built page and in published folders. */
const LIVE = 'live';

/**
 * The newsroom's files beside the built page: embed.html with its style in it and one classic script
 * (a module would need the host's permission in a sandbox), `huimin-map.js`, and the program of the
 * map that moves in a folder of its own, which published folders take along whole. Built apart from
 * the pages: what they would share with it, they would have to load in smaller pieces.
 */
export function embedPages(): Plugin {
  let root = '';
  let out = '';
  return {
    name: 'huimin-embed',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      out = resolve(root, config.build.outDir);
    },
    async closeBundle() {
      const page = readFileSync(join(root, 'embed.html'), 'utf8');
      const write = (name: string, text: string) => writeFileSync(join(out, name), text);
      const { live, files } = await liveProgram(root, join(out, LIVE));
      write(`${LIVE}/files.json`, `${JSON.stringify({ live, files }, null, 1)}\n`);
      write('embed.html', embedHtml(page, `${LIVE}/${live}`));
      write('embed.js', `${await classicScript(root, 'src/ui/embed/embed.ts')}${STILL_SCRIPT}`);
      write('huimin-map.js', await classicScript(root, 'src/ui/embed/huimin-map.ts'));
    },
  };
}

/** The page with its policy, its style and the live map's module. */
export function embedHtml(page: string, live: string): string {
  return withPolicy(page, EMBED_POLICY)
    .replace('<style></style>', () => `<style>${STILL_CSS}${LATE}</style>`)
    .replace('<main>', `<main data-entry="${live}">`);
}

/** Builds the map that moves into a folder; its module, and all of its files, by their names there. */
async function liveProgram(root: string, outDir: string) {
  const result = await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    plugins: [svelte(), checkedServices(), oneLanguage()],
    worker: { format: 'es' },
    build: {
      outDir,
      assetsDir: '',
      target: 'es2022',
      chunkSizeWarningLimit: 1100,
      copyPublicDir: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: resolve(root, 'src/ui/embed/live.ts'),
        preserveEntrySignatures: 'exports-only',
      },
    },
  });
  const { output } = result as { output: { fileName: string; isEntry?: boolean }[] };
  return {
    live: output.find(({ isEntry }) => isEntry)!.fileName,
    files: output.map(({ fileName }) => fileName).sort(),
  };
}
