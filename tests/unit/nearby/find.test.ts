import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TILES } from '../../../scripts/huimin/load-region.ts';
import { ensureSample } from '../../../scripts/sample-city/build-sample.ts';
import { Nearby } from '../../../src/engine/nearby/nearby.ts';

const nearby = new Nearby();
let server: Server;
let base = '';

beforeAll(async () => {
  await ensureSample(() => {});
  server = createServer(({ url }, response) => {
    try {
      response.end(readFileSync(join(TILES, url!)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}, 60_000);
afterAll(() => void server.close());

describe('finding where one sets out from, by name', () => {
  beforeAll(async () => {
    const opened = await nearby.open(`${base}sample/`, 'sample', null, null);
    expect(opened).toMatchObject({ ok: true, value: { view: { manifest: { id: 'sample' } } } });
    // What one is shown how to type is an estate of this region, not of another.
    expect(opened).toMatchObject({ value: { view: { example: { kind: 'estate' } } } });
  });

  it.each([
    ['文昌楼院', '文昌楼院'],
    ['文昌', '文昌楼院'],
    ['文昌樓院', '文昌楼院'],
    ['文 昌－楼院', '文昌楼院'],
    ['文昌楼苑', '文昌楼院'],
    ['wenchang court', '文昌楼院'],
    ['Wenchang Cort', '文昌楼院'],
  ])('%s: first of all %s', async (typed, name) => {
    const found = await nearby.find(typed, 8);
    expect(found[0].name).toBe(name);
    // Nothing that merely shares a word with it.
    expect(found.length).toBeLessThanOrEqual(3);
  });

  it('finds nothing for nothing, and no more than asked', async () => {
    expect(await nearby.find('  ', 8)).toEqual([]);
    expect(await nearby.find('zzzz', 8)).toEqual([]);
    expect(await nearby.find('诊所', 4)).toHaveLength(4);
  });
});

it('a region that is not there is a fault in words', async () => {
  const outcome = await new Nearby().open(`${base}nowhere/`, 'nowhere', null, null);
  expect(outcome).toMatchObject({ ok: false, code: 'region-missing' });
});
