import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { download } from '../../../scripts/fetch/download.ts';
import { faultOf } from '../cli/town.ts';
import { breaksAfter, md5Line, says, serverOf, serves, type Answer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'huimin-download-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** 300 kB that tell every place from every other. */
const FILE = new Uint8Array(300_000).map((_, i) => (i * 2654435761) >>> 24);
const OTHER = FILE.map((byte) => byte ^ 255);
const PATIENCE = { tries: 4, stallSeconds: 0.4, firstWaitSeconds: 0.02, mostWaitSeconds: 2 };

let number = 0;
/** A new place to download to, and what was said while it was. */
function place() {
  const file = join(folder, String(number++), 'x.osm.pbf');
  const said: string[] = [];
  const get = (url: string, patience = PATIENCE) =>
    download(url, file, { patience, say: (line) => said.push(line) });
  const left = () => readdirSync(join(file, '..')).sort();
  return { file, said, get, left };
}

async function served(answers: Answer[], md5: Answer[] = [md5Line(FILE)]) {
  const server = await serverOf({ '/x.osm.pbf': answers, '/x.osm.pbf.md5': md5 });
  return { ...server, url: `${server.base}x.osm.pbf` };
}

describe('download ends in the right file', () => {
  it('from a good server, checked by MD5, with a user agent that names the project', async () => {
    const { url, log, agents } = await served([serves(FILE)]);
    const { file, get, said, left } = place();
    expect(await get(url)).toMatchObject({ bytes: FILE.length, checked: 'md5', reused: false });
    expect(readFileSync(file).equals(FILE)).toBe(true);
    expect(left()).toEqual(['x.osm.pbf', 'x.osm.pbf.json']);
    expect([log, said]).toEqual([['GET /x.osm.pbf', 'GET /x.osm.pbf.md5'], []]);
    expect([...agents].join()).toMatch(/^huimin-circle\/[\d.]+ /);
  });

  const second: [name: string, answers: Answer[], log: string[]][] = [
    [
      'a cut connection: the rest is asked for',
      [breaksAfter(FILE, 100_000, 'cut'), serves(FILE)],
      ['GET', 'GET bytes=100000-'],
    ],
    [
      'a server that goes silent',
      [breaksAfter(FILE, 100_000, 'stall'), serves(FILE)],
      ['GET', 'GET bytes=100000-'],
    ],
    ['a server that never answers at first', [() => {}, serves(FILE)], ['GET', 'GET']],
    [
      'three cuts in a row',
      [
        breaksAfter(FILE, 70_000, 'cut'),
        breaksAfter(FILE, 70_000, 'cut'),
        breaksAfter(FILE, 70_000, 'cut'),
        serves(FILE),
      ],
      ['GET', 'GET bytes=70000-', 'GET bytes=140000-', 'GET bytes=210000-'],
    ],
    [
      '429 with Retry-After in seconds',
      [says(429, '', { 'retry-after': '1' }), serves(FILE)],
      ['GET', 'GET'],
    ],
    [
      '503 with Retry-After as a date',
      [
        (_, response) =>
          response
            .writeHead(503, { 'retry-after': new Date(Date.now() + 900).toUTCString() })
            .end(),
        serves(FILE),
      ],
      ['GET', 'GET'],
    ],
    ['502 without a word', [says(502), says(502), serves(FILE)], ['GET', 'GET', 'GET']],
    [
      'a server that ignores ranges',
      [breaksAfter(FILE, 100_000, 'cut', plain(FILE)), plain(FILE)],
      ['GET', 'GET bytes=100000-'],
    ],
    [
      'another file in between (changed ETag)',
      [breaksAfter(OTHER, 100_000, 'cut'), serves(FILE)],
      ['GET', 'GET bytes=100000-'],
    ],
    [
      'another file in between, from a server that heeds Range but not If-Range',
      [breaksAfter(OTHER, 100_000, 'cut'), careless(FILE), serves(FILE)],
      ['GET', 'GET bytes=100000-', 'GET'],
    ],
    [
      'a file without validators, cut: from the beginning',
      [breaksAfter(FILE, 100_000, 'cut', bare(FILE)), bare(FILE)],
      ['GET', 'GET'],
    ],
    [
      'a weak ETag does not join halves, the date does',
      [
        breaksAfter(FILE, 100_000, 'cut', serves(FILE, { etag: 'W/"a"' })),
        serves(FILE, { etag: 'W/"a"' }),
      ],
      ['GET', 'GET bytes=100000-'],
    ],
  ];
  it.each(second)('%s', async (_, answers, expected) => {
    const { url, log } = await served(answers);
    const { file, get, left } = place();
    expect(await get(url)).toMatchObject({ bytes: FILE.length, checked: 'md5' });
    expect(readFileSync(file).equals(FILE)).toBe(true);
    expect(left()).toEqual(['x.osm.pbf', 'x.osm.pbf.json']);
    const got = log
      .filter((line) => !line.includes('.md5'))
      .map((line) => line.replace(' /x.osm.pbf', ''));
    expect(got).toEqual(expected);
  });

  it('a redirect leads to the file of the day, and its sum lies beside that', async () => {
    const server = await serverOf({
      '/x-latest.osm.pbf': [says(302, '', { location: '/x-261124.osm.pbf' })],
      '/x-latest.osm.pbf.md5': [md5Line(OTHER)],
      '/x-261124.osm.pbf': [breaksAfter(FILE, 50_000, 'cut'), serves(FILE)],
      '/x-261124.osm.pbf.md5': [md5Line(FILE)],
    });
    const { file, get } = place();
    expect(await get(`${server.base}x-latest.osm.pbf`)).toMatchObject({ checked: 'md5' });
    expect(readFileSync(file).equals(FILE)).toBe(true);
    expect(server.log).toContain('GET /x-261124.osm.pbf bytes=50000-');
  });

  it('a wrong checksum once: downloaded again', async () => {
    const { url, log } = await served([serves(OTHER), serves(FILE)]);
    const { file, get, said } = place();
    expect(await get(url)).toMatchObject({ checked: 'md5' });
    expect(readFileSync(file).equals(FILE)).toBe(true);
    expect(log.filter((line) => line === 'GET /x.osm.pbf').length).toBe(2);
    expect(said.join()).toMatch(/MD5 \w{32} ≠ \w{32}/);
  });

  it('no checksum beside it: told by the length alone', async () => {
    const { url } = await served([serves(FILE)], [says(404)]);
    expect(await place().get(url)).toMatchObject({ checked: 'length' });
  });

  it('an interrupted run goes on in the next, a finished one asks only whether anything is new', async () => {
    const { url, log } = await served([breaksAfter(FILE, 120_000, 'cut'), says(500), serves(FILE)]);
    const { file, get, left } = place();
    const fault = await faultOf(() => get(url, { ...PATIENCE, tries: 2 }));
    expect(fault.code).toBe('download-gave-up');
    expect(left()).toEqual(['x.osm.pbf.part', 'x.osm.pbf.part.json']);
    await get(url);
    expect(readFileSync(file).equals(FILE)).toBe(true);
    expect(log).toContain('GET /x.osm.pbf bytes=120000-');
    const before = log.length;
    expect(await get(url)).toMatchObject({ reused: true, bytes: FILE.length });
    expect(log.slice(before)).toEqual(['GET /x.osm.pbf']);
    // A file that is no longer as long as it was is none.
    writeFileSync(file, FILE.subarray(0, 5));
    expect(await get(url)).toMatchObject({ reused: false });
    expect(readFileSync(file).equals(FILE)).toBe(true);
  });

  it('a part that was whole already is only checked', async () => {
    const { url, log } = await served([breaksAfter(FILE, 250_000, 'cut'), says(500), serves(FILE)]);
    const { file, get } = place();
    await faultOf(() => get(url, { ...PATIENCE, tries: 2 }));
    writeFileSync(`${file}.part`, FILE);
    expect(await get(url)).toMatchObject({ checked: 'md5' });
    expect(log.at(-2)).toBe('GET /x.osm.pbf bytes=300000-');
  });

  it('a part whose note is cut is no part', async () => {
    const { url, log } = await served([serves(FILE)]);
    const { file, get } = place();
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(`${file}.part`, OTHER.subarray(0, 1000));
    writeFileSync(`${file}.part.json`, '{"url": "htt');
    await get(url);
    expect(log[0]).toBe('GET /x.osm.pbf');
    expect(readFileSync(file).equals(FILE)).toBe(true);
  });
});

describe('download ends in one sentence', () => {
  const bad: [name: string, answers: Answer[], md5: Answer[], code: string, says: RegExp][] = [
    ['no such file', [says(404)], [], 'download-status', /answered 404 \(no such file\)/],
    ['not for us', [says(403)], [], 'download-status', /answered 403/],
    [
      'a checksum that stays wrong',
      [serves(OTHER)],
      [md5Line(FILE)],
      'download-checksum',
      /twice with a wrong MD5/,
    ],
    [
      'a server that only cuts',
      [breaksAfter(FILE, 10, 'cut', plain(FILE))],
      [],
      'download-gave-up',
      /failed 4 times/,
    ],
    ['a server that is silent', [() => {}], [], 'download-gave-up', /no byte for 0.4 s/],
    ['a server that stays busy', [says(503)], [], 'download-gave-up', /last: HTTP 503/],
    [
      'a server that wants an hour',
      [says(429, '', { 'retry-after': '3600' })],
      [],
      'download-busy',
      /come back in 3600 s/,
    ],
    [
      'a redirect in circles',
      [says(302, '', { location: '/x.osm.pbf' })],
      [],
      'download-gave-up',
      /redirect/,
    ],
  ];
  it.each(bad)('%s', async (_, answers, md5, code, words) => {
    const { url } = await served(answers, md5.length ? md5 : [says(404)]);
    const { file, get } = place();
    const fault = await faultOf(() => get(url));
    expect(fault.code).toBe(code);
    expect(fault.text.en).toMatch(words);
    expect(fault.text.en).toContain(url);
    expect(fault.text.zh + fault.text.en).not.toMatch(/undefined|NaN|\[object/);
    expect(existsSync(file)).toBe(false);
  });

  it('nobody at that address', async () => {
    const { get } = place();
    const fault = await faultOf(() => get('http://127.0.0.1:1/x.osm.pbf'));
    expect([fault.code, fault.text.en]).toEqual([
      'download-gave-up',
      expect.stringMatching(/ECONNREFUSED|bad port/),
    ]);
  });

  it('a disk that is full', async () => {
    const { url } = await served([serves(FILE)]);
    const { file, get } = place();
    mkdirSync(join(file, '..'), { recursive: true });
    // Linux's own full disk: whoever writes to it is told so.
    symlinkSync('/dev/full', `${file}.part`);
    const fault = await faultOf(() => get(url));
    expect(fault.code).toBe('download-disk');
    expect(fault.text.en).toMatch(/the disk is full\), \d+\.\d kB more needed/);
    expect(fault.text.zh).toContain('磁盘已满');
  });

  it('a disk with too little room, before a byte is taken', async () => {
    const petabyte: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': '1000000000000000' });
      response.write('x');
    };
    const { url } = await served([petabyte]);
    const fault = await faultOf(() => place().get(url));
    expect([fault.code, fault.text.en]).toEqual([
      'download-disk',
      expect.stringContaining('1000000.0 GB needed'),
    ]);
  });

  it('a folder where a file stands', async () => {
    const { url } = await served([serves(FILE)]);
    writeFileSync(join(folder, 'plain'), '');
    const fault = await faultOf(() =>
      download(url, join(folder, 'plain', 'x.osm.pbf'), { patience: PATIENCE, say: () => {} }),
    );
    expect(fault.code).toBe('download-disk');
  });
});

/** A server that knows no ranges. */
function plain(bytes: Uint8Array): Answer {
  return (_, response) =>
    response.writeHead(200, { etag: '"p"', 'content-length': bytes.length }).end(bytes);
}

/** A server that says nothing of what it sends. */
function bare(bytes: Uint8Array): Answer {
  return (_, response) => response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
}

/** A server that gives the range asked for whatever If-Range says. */
function careless(bytes: Uint8Array): Answer {
  return (request, response) => {
    const good = serves(bytes);
    request.headers['if-range'] = 'Mon, 23 Nov 2026 20:21:00 GMT';
    good(request, response);
  };
}
