import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { checkedServices } from './scripts/serve/checked-services.ts';
import { leanArchives } from './scripts/serve/lean-archives.ts';
import { tiles } from './scripts/serve/tiles-plugin.ts';

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
  test: { include: ['tests/unit/**/*.test.ts'], environment: 'node', testTimeout: 30_000 },
});
