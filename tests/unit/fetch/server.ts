import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A file as a good server gives it: ranges with If-Range, ETag, Last-Modified, 304. */
export function serves(
  bytes: Uint8Array,
  options: { etag?: string; modified?: string } = {},
): Answer {
  const etag = options.etag ?? `"${createHash('md5').update(bytes).digest('hex')}"`;
  const modified = options.modified ?? 'Mon, 23 Nov 2026 20:21:00 GMT';
  return (request, response) => {
    const { range, 'if-range': ifRange, 'if-none-match': unless } = request.headers;
    const head = { etag, 'last-modified': modified, 'accept-ranges': 'bytes' };
    if (unless === etag) return response.writeHead(304, head).end();
    const from = /^bytes=(\d+)-$/.exec(range ?? '')?.[1];
    if (from === undefined || (ifRange !== etag && ifRange !== modified)) {
      return response.writeHead(200, { ...head, 'content-length': bytes.length }).end(bytes);
    }
    const start = Number(from);
    if (start >= bytes.length) {
      return response.writeHead(416, { ...head, 'content-range': `bytes */${bytes.length}` }).end();
    }
    const rest = bytes.subarray(start);
    const range206 = `bytes ${start}-${bytes.length - 1}/${bytes.length}`;
    response.writeHead(206, { ...head, 'content-range': range206, 'content-length': rest.length });
    response.end(rest);
  };
}

/** The same, but the connection is cut (or goes silent) after so many bytes of the body. */
export function breaksAfter(
  bytes: Uint8Array,
  sent: number,
  how: 'cut' | 'stall',
  answer = serves(bytes),
): Answer {
  return (request, response) => {
    const end = response.end.bind(response) as (chunk?: unknown) => ServerResponse;
    response.end = ((body?: Uint8Array) => {
      if (!body) return end();
      response.write(body.subarray(0, sent), () => {
        // A moment later, so that what was sent arrives before the connection goes.
        if (how === 'cut') setTimeout(() => response.destroy(), 20);
      });
      return response;
    }) as typeof response.end;
    answer(request, response);
  };
}

export const says =
  (status: number, text = '', headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end(text);

/** The line that Geofabrik publishes beside a file. */
export const md5Line = (bytes: Uint8Array, name = 'x.osm.pbf'): Answer =>
  says(200, `${createHash('md5').update(bytes).digest('hex')}  ${name}\n`);

/**
 * An HTTP server on loopback. `routes` holds for each path the answers in turn, the last one for ever;
 * other paths are 404. `log` holds the requests, "GET /x bytes=5-".
 */
export async function serverOf(routes: Record<string, Answer[]>) {
  const log: string[] = [];
  const agents = new Set<string | undefined>();
  const server = createServer((request, response) => {
    const path = request.url!;
    log.push([request.method, path, request.headers.range].filter(Boolean).join(' '));
    agents.add(request.headers['user-agent']);
    const answers = routes[path];
    if (!answers) return response.writeHead(404).end();
    const answer = answers.length > 1 ? answers.shift()! : answers[0];
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { base, log, agents, routes };
}
