import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { setTimeout as wait } from 'node:timers/promises';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** What is sent of one answer before the next has its turn: bytes. */
const PIECE = 2048;

/** What a slow network is, as Lighthouse has its slow 4G. */
export interface Network {
  roundTripMillis: number;
  /** Bytes a second, shared by all that is on its way. */
  rate: number;
}

/** A file that was asked for. */
export interface Fetched {
  /** On the way. */
  bytes: number;
  /** Milliseconds since 1970. */
  asked: number;
}

/** An answer on its way. */
interface Sending {
  response: ServerResponse;
  body: Buffer;
  sent: number;
}

/**
 * A host of the built page in `root` behind a slow network: every answer waits for a round trip, then
 * shares the line with all others on their way, workers' too, which a browser's own emulation leaves
 * out. Text is compressed, as static hosts do.
 */
export async function slowHost(
  root: string,
  { roundTripMillis, rate }: Network,
): Promise<{ base: string; fetched: Map<string, Fetched>; server: Server }> {
  const fetched = new Map<string, Fetched>();
  const bodies = new Map<string, Promise<Buffer>>();
  const line = new Line(rate);
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url!, 'http://host');
      const path = normalize(pathname === '/' ? '/index.html' : pathname);
      const type = TYPES[extname(path)];
      const asked = Date.now();
      if (!bodies.has(path)) bodies.set(path, bodyOf(join(root, path), !!type));
      const body = await bodies.get(path)!.catch(() => null);
      await wait(roundTripMillis);
      if (!body) {
        response.writeHead(404).end();
        return;
      }
      fetched.set(path, { bytes: body.length, asked });
      response.writeHead(200, {
        'content-type': type ?? 'application/octet-stream',
        'content-length': body.length,
        ...(type && { 'content-encoding': 'gzip' }),
      });
      line.send({ response, body, sent: 0 });
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  return { base: `http://127.0.0.1:${port}/`, fetched, server };
}

async function bodyOf(file: string, text: boolean): Promise<Buffer> {
  const plain = await readFile(file);
  return text ? gzipSync(plain, { level: 9 }) : plain;
}

/** Sends answers piece by piece, each in its turn, at so many bytes a second in all. */
class Line {
  readonly #rate: number;
  readonly #waiting: Sending[] = [];
  #busy = false;

  constructor(rate: number) {
    this.#rate = rate;
  }

  send(answer: Sending): void {
    this.#waiting.push(answer);
    if (!this.#busy) void this.#run();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    /** When what was sent has come. A timer that is late is made up for. */
    let due = performance.now();
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const piece = next.body.subarray(next.sent, next.sent + PIECE);
      next.sent += piece.length;
      due += (piece.length / this.#rate) * 1000;
      const early = due - performance.now();
      if (early > 1) await wait(early);
      next.response.write(piece);
      if (next.sent < next.body.length) this.#waiting.push(next);
      else next.response.end();
    }
    this.#busy = false;
  }
}
