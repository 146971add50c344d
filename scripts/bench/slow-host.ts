import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { setTimeout as wait } from 'node:timers/promises';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** What a slow network is, as Lighthouse has its slow 4G. */
export interface Network {
  roundTripMillis: number;
  /** Bytes a second, shared by all that is on its way. */
  rate: number;
}

/**
 * A host of the built page in `root` behind a slow network: every answer waits for a round trip, and
 * for its bytes to come one after the other's, workers' too, which a browser's own emulation leaves
 * out. Text is compressed, as static hosts do.
 */
export async function slowHost(
  root: string,
  { roundTripMillis, rate }: Network,
): Promise<{ base: string; fetched: Map<string, number>; server: Server }> {
  /** Bytes on the way of each file. */
  const fetched = new Map<string, number>();
  let free = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url!, 'http://host');
      const path = normalize(pathname === '/' ? '/index.html' : pathname);
      const type = TYPES[extname(path)];
      let body: Buffer;
      try {
        const plain = await readFile(join(root, path));
        body = type ? gzipSync(plain, { level: 9 }) : plain;
      } catch {
        response.writeHead(404).end();
        return;
      }
      fetched.set(path, body.length);
      await wait(roundTripMillis);
      const begin = Math.max(performance.now(), free);
      free = begin + (body.length / rate) * 1000;
      await wait(free - performance.now());
      response.writeHead(200, {
        'content-type': type ?? 'application/octet-stream',
        ...(type && { 'content-encoding': 'gzip' }),
      });
      response.end(body);
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  return { base: `http://127.0.0.1:${port}/`, fetched, server };
}
