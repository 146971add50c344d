import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packRows, type Layer } from '../../../src/data/project/layer.ts';
import { DragClient } from '../../../src/engine/drag-client.ts';
import type { MethodBlock } from '../../../src/data/export/method.ts';
import { findMethod } from '../../../src/data/export/find-method.ts';
import { Engine, type Figures, type Part } from '../../../src/engine/engine.ts';
import type { Question } from '../../../src/engine/question.ts';
import { assess } from '../../../src/engine/assess.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import type { DragFrame } from '../../../src/engine/scenario/drag.ts';
import type { Edit } from '../../../src/engine/scenario/scenario.ts';
import { sitesOf } from '../../../src/engine/sites.ts';
import { newFacility } from '../../../src/state/scenario-steps.ts';
import { buildFromFiles } from '../../../scripts/region/build-from-files.ts';
import { loadRegion, loadServices } from '../../../scripts/huimin/load-region.ts';

const TOWN = 'tests/fixtures/town';
const services = loadServices();
const out = mkdtempSync(join(tmpdir(), 'huimin-engine-'));
let server: Server;
let base = '';

beforeAll(async () => {
  const town = {
    name: '小镇',
    osm: `${TOWN}/streets.osm`,
    population: `${TOWN}/population.csv`,
    facilities: `${TOWN}/facilities.csv`,
    invented: true,
  };
  const areas = `${TOWN}/areas.geojson`;
  await buildFromFiles({ ...town, id: 'town', areas }, services, out, () => {});
  // The same without areas, and slow to come.
  await buildFromFiles({ ...town, id: 'slow' }, services, out, () => {});
  server = createServer((request, response) => {
    const answer = () => {
      try {
        response.end(readFileSync(join(out, decodeURIComponent(request.url!))));
      } catch {
        response.statusCode = 404;
        response.end();
      }
    };
    if (request.url!.startsWith('/slow/')) setTimeout(answer, 60);
    else answer();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => {
  server.close();
  rmSync(out, { recursive: true });
});

const QUESTION: Question = {
  service: 'clinic',
  minutes: [5, 10],
  profile: 'general',
  speed: 1.2,
  method: 'network',
  detour: 1.3,
  places: true,
  edits: [],
  on: null,
};

async function opened(): Promise<Engine> {
  const engine = new Engine();
  const outcome = await engine.open(base, 'town', services);
  expect(outcome.ok).toBe(true);
  return engine;
}

describe('the engine', () => {
  test('answers in parts, figures first, the same as a call outside it', async () => {
    const engine = await opened();
    const parts: Part[] = [];
    await engine.ask(QUESTION, (part) => parts.push(part));
    expect(parts.map(({ kind }) => kind)).toEqual([
      'figures',
      'bands',
      'gaps',
      'curve',
      'places',
      'disagreement',
    ]);
    const { region } = loadRegion(join(out, 'town'));
    const sites = sitesOf(region.facilities, 'clinic');
    const expected = assess(new Prepared(region), sites, { ...QUESTION, people: ['total'] });
    const [first] = parts;
    if (first.kind !== 'figures') throw new Error('figures come first');
    expect(first.figures.bands).toEqual(expected.bands);
    expect(first.figures.people).toBe(expected.people);
    expect(first.figures.gapCount).toBe(expected.gaps.length);
    const gaps = parts.find((part) => part.kind === 'gaps')!;
    const inGaps = gaps.gaps.reduce((sum, gap) => sum + gap.people, 0);
    expect(inGaps + expected.bands[1].covered).toBe(expected.people);
  });

  test('lets the newest question win: an overtaken one stops after its figures', async () => {
    const engine = await opened();
    const first: Part[] = [];
    const second: Part[] = [];
    const overtaken = engine.ask(QUESTION, (part) => first.push(part));
    const newest = engine.ask({ ...QUESTION, minutes: [7] }, (part) => second.push(part));
    await Promise.all([overtaken, newest]);
    expect(first.map(({ kind }) => kind)).toEqual(['figures']);
    expect(second.at(-1)?.kind).toBe('disagreement');
  });

  test('answers the empty scenario as the baseline, to the bit, and says which edits are ignored', async () => {
    const engine = await opened();
    const asked = async (edits: Edit[]) => {
      const parts: Part[] = [];
      await engine.ask({ ...QUESTION, edits, places: false }, (part) => parts.push(part));
      return parts.map((part) => {
        if (part.kind !== 'figures') return part;
        return { ...part, figures: { ...part.figures, question: null } };
      });
    };
    const { region } = loadRegion(join(out, 'town'));
    const [{ id }] = sitesOf(region.facilities, 'clinic');
    const closing: Edit = { kind: 'status', id, status: 'closed' };
    const gone: Edit = { kind: 'status', id: 'nobody', status: 'open' };
    const baseline = await asked([]);
    const closed = await asked([closing, gone]);
    expect(closed).not.toEqual(baseline);
    expect(closed[0]).toMatchObject({ figures: { ignored: [gone] } });
    expect(await asked([])).toEqual(baseline);
    expect(await asked([closing, { ...closing, status: 'open' }])).toEqual(baseline);
  });

  test('drags through the workbench, as long as the region is open', async () => {
    const engine = await opened();
    const bench = await engine.workbench();
    const { region } = loadRegion(join(out, 'town'));
    const [{ id, lon, lat }] = sitesOf(region.facilities, 'clinic');
    const shown: DragFrame[] = [];
    const drag = new DragClient(
      bench,
      (frame) => shown.push(frame),
      (error) => shown.push(error as never),
    );
    expect(await bench.dragTo(lon, lat)).toBeNull();
    expect(await drag.start(QUESTION, 'nobody')).toMatchObject({
      ok: false,
      code: 'facility-unknown',
    });
    expect(await drag.start(QUESTION, id)).toMatchObject({
      ok: true,
      value: { gained: 0, lost: 0 },
    });
    // While one frame is on its way only the latest place is kept.
    for (const step of [1, 2, 3, 4]) drag.to(lon + step / 1000, lat);
    await new Promise((done) => setTimeout(done));
    expect(shown.map((frame) => Math.round((frame.lon - lon) * 1000))).toEqual([0, 1, 4]);
    const edits: Edit[] = [{ kind: 'move', id, lon: lon + 4 / 1000, lat }];
    let figures: Figures | null = null;
    await engine.ask({ ...QUESTION, edits }, (part) => {
      if (part.kind === 'figures') figures = part.figures;
    });
    expect(shown[2].bands).toEqual(figures!.bands);
    drag.to(lon, lat);
    await drag.end();
    expect(shown).toHaveLength(3);
    expect(await bench.dragTo(lon, lat)).toBeNull();
    await drag.start(QUESTION, id);
    await engine.open(base, 'slow', services);
    expect(await bench.dragTo(lon, lat)).toBeNull();
  });

  test('compares two scenarios through the workbench, and leaves the places at an address', async () => {
    const engine = await opened();
    const bench = await engine.workbench();
    const { region } = loadRegion(join(out, 'town'));
    const sites = sitesOf(region.facilities, 'clinic');
    const { sites: each, within } = await bench.contributions(QUESTION);
    expect(each.map(({ id }) => id)).toEqual(sites.map(({ id }) => id));
    const most = each.toSorted((a, b) => b.only - a.only)[0];
    expect(most.only).toBeGreaterThan(0);
    const closing: Edit = { kind: 'status', id: most.id, status: 'closed' };
    const { comparison, url } = await bench.compare(QUESTION, [], [closing]);
    expect(comparison).toMatchObject({ before: within, lost: most.only, gained: 0 });
    const { features } = (await (await fetch(url)).json()) as { features: object[] };
    expect(features).toHaveLength(comparison.places);
    URL.revokeObjectURL(url);
  });

  test('answers with facilities that were brought along, and a file made with them asks the same again', async () => {
    const engine = await opened();
    const bench = await engine.workbench();
    const { region, manifest } = loadRegion(join(out, 'town'));
    const coveredNow = async () => {
      let covered = -1;
      await engine.ask(QUESTION, (part) => {
        if (part.kind === 'figures') covered = part.figures.bands[1].covered;
      });
      return covered;
    };
    const occasion = { manifest, language: 'zh' as const, made: '2026-11-25', software: '0.1.0' };
    const order = { kind: 'layer' as const, layer: 'areas' as const, format: 'csv' as const };
    const made = async () => {
      const file = await bench.handIn(QUESTION, { ...occasion, scenarioName: null }, order);
      return findMethod(new TextEncoder().encode(file.content as string), 'a.csv');
    };
    const again = async (block: MethodBlock) => {
      const outcome = await bench.rerun(block, manifest.bundle.sha256);
      return outcome.ok && outcome.value.every(({ recorded, now }) => Object.is(recorded, now));
    };
    const before = await coveredNow();
    const without = await made();
    const { lon, lat } = region.places;
    // One at each place: everybody on the streets is within the limit.
    const facilities = Array.from(lon, (east, k) =>
      newFacility(region.facilities, `站 ${k}`, 'clinic', east, lat[k]),
    ).map((facility, k) => ({ ...facility, id: `b${k}` }));
    const layer: Layer = {
      ...{ id: 'l1', name: '名单', kind: 'facilities', mode: 'instead', service: 'clinic' },
      ...{ source: '名单.csv', crs: 'wgs84', date: null },
      ...packRows('facilities', facilities),
    };
    const damaged = { ...layer, data: layer.data.slice(1) };
    expect(await engine.lay([damaged])).toMatchObject({ ok: false, code: 'project-damaged' });
    expect(await coveredNow()).toBe(before);
    const all = await engine.lay([layer]);
    expect(all.ok && sitesOf(all.value, 'clinic')).toHaveLength(lon.length);
    const laid = await coveredNow();
    expect(laid).toBeGreaterThan(before);

    const withThem = await made();
    expect(withThem.figures.bands.at(-1)!.covered).toBe(laid);
    expect(withThem.scenario).toMatchObject({ name: '名单' });
    // Whatever is laid over the region now, a file is asked again with what it was made with.
    expect(await again(without)).toBe(true);
    expect(await again(withThem)).toBe(true);
    await engine.lay([]);
    expect(await coveredNow()).toBe(before);
    expect(await again(withThem)).toBe(true);
  });

  const areasAsked = async (engine: Engine) => {
    let areas = -1;
    await engine.ask(QUESTION, (part) => {
      if (part.kind === 'figures') areas = part.figures.areas.length;
    });
    return areas;
  };

  test('answers for the region wanted last, however late the one before it comes', async () => {
    const engine = new Engine();
    const late = engine.open(base, 'slow', services);
    await engine.open(base, 'town', services);
    await late;
    expect(await areasAsked(engine)).toBe(2);
  });

  test('opens a region although the one on screen is asked something meanwhile', async () => {
    const engine = await opened();
    const opening = engine.open(base, 'slow', services);
    expect(await areasAsked(engine)).toBe(2);
    await opening;
    expect(await areasAsked(engine)).toBe(0);
  });

  test('tells a region that is not there, or is broken, as data', async () => {
    const engine = new Engine();
    const missing = await engine.open(base, 'nowhere', services);
    expect(missing).toMatchObject({ ok: false, code: 'region-missing' });
    const { manifest } = loadRegion(join(out, 'town'));
    const file = join(out, 'town', manifest.bundle.file);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, 100));
    expect(await engine.open(base, 'town', services)).toMatchObject({
      ok: false,
      code: 'bundle-cut',
    });
    writeFileSync(file, bytes);
    expect(await engine.open(base, 'town', services)).toMatchObject({ ok: true });
  });
});
