import { cpSync, createReadStream, existsSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import type { Plugin } from 'vite';

const TYPES: Record<string, string> = {
  '.json': 'application/json',
  '.bin': 'application/octet-stream',
};

/**
 * Serves tiles/ as it is at this moment in `vite` and `vite preview`, so that a region built
 * meanwhile is there on reload; and copies it into the built folder.
 */
export function tiles(): Plugin {
  let root = '';
  let out = '';
  const serve = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const path = decodeURIComponent((request.url ?? '').split('?')[0]);
    if (!path.startsWith('/tiles/')) return next();
    const folder = resolve(root, 'tiles');
    const file = join(folder, normalize(path.slice('/tiles'.length)));
    const type = TYPES[extname(file)];
    if (!file.startsWith(folder) || !type || !existsSync(file) || !statSync(file).isFile()) {
      response.statusCode = 404;
      return response.end();
    }
    response.setHeader('Content-Type', type);
    response.setHeader('Content-Length', statSync(file).size);
    response.setHeader('Cache-Control', 'no-cache');
    createReadStream(file).pipe(response);
  };
  return {
    name: 'huimin-tiles',
    configResolved(config) {
      root = config.root;
      out = resolve(config.root, config.build.outDir);
    },
    configureServer: ({ middlewares }) => void middlewares.use(serve),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(serve),
    closeBundle() {
      // Vitest loads this configuration too, but builds nothing.
      if (process.env.VITEST) return;
      const from = resolve(root, 'tiles');
      if (existsSync(from)) cpSync(from, join(out, 'tiles'), { recursive: true });
    },
  };
}
