import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { tiles } from './scripts/serve/tiles-plugin.ts';

export default defineConfig({
  // Relative, so that the built folder can stand anywhere on a host.
  base: './',
  plugins: [svelte(), tiles()],
  build: { target: 'es2022', sourcemap: false },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
