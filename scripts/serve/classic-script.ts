import { resolve } from 'node:path';
import { build } from 'vite';

/** One file that runs as it is, in any document; `define`: what stands for names that the build knows. */
export async function classicScript(
  root: string,
  entry: string,
  define: Record<string, string> = {},
): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    define,
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
