import { cpSync, createReadStream, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { byteRange } from '../../src/data/tiles/byte-range.ts';

const TYPES: Record<string, string> = {
  '.json': 'application/json',
  '.bin': 'application/octet-stream',
  '.pmtiles': 'application/vnd.pmtiles',
};

/** What a deployer may write, and what is served where there is none. */
const OPTIONAL = new Map([
  ['basemaps.json', '[]'],
  ['deployer.json', '{}'],
]);

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

/** Answers a request below /tiles/ out of `folder`, byte ranges included; leaves others to `next`. */
export function serveTiles(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): void {
  const url = request.url ?? '';
  if (!url.startsWith('/tiles/')) return next();
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  response.setHeader('Cache-Control', 'no-cache');
  const file = servedFile(folder, url);
  if (file) return send(file, request, response);
  // Browsers write every 404 to the console, and to have nothing of the kind is no fault.
  const none = OPTIONAL.get(url.split('?')[0].slice('/tiles/'.length));
  if (none) response.writeHead(200, { 'Content-Type': TYPES['.json'] }).end(none);
  else response.writeHead(404).end();
}

function send(file: string, { method, headers }: IncomingMessage, response: ServerResponse): void {
  const { size, mtimeMs } = statSync(file);
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  // A range of a file that has changed since would be joined to parts of the old one.
  const current = !headers['if-range'] || headers['if-range'] === etag;
  // A range only means something where bytes are sent (RFC 9110 §14.2).
  const range = byteRange(method === 'GET' && current ? headers.range : undefined, size);
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Content-Type', TYPES[extname(file)]);
  response.setHeader('ETag', etag);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  const { first, last } = range === 'whole' ? { first: 0, last: size - 1 } : range;
  if (range !== 'whole') response.setHeader('Content-Range', `bytes ${first}-${last}/${size}`);
  response.writeHead(range === 'whole' ? 200 : 206, { 'Content-Length': last - first + 1 });
  if (method === 'HEAD' || !size) response.end();
  // A file that goes away meanwhile ends the answer early; it must not end the server.
  else
    createReadStream(file, { start: first, end: last })
      .on('error', () => response.destroy())
      .pipe(response);
}

/**
 * Serves tiles/ as it is at this moment in `vite` and `vite preview`, so that a region built
 * meanwhile is there on reload; and copies it into the built folder.
 */
export function tiles(): Plugin {
  let folder = '';
  let out: string | null = null;
  const serve = (request: IncomingMessage, response: ServerResponse, next: () => void) =>
    serveTiles(folder, request, response, next);
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
      if (!out) return;
      const copy = join(out, 'tiles');
      mkdirSync(copy, { recursive: true });
      if (existsSync(folder)) cpSync(folder, copy, { recursive: true });
      for (const [name, none] of OPTIONAL) {
        const file = join(copy, name);
        if (!existsSync(file)) writeFileSync(file, `${none}\n`);
      }
    },
  };
}
