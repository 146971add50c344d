import type { Plugin, Rolldown } from 'vite';
import type { FirstFiles } from '../../src/engine/first-files.ts';
import { classicScript } from './classic-script.ts';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

const PLANNER = /[\\/]src[\\/]ui[\\/]planner[\\/]main\.ts$/;
const NEARBY = /[\\/]src[\\/]ui[\\/]nearby[\\/]show-nearby\.ts$/;
const WORKER = /(^|[\\/])nearby-worker-[\w-]+\.js$/;

/** Writes src/ui/early.ts into the head of the built page, with the names of the files it asks for. */
export function earlyScript(): Plugin {
  let root = '';
  return {
    name: 'huimin-early',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const define = { FIRST_FILES: JSON.stringify(firstFiles(bundle!, html)) };
        const script = await classicScript(root, 'src/ui/early.ts', define);
        return withScript(html, script.trim());
      },
    },
  };
}

/** Puts a script into a page, before any file the page asks for. */
export function withScript(html: string, script: string): string {
  const at = html.search(/<(link|script)[ >]/);
  if (at < 0) throw new Error('expected a link or a script in the page');
  if (/<\/script|<!--/i.test(script))
    throw new Error('the script would end in the midst of itself');
  return `${html.slice(0, at)}<script>${script}</script>\n    ${html.slice(at)}`;
}

/** What each page of a build begins with, but for what `html` asks for itself. */
export function firstFiles(bundle: Bundle, html: string): FirstFiles {
  const begun = (page: RegExp) =>
    [...filesOf(bundle, chunkOf(bundle, page))].filter((file) => !html.includes(file));
  const worker = Object.keys(bundle).find((file) => WORKER.test(file));
  if (!worker) throw new Error(`expected a file like ${WORKER} in the build`);
  return { planner: begun(PLANNER), nearby: begun(NEARBY), worker };
}

function chunkOf(bundle: Bundle, module: RegExp): Chunk {
  const found = Object.values(bundle).find(
    (file) => file.type === 'chunk' && module.test(file.facadeModuleId ?? ''),
  );
  if (!found) throw new Error(`expected a chunk of ${module} in the build`);
  return found as Chunk;
}

/** A chunk, what it imports, and the styles of both. */
function filesOf(bundle: Bundle, chunk: Chunk, found = new Set<string>()): Set<string> {
  if (found.has(chunk.fileName)) return found;
  found.add(chunk.fileName);
  for (const name of chunk.imports) filesOf(bundle, bundle[name] as Chunk, found);
  for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
  return found;
}
