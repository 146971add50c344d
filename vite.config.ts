import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { checkedServices } from './scripts/serve/checked-services.ts';
import { contentPolicy } from './scripts/serve/content-policy.ts';
import { earlyScript } from './scripts/serve/early-script.ts';
import { embedPages } from './scripts/serve/embed-pages.ts';
import { leanArchives } from './scripts/serve/lean-archives.ts';
import { offlineApp } from './scripts/serve/offline-app.ts';
import { oneLanguage } from './scripts/serve/one-language.ts';
import { sharedByWorkers } from './scripts/serve/shared-by-workers.ts';
import { tiles } from './scripts/serve/tiles-plugin.ts';

const TESTS = ['tests/unit/**/*.test.ts'];
/** Tests that measure memory or time of the processor, each in a process of its own. */
const MEASURING = ['fuzz', 'cut-osm'].map((name) => `tests/unit/**/${name}.test.ts`);

/** What both pages are made with, and what a resident's page needs of what is shared. */
const BOTH =
  /node_modules[\\/](svelte|comlink)|rolldown[\\/]runtime|src[\\/](core[\\/](geo|profile)|data[\\/]import[\\/]half-width|state[\\/](appearance|page-asked|region-list)|ui[\\/](shared[\\/](theme|numbers|trouble-words)|map[\\/](icons|colours|palettes)))\.ts|(tokens|base)\.css|ServiceIcon|services\.json/;

/** What the planner's page and its tabs share besides. */
const SHARED =
  /src[\\/](data[\\/]tables[\\/]age-range|state[\\/]settings|engine[\\/](asked|query)|ui[\\/]map[\\/](sources|answer-features|study-layers|evidence-layers|lost-layers))\.ts/;

/** What workers share with their parts. */
const COMMON = /src[\\/](core[\\/](geo|profile)|data[\\/]fault)\.ts|rolldown[\\/]runtime/;

/** The resident's page, whose phone must not wait for one file to ask for the next. */
const SHOWN = /(^|[\\/])show-nearby-[^\\/]*\.js$/;

export default defineConfig({
  // Relative, so that the built folder can stand anywhere on a host.
  base: './',
  // The unit tests serve nothing, and closing their server must copy nothing.
  plugins: [
    svelte(),
    process.env.VITEST
      ? null
      : [
          checkedServices(),
          leanArchives(),
          oneLanguage(),
          earlyScript(),
          contentPolicy(),
          offlineApp(),
          tiles(),
          embedPages(),
        ],
  ],
  build: {
    target: 'es2022',
    // MapLibre is a megabyte by itself: in a file of its own, which the numbers do not wait for.
    chunkSizeWarningLimit: 1100,
    // Browsers of ES2022 know modulepreload, or load a little later. What a tab needs besides itself
    // is a list of hashes in the first chunk, a kilobyte of it: tabs load a step later instead.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, files, { hostType }) =>
        hostType === 'html' || SHOWN.test(file)
          ? files
          : files.filter((name) => name.endsWith('.css')),
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules[\\/]maplibre-gl/ },
            { name: 'both', test: BOTH },
            // What every tab shares: one file packs better than seven.
            { name: 'shared', test: SHARED },
          ],
        },
      },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [sharedByWorkers()],
    rolldownOptions: {
      // What a worker of many parts shares with them: one file instead of three of half a kilobyte.
      output: { codeSplitting: { groups: [{ name: 'common', test: COMMON, minShareCount: 5 }] } },
    },
  },
  server: { host: '127.0.0.1' },
  // An embed in a sandbox has no origin, and asks like a stranger for the map that moves.
  preview: { host: '127.0.0.1', cors: { origin: '*' } },
  test: {
    testTimeout: 30_000,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // Nearly all tests are of pure functions: what they import is read once, not once a file.
        test: {
          name: 'unit',
          include: TESTS,
          exclude: MEASURING,
          pool: 'forks',
          isolate: false,
        },
      },
      { extends: true, test: { name: 'measuring', include: MEASURING, pool: 'forks' } },
    ],
  },
});
