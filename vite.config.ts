import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { checkedServices } from './scripts/serve/checked-services.ts';
import { leanArchives } from './scripts/serve/lean-archives.ts';
import { tiles } from './scripts/serve/tiles-plugin.ts';

const TESTS = ['tests/unit/**/*.test.ts'];
/** Tests that measure memory or time of the processor, each in a process of its own. */
const MEASURING = ['fuzz', 'cut-osm'].map((name) => `tests/unit/**/${name}.test.ts`);

export default defineConfig({
  // Relative, so that the built folder can stand anywhere on a host.
  base: './',
  // The unit tests serve nothing, and closing their server must copy nothing.
  plugins: [svelte(), process.env.VITEST ? null : [checkedServices(), leanArchives(), tiles()]],
  build: {
    target: 'es2022',
    // MapLibre is a megabyte by itself: in a file of its own, which the numbers do not wait for.
    chunkSizeWarningLimit: 1100,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'maplibre', test: /node_modules[\\/]maplibre-gl/ }] },
      },
    },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
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
