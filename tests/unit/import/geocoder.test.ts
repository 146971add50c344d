import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Importing } from '../../../src/engine/import/importing.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { town } from '../core/town.ts';
import { regionOf } from '../engine/region-of.ts';
import { bytesOf, services } from './desk-of.ts';

/** A stand-in for 天地图's geocoder on this machine: what it was asked, and what it answers. */
const asked: IncomingMessage[] = [];
let answers: (address: string) => string = () => '';
let server: Server;
let url = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    const ds = new URL(request.url!, 'http://x').searchParams.get('ds')!;
    response.end(answers((JSON.parse(ds) as { keyWord: string }).keyWord));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/geocoder`;
});
afterAll(() => void server.close());

const SHEET =
  '名称,类别,经度,纬度,地址,电话\n甲,诊所,,,和平路 1 号,123\n乙,诊所,,,无处,456\n丙,诊所,1,2,,\n';

async function judged(): Promise<Importing> {
  const prepared = new Prepared(regionOf(town('A--1--B')));
  const importing = new Importing(() => ({ prepared, services }));
  await importing.open(bytesOf(SHEET), '名单.csv');
  const { plan } = await importing.guess(0, 'facilities');
  await importing.lay({ ...plan, crs: 'wgs84' });
  expect(await importing.judge(() => {})).toMatchObject({ ok: true, value: { waiting: 2 } });
  return importing;
}
const found = (lon: number, lat: number) =>
  JSON.stringify({ msg: 'ok', status: '0', location: { lon, lat, level: '门址', score: 95 } });
const NONE = JSON.stringify({ msg: '无结果', status: '101' });

it('sends the addresses of waiting rows and nothing else of them, and only when asked to', async () => {
  asked.length = 0;
  const importing = await judged();
  expect(asked).toHaveLength(0);
  answers = (address) => (address === '和平路 1 号' ? found(116.5, 39.5) : NONE);
  const told: number[][] = [];
  const { account, ...rest } = await importing.geocode({ url, key: 'k', crs: 'wgs84' }, (...p) =>
    told.push(p),
  );
  expect(rest).toEqual({ asked: 2, found: 1, fault: null });
  expect(account).toMatchObject({ rows: 3, repaired: 1, waiting: 1 });
  expect(told).toEqual([
    [0, 2, 0],
    [1, 2, 1],
  ]);
  expect(asked.map(({ url }) => decodeURIComponent(url!))).toEqual([
    '/geocoder?ds={"keyWord":"和平路+1+号"}&tk=k',
    '/geocoder?ds={"keyWord":"无处"}&tk=k',
  ]);
  const { rows } = await importing.rows('repaired', 0, 9);
  expect(rows[0].repairs.map(({ to }) => to).join()).toContain('116.5');
});

it('puts what is answered in GCJ-02 where it belongs', async () => {
  const importing = await judged();
  answers = () => found(123, 45);
  await importing.geocode({ url, key: 'k', crs: 'gcj02' }, () => {});
  const csv = await importing.file('csv');
  // The check value of GCJ-02 [123, 45].
  expect(csv).toMatch(/甲,clinic,122\.99395\d*,44\.9980\d*/);
});

it('ends at a key that is refused, and keeps what was found before', async () => {
  asked.length = 0;
  const importing = await judged();
  answers = (address) =>
    address === '和平路 1 号' ? found(116.5, 39.5) : '{"msg":"Key错误","status":"404"}';
  const { account, fault } = await importing.geocode({ url, key: 'bad', crs: 'wgs84' }, () => {});
  expect(fault?.zh).toContain('Key错误');
  expect(account).toMatchObject({ repaired: 1, waiting: 1 });
  server.close();
  server.closeAllConnections();
  const gone = await (await judged()).geocode({ url, key: 'k', crs: 'wgs84' }, () => {});
  expect(gone.fault?.en).toContain('cannot be reached');
});
