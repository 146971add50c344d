import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EtagMismatch } from 'pmtiles';
import { afterEach, describe, expect, it } from 'vitest';
import { byteRange } from '../../../src/data/tiles/byte-range.ts';
import { ArchiveSource } from '../../../src/ui/map/archive-source.ts';

const bytes = Uint8Array.from({ length: 500 }, (_, i) => (i * 11) % 256);
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let close = () => {};
afterEach(() => close());

/** A host that answers as told; how often it was asked. */
async function host(answer: Answer) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked++;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => void server.close();
  const { port } = server.address() as AddressInfo;
  return { source: new ArchiveSource(`http://127.0.0.1:${port}/a.pmtiles`), asked: () => asked };
}

const ranged =
  (etag?: string): Answer =>
  ({ headers }, response) => {
    const range = byteRange(headers.range, bytes.length) as { first: number; last: number };
    if (etag) response.setHeader('ETag', etag);
    response.writeHead(206).end(bytes.slice(range.first, range.last + 1));
  };
const whole: Answer = (_, response) => response.writeHead(200).end(bytes);

const part = async (source: ArchiveSource, offset: number, length: number) =>
  new Uint8Array((await source.getBytes(offset, length)).data);

describe('an archive on a host with ranges', () => {
  it('is asked for what is wanted and no more', async () => {
    const { source, asked } = await host(ranged());
    expect(await part(source, 10, 20)).toEqual(bytes.slice(10, 30));
    expect(await part(source, 490, 100)).toEqual(bytes.slice(490));
    expect(asked()).toBe(2);
  });

  it('is not mixed with another build of it', async () => {
    const { source } = await host(ranged('"new"'));
    expect((await source.getBytes(0, 5)).etag).toBe('"new"');
    await expect(source.getBytes(0, 5, undefined, '"old"')).rejects.toThrow(EtagMismatch);
  });
});

describe('an archive on a host without ranges', () => {
  it('is taken once, whole', async () => {
    const { source, asked } = await host(whole);
    expect(await part(source, 10, 20)).toEqual(bytes.slice(10, 30));
    expect(await part(source, 300, 5)).toEqual(bytes.slice(300, 305));
    expect(await part(source, 498, 50)).toEqual(bytes.slice(498));
    expect(asked()).toBe(1);
  });

  it('is kept once where many parts are asked for at once', async () => {
    const { source, asked } = await host(whole);
    const parts = await Promise.all([0, 100, 200].map((offset) => part(source, offset, 50)));
    expect(parts).toEqual([0, 100, 200].map((offset) => bytes.slice(offset, offset + 50)));
    const before = asked();
    await part(source, 400, 10);
    expect(asked()).toBe(before);
  });

  it('is taken whole too where a range beyond its end is refused', async () => {
    const { source, asked } = await host((request, response) =>
      request.headers.range ? response.writeHead(416).end() : whole(request, response),
    );
    expect(await part(source, 0, 16384)).toEqual(bytes);
    expect(asked()).toBe(2);
  });

  it('can be tried again after a download that broke off', async () => {
    let broken = true;
    const { source } = await host((request, response) => {
      if (!broken) return whole(request, response);
      broken = false;
      response.writeHead(200, { 'Content-Length': 500 });
      response.write(bytes.slice(0, 100), () => response.destroy());
    });
    await expect(part(source, 0, 5)).rejects.toThrow();
    expect(await part(source, 0, 5)).toEqual(bytes.slice(0, 5));
  });
});

it('an archive that is not there is an error that names it', async () => {
  const { source } = await host((_, response) => response.writeHead(404).end());
  await expect(part(source, 0, 5)).rejects.toThrow(/404.*a\.pmtiles/);
});
