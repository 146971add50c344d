import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const READER = join(
  dirname(createRequire(import.meta.url).resolve('pmtiles/package.json')),
  'src/index.ts',
);
const UNZIPPER = '\0huimin-no-unzipper';

/** What an import names in place of what it says; null where it is as it says. */
export function leanFile(name: string, importer: string | undefined): string | null {
  if (name === 'pmtiles') return READER;
  return name === 'fflate' && importer === READER ? UNZIPPER : null;
}

/**
 * The `pmtiles` package without what the page never runs, 3 kB of 7: its built file is made for
 * browsers of 2015 and keeps what tree-shaking would drop, so the source beside it is taken; and
 * its own unzipper is for browsers without DecompressionStream, which cannot run the page either.
 */
export function leanArchives(): Plugin {
  return {
    name: 'huimin-lean-archives',
    enforce: 'pre',
    resolveId: (name, importer) => leanFile(name, importer),
    load(id) {
      if (id !== UNZIPPER) return null;
      return `export const decompressSync = () => { throw new Error('no DecompressionStream') };`;
    },
  };
}
