import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { fetchPlace, type FetchOptions } from '../../../scripts/fetch/fetch-place.ts';
import { inPolygons } from '../../../src/core/geo.ts';
import { readOsm } from '../../../src/data/osm/read-osm.ts';
import { widened } from '../../../src/data/places/recipe.ts';
import { readAreas } from '../../../src/data/tables/read-areas.ts';
import { faultOf } from '../cli/town.ts';
import { flaws } from '../osm/listed.ts';
import { absent, monacoBytes, monacoRecipe, MONACO_PBF } from './monaco.ts';
import { breaksAfter, md5Line, says, serverOf, serves, type Answer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'huimin-place-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const PATIENCE = { tries: 4, stallSeconds: 2, firstWaitSeconds: 0.02, mostWaitSeconds: 2 };

let number = 0;
function options(changes: Partial<FetchOptions> = {}) {
  const said: string[] = [];
  const cache = join(folder, String(number++));
  const all: FetchOptions = {
    cache,
    keep: false,
    patience: PATIENCE,
    say: (line) => said.push(line),
    ...changes,
  };
  return { ...all, said };
}

async function mirror(answers: Answer[]) {
  return serverOf({
    '/pub/europe/monaco-latest.osm.pbf': answers,
    '/pub/europe/monaco-latest.osm.pbf.md5': [md5Line(monacoBytes())],
  });
}

const read = (path: string) =>
  readOsm(new Uint8Array(readFileSync(path)), {
    fileName: path,
    inflate: (data, rawSize) => inflateSync(data, { maxOutputLength: Math.max(1, rawSize) }),
  });

describe.skipIf(absent)('a place out of an extract', () => {
  it('through a busy server and a cut connection: streets, boundary, census, and a tidy cache', async () => {
    const bytes = monacoBytes();
    const busy = says(429, '', { 'retry-after': '0' });
    const { base, log } = await mirror([busy, breaksAfter(bytes, 900_000, 'cut'), serves(bytes)]);
    const opts = options({ from: `${base}pub` });
    const place = await fetchPlace(monacoRecipe(), opts);
    expect(log).toContain('GET /pub/europe/monaco-latest.osm.pbf bytes=900000-');
    expect(opts.said.join('\n')).toMatch(/MD5 agrees/);

    // The principality: relation 2220322 of level 8; the one of level 2 is the country.
    expect(place.boundary).toMatchObject({ from: 'osm', relation: 2220322 });
    const areas = readAreas(readFileSync(place.areas), { fileName: 'boundary' });
    expect(areas.rejected).toEqual([]);
    expect(areas.rows.map(({ id, name, nameEn }) => [id, name, nameEn])).toEqual([
      ['000000', '摩纳哥', 'Monaco'],
    ]);
    const inMonaco = (lon: number, lat: number) => inPolygons(areas.rows[0].polygons, lon, lat);
    // The casino is in it, Beausoleil's town hall is not.
    expect([inMonaco(7.42826, 43.73912), inMonaco(7.4235, 43.7427)]).toEqual([true, false]);

    const osm = read(place.osm);
    expect(flaws(osm)).toEqual([]);
    expect(osm.date).toBe('2016-03-05T00:26:02Z');
    // As far as 2 km beyond the box and as the extract reach.
    const guard = widened(monacoRecipe().bbox, 2000);
    [guard[0], 43.71, guard[2], 43.77].forEach((side, k) =>
      expect(osm.bbox![k]).toBeCloseTo(side, 6),
    );
    expect(readFileSync(place.census!, 'utf8')).toBe(
      'id,name,total,age_0_14,age_60_plus,age_65_plus,age_80_plus\n000000,摩纳哥,37308,4600,12300,9700,2900\n',
    );
    expect(readdirSync(opts.cache).sort()).toEqual([
      'monaco-latest.osm.pbf',
      'monaco-latest.osm.pbf.json',
      'monaco-test',
    ]);
    place.tidy();
    expect(readdirSync(opts.cache)).toEqual(['monaco-test']);
  });

  it('kept, and still the newest: not downloaded again', async () => {
    const { base, log } = await mirror([serves(monacoBytes())]);
    const opts = options({ from: `${base}pub/`, keep: true });
    (await fetchPlace(monacoRecipe(), opts)).tidy();
    (await fetchPlace(monacoRecipe(), opts)).tidy();
    expect(log.filter((line) => !line.includes('md5')).length).toBe(2);
    expect(opts.said.join('\n')).toContain('unchanged since the last time');
    expect(existsSync(join(opts.cache, 'monaco-latest.osm.pbf'))).toBe(true);
  });

  it('from a file at hand, which stays; a boundary that reaches beyond the box is cut again by its own', async () => {
    const small = monacoRecipe({ bbox: [7.411, 43.73, 7.42, 43.735] });
    const opts = options({ from: MONACO_PBF });
    const place = await fetchPlace(small, opts);
    place.tidy();
    expect(existsSync(MONACO_PBF)).toBe(true);
    expect(opts.said.join('\n')).toContain('cut again');
    // 2 km east of Larvotto's 7.43987 and not of the box's 7.42.
    expect(read(place.osm).bbox![2]).toBeCloseTo(
      widened([7.409, 43.7247599, 7.4398704, 43.7519311], 2000)[2],
      6,
    );
    // What was cut can be cut again: the same comes out.
    const again = await fetchPlace(small, options({ from: place.osm }));
    expect(readFileSync(again.osm).equals(readFileSync(place.osm))).toBe(true);
  });

  it('a boundary that is not there, or not whole, is not invented: the box stands in and says so', async () => {
    const none = await fetchPlace(
      monacoRecipe({ boundary: { names: ['乌有区'], admin_levels: [6] } }),
      options({ from: MONACO_PBF }),
    );
    expect(none.boundary).toMatchObject({ from: 'box', relation: null });
    expect(none.boundary.polygons).toEqual([
      [
        [
          [7.405, 43.72],
          [7.442, 43.72],
          [7.442, 43.755],
          [7.405, 43.755],
          [7.405, 43.72],
        ],
      ],
    ]);
    expect(none.boundary.text.zh).toMatch(/没有“乌有区”的边界.*不是行政界线/);
    // The extract ends in the middle of this neighbour.
    const broken = await fetchPlace(
      monacoRecipe({ boundary: { names: ['Roquebrune-Cap-Martin'], admin_levels: [8] } }),
      options({ from: MONACO_PBF }),
    );
    expect(broken.boundary.from).toBe('box');
    expect(broken.boundary.text.en).toMatch(/relation 174558\) is not whole/);
  });

  it('by Overpass: one POST with the box and its guard, whatever comes is cut alike', async () => {
    let asked = '';
    const answer: Answer = (request, response) => {
      request.on('data', (data) => (asked += data));
      request.on('end', () => response.writeHead(200).end(XML));
    };
    const { base, log } = await serverOf({ '/api/interpreter': [says(504), answer] });
    const place = await fetchPlace(monacoRecipe(), options({ overpass: `${base}api/interpreter` }));
    expect(log).toEqual(['POST /api/interpreter', 'POST /api/interpreter']);
    const [s, w, n, e] = /node\(([^)]*)\)/
      .exec(new URLSearchParams(asked).get('data')!)![1]
      .split(',')
      .map(Number);
    const guard = widened(monacoRecipe().bbox, 2000);
    [w, s, e, n].forEach((side, k) => expect(side).toBeCloseTo(guard[k], 5));
    const osm = read(place.osm);
    expect([osm.nodes.ids.length, osm.ways.ids.length]).toEqual([2, 1]);
    // Answers name no box: what was asked for is what is there.
    expect(osm.date).toBe('2026-11-24T10:00:00Z');
  });
});

