import { cpSync, createReadStream, existsSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

const TYPES: Record<string, string> = {
  '.json': 'application/json',
  '.bin': 'application/octet-stream',
};

/** The file below `folder` that an address asks for; null where there is none to give. */
export function servedFile(folder: string, url: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(url.split('?')[0]);
  } catch {
    return null;
  }
  const file = resolve(folder, `.${path.slice('/tiles'.length)}`);
  const inside = file.startsWith(folder + sep) && extname(file) in TYPES;
  return inside && existsSync(file) && statSync(file).isFile() ? file : null;
}

/**
 * Serves tiles/ as it is at this moment in `vite` and `vite preview`, so that a region built
 * meanwhile is there on reload; and copies it into the built folder.
 */
export function tiles(): Plugin {
  let folder = '';
  let out: string | null = null;
  const serve = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const url = request.url ?? '';
    if (!url.startsWith('/tiles/')) return next();
    const file = servedFile(folder, url);
    if (!file) {
      response.statusCode = 404;
      return response.end();
    }
    response.setHeader('Content-Type', TYPES[extname(file)]);
    response.setHeader('Content-Length', statSync(file).size);
    response.setHeader('Cache-Control', 'no-cache');
    createReadStream(file).pipe(response);
  };
  return {
    name: 'huimin-tiles',
    configResolved({ root, command, build }) {
      folder = resolve(root, 'tiles');
      // Servers close bundles too; only a build has a folder to copy to.
      out = command === 'build' ? resolve(root, build.outDir) : null;
    },
    configureServer: ({ middlewares }) => void middlewares.use(serve),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(serve),
    closeBundle() {
      if (out && existsSync(folder)) cpSync(folder, join(out, 'tiles'), { recursive: true });
    },
  };
}
