import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { byteRange } from '../../../src/data/tiles/byte-range.ts';
import { serveTiles } from '../../../scripts/serve/tiles-plugin.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'huimin-ranges-')), 'tiles');
const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * 7) % 256);
const server = createServer((request, response) =>
  serveTiles(folder, request, response, () => response.writeHead(204).end()),
);
let base = '';

beforeAll(async () => {
  mkdirSync(join(folder, 'poa'), { recursive: true });
  writeFileSync(join(folder, 'poa', 'basemap-1.pmtiles'), bytes);
  writeFileSync(join(folder, 'poa', 'empty.bin'), '');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(join(folder, '..'), { recursive: true });
});

const ask = (range?: string, method = 'GET', more: Record<string, string> = {}) =>
  fetch(`${base}/tiles/poa/basemap-1.pmtiles`, {
    method,
    headers: { ...(range && { Range: range }), ...more },
  });

describe('an archive over HTTP', () => {
  it('comes whole where no range is asked for, and says that ranges may be', async () => {
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('accept-ranges')).toBe('bytes');
    expect(answer.headers.get('content-type')).toBe('application/vnd.pmtiles');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  });

  it.each([
    ['bytes=0-9', 0, 9],
    ['bytes=10-10', 10, 10],
    ['bytes=990-', 990, 999],
    ['bytes=990-5000', 990, 999],
    ['bytes=-5', 995, 999],
    ['bytes=-5000', 0, 999],
  ])('comes in part: %s', async (range, first, last) => {
    const answer = await ask(range);
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${first}-${last}/1000`);
    expect(answer.headers.get('content-length')).toBe(String(last - first + 1));
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes.slice(first, last + 1));
  });

  it.each(['bytes=1000-', 'bytes=4000-5000', 'bytes=-0'])(
    'refuses what is not in it: %s',
    async (range) => {
      const answer = await ask(range);
      expect(answer.status).toBe(416);
      expect(answer.headers.get('content-range')).toBe('bytes */1000');
    },
  );

  it('tells its size to HEAD without a byte of it', async () => {
    const answer = await ask('bytes=0-9', 'HEAD');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe('1000');
    expect((await answer.arrayBuffer()).byteLength).toBe(0);
  });

  it('sends all of a file that is not the one begun with', async () => {
    const etag = (await ask()).headers.get('etag')!;
    expect((await ask('bytes=0-9', 'GET', { 'If-Range': etag })).status).toBe(206);
    expect((await ask('bytes=0-9', 'GET', { 'If-Range': '"other"' })).status).toBe(200);
  });

  it('takes no other method', async () => {
    const answer = await ask(undefined, 'POST');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

test('an empty file, a missing one and an address elsewhere', async () => {
  const status = async (path: string) => (await fetch(base + path)).status;
  expect(await status('/tiles/poa/empty.bin')).toBe(200);
  expect(await status('/tiles/poa/none.pmtiles')).toBe(404);
  expect(await status('/elsewhere')).toBe(204);
});

test.each([
  ['basemaps.json', []],
  ['deployer.json', {}],
])('where the deployer has written no %s it is empty, not missing', async (name, none) => {
  const answer = await fetch(`${base}/tiles/${name}`);
  expect([answer.status, await answer.json()]).toEqual([200, none]);
});

test.each(['bytes=5-2', 'bytes=0-1,5-6', 'lines=0-5', 'bytes=a-b', 'bytes=-', '', undefined])(
  'what is no single range asks for everything: %s',
  (header) => {
    expect(byteRange(header, 1000)).toBe('whole');
  },
);