const XML = `<?xml version="1.0"?><osm version="0.6"><meta osm_base="2026-11-24T10:00:00Z"/>
<node id="1" lat="43.73" lon="7.42"/><node id="2" lat="43.74" lon="7.43"/><node id="3" lat="50" lon="7"/>
<way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way></osm>`;

describe('what is no extract of the place ends in a sentence', () => {
  const cases: [name: string, answer: Answer, code: string, words: RegExp][] = [
    [
      'a web page',
      says(200, '<!DOCTYPE html><html><body>Log in to the hotel’s network</body></html>'),
      'osm-foreign',
      /monaco-latest\.osm\.pbf: .*an HTML page/,
    ],
    ['nothing', says(200, ''), 'osm-empty', /monaco-latest\.osm\.pbf: .*empty/],
    [
      'another place',
      says(200, XML.replaceAll('lat="43.7', 'lat="13.7')),
      'cut-elsewhere',
      /wanted 7\.3\d+/,
    ],
    [
      'an Overpass that ran out of time',
      says(200, XML.replace('</osm>', '<remark>runtime error: Query timed out</remark></osm>')),
      'xml-remark',
      /ran out of time/,
    ],
  ];
  it.each(cases)('%s', async (_, answer, code, words) => {
    const { base } = await serverOf({ '/europe/monaco-latest.osm.pbf': [answer] });
    const opts = options({ from: base });
    const fault = await faultOf(() => fetchPlace(monacoRecipe(), opts));
    expect([fault.code, fault.text.en]).toEqual([code, expect.stringMatching(words)]);
    expect(existsSync(join(opts.cache, 'monaco-test'))).toBe(false);
  });

  it.each([['ftp://example.org/'], ['http://'], ['https:///x.osm.pbf']])(
    'the address %s',
    async (overpass) => {
      const fault = await faultOf(() => fetchPlace(monacoRecipe(), options({ overpass })));
      expect(fault.code).toBe('usage');
    },
  );

  it('a file at hand that is not there', async () => {
    const fault = await faultOf(() =>
      fetchPlace(monacoRecipe(), options({ from: 'nowhere.osm.pbf' })),
    );
    expect([fault.code, fault.text.en]).toEqual(['file', expect.stringContaining('no such file')]);
  });

  it('a cache where a file stands', async () => {
    const cache = join(folder, 'plain');
    writeFileSync(cache, '');
    const { base } = await serverOf({ '/x.osm': [says(200, XML)] });
    const fault = await faultOf(() =>
      fetchPlace(monacoRecipe(), options({ cache, from: `${base}x.osm` })),
    );
    expect(fault.code).toBe('download-disk');
  });
});
