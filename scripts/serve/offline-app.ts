import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import type { PageFile } from '../../src/engine/offline/page-files.ts';
import { appIcons, iconFile } from './app-icons.ts';
import { shellFiles } from './shell-files.ts';

/** Where the planner's page begins: a resident's phone keeps none of it. */
const PLANNER = /[\\/]src[\\/]ui[\\/]planner[\\/]main\.ts$/;
const PAGE = 'index.html';
/** The script that the page begins with. */
const ENTRY = /src="[./]*(assets\/[\w.-]+\.js)"/;

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: iconFile(size),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** The built page can be installed, and its service worker knows every file of the build. */
export function offlineApp(): Plugin[] {
  let folder = '';
  const planner = new Set<string>();
  return [
    appIcons(),
    {
      name: 'huimin-planner-files',
      apply: 'build',
      configResolved({ root, build }) {
        folder = resolve(root, build.outDir);
      },
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || !PLANNER.test(chunk.facadeModuleId ?? '')) continue;
          planner.add(chunk.fileName);
          for (const style of chunk.viteMetadata?.importedCss ?? []) planner.add(style);
        }
      },
    },
    ...VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      // The page asks for its worker when it has shown what it was opened for.
      injectRegister: false,
      includeManifestIcons: false,
      manifest: {
        name: '惠民圈 Huimin Circle',
        short_name: '惠民圈',
        description: '离我最近的公共服务，怎么走过去。Public services near me, and the way there.',
        lang: 'zh-Hans',
        start_url: './?page=nearby',
        scope: './',
        display: 'standalone',
        theme_color: '#0b6e75',
        background_color: '#f7f8f6',
        icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
      },
      injectManifest: {
        globPatterns: [PAGE, 'assets/*'],
        maximumFileSizeToCacheInBytes: 20e6,
        manifestTransforms: [
          (entries) => {
            const urls = entries.map(({ url }) => url);
            return { manifest: pageFiles(folder, urls, planner) };
          },
        ],
      },
    }),
  ];
}

/** The list for the worker: what a resident's phone keeps of the build, each file by its content. */
function pageFiles(folder: string, urls: string[], planner: Set<string>) {
  const bytes = new Map(urls.map((url) => [url, readFileSync(resolve(folder, url))]));
  const texts = new Map([...bytes].map(([url, content]) => [url, content.toString('latin1')]));
  return [...shellFiles(texts, PAGE, planner)].map((url) => {
    const content = bytes.get(url)!;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const page = { url, revision: sha256.slice(0, 12), names: ENTRY.exec(texts.get(url)!)?.[1] };
    const file: PageFile = url === PAGE ? page : { url, revision: null, sha256 };
    return { ...file, size: content.length };
  });
}
