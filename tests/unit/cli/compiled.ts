import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { afterAll } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
/** Where what is imported from packages is found, as from the sources. */
const CACHE = join(PROJECT, 'node_modules/.cache');

/** Each module goes on taking its own source's place for its own, so that it finds data/. */
const ownAddresses: Plugin = {
  name: 'own-addresses',
  transform(code, id) {
    if (id.includes('/node_modules/')) return null;
    const address = JSON.stringify(pathToFileURL(id).href);
    return { code: code.replaceAll('import.meta.url', address), map: null };
  },
};

/**
 * A program of the project as JavaScript, for a test that starts it many times: compiled at each start
 * it takes a second and a half of the processor. Gone when the tests of the file are through.
 */
export async function compiled(program: string): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const outDir = mkdtempSync(join(CACHE, 'huimin-'));
  afterAll(() => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'warn',
    plugins: [ownAddresses],
    build: { ssr: join(PROJECT, program), outDir, target: 'node20', copyPublicDir: false },
  });
  return join(outDir, basename(program, '.ts') + '.js');
}
