import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegion, TILES } from '../../../scripts/huimin/load-region.ts';
import { rerunCommand, rerunFile } from '../../../scripts/huimin/rerun-command.ts';
import { ensureSample } from '../../../scripts/sample-city/build-sample.ts';
import type { MethodBlock } from '../../../src/data/export/method.ts';
import { assess } from '../../../src/engine/assess.ts';
import { Dossier } from '../../../src/engine/handin/dossier.ts';
import { handIn, type Order } from '../../../src/engine/handin/hand-in.ts';
import type { FileFormat } from '../../../src/engine/handin/layer-names.ts';
import { rerun } from '../../../src/engine/handin/rerun.ts';
import { subjectOfQuery, type Subject } from '../../../src/engine/handin/subject.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import type { Query } from '../../../src/engine/query.ts';
import { faultOf, scratch } from '../cli/town.ts';
import { query } from '../engine/region-of.ts';
import { SERVICES } from './dossier-of.ts';

/** `npm test` builds the sample city beforehand. */
const SAMPLE = join(TILES, 'sample');
const folder = scratch();
let prepared: Prepared;
let manifest: Subject['manifest'];

beforeAll(async () => {
  if (!existsSync(join(SAMPLE, 'manifest.json'))) await ensureSample(() => {});
  const loaded = loadRegion(SAMPLE);
  prepared = new Prepared(loaded.region);
  ({ manifest } = loaded);
}, 60_000);

const ELDERS = ['age_60_69', 'age_70_79', 'age_80_plus'];
function subjectOf(asked: Partial<Query>, parts: Partial<Subject> = {}): Subject {
  return subjectOfQuery(prepared, SERVICES, query(asked), {
    peopleField: { columns: asked.people ?? ['total'], label: 'total', fallback: false },
    scenario: null,
    on: null,
    manifest,
    language: 'zh',
    made: '2026-11-25',
    software: '9.9.9',
    ...parts,
  });
}

/** Writes the bytes of an order to a file. */
async function written(subject: Subject, order: Order): Promise<string> {
  const { name, content } = await handIn(prepared, subject, order);
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** One question of each kind: streets, circles, zones, wheels, a start, a scenario on a day. */
function questions(): Record<string, Subject> {
  const [first, second] = prepared.region.facilities.filter(({ service }) => service === 'clinic');
  const moved = { kind: 'move' as const, id: first.id, lon: 150.0123456789, lat: 38.0076543211 };
  const closed = { kind: 'status' as const, id: second.id, status: 'closed' as const };
  return {
    streets: subjectOf({ service: 'elder_care', profile: 'older', speed: 0.9, people: ELDERS }),
    circles: subjectOf({ method: 'buffer', detour: 1.27 }),
    ambulance: subjectOf({
      service: 'ambulance_base',
      profile: 'ambulance',
      speed: 50 / 3.6,
      minutes: [15, 30],
      zoneMinutes: { urban: 15, rural: 30 },
      startSeconds: 90,
    }),
    scenario: subjectOf(
      {},
      { scenario: { name: '甲', edits: [moved, closed] }, on: '2028-06', language: 'en' },
    ),
  };
}

describe('a file of the sample city asked again', () => {
  const gaps = (format: FileFormat): Order => ({ kind: 'layer', layer: 'gaps', format });
  it.each<[string, Order[]]>([
    ['streets', [gaps('fgb'), { kind: 'report' }]],
    ['circles', [gaps('csv')]],
    ['ambulance', [gaps('geojson')]],
    ['scenario', [gaps('xlsx'), { kind: 'map' }]],
  ])('gives the same to the bit: %s', async (kind, orders) => {
    const subject = questions()[kind];
    const expected = assess(prepared, subject.sites, subject.query);
    const last = expected.bands.at(-1)!;
    for (const order of orders) {
      const { same, figures, block } = await rerunFile(await written(subject, order), TILES);
      expect({ same, invented: block.region.invented }).toEqual({ same: true, invented: true });
      const now = Object.fromEntries(figures.map(({ figure, now: value }) => [figure, value]));
      expect(now).toMatchObject({
        people: expected.people,
        gaps: expected.gaps.length,
        [`covered_${last.minutes}`]: last.covered,
      });
    }
  });

  it('tells every figure that was changed, and none that was not', () => {
    for (const subject of [questions().ambulance, questions().streets]) {
      const block = new Dossier(prepared, subject).method('areas');
      const names = rerun(prepared, SERVICES, block).map(({ figure }) => figure);
      // The least change a number can have: the next one up.
      const up = (value: number) => value + 2 ** (Math.floor(Math.log2(value || 1)) - 52);
      for (const name of names) {
        const changed = structuredClone(block);
        const figures = changed.figures as unknown as Record<string, number>;
        const band = block.figures.bands.findIndex(({ minutes }) => name === `covered_${minutes}`);
        if (band >= 0) changed.figures.bands[band].covered = up(block.figures.bands[band].covered);
        else if (name === 'covered_by_zone') changed.figures.zoned = up(block.figures.zoned!);
        else figures[name] = up(figures[name]);
        const differing = rerun(prepared, SERVICES, changed).filter(
          ({ recorded, now }) => recorded !== now,
        );
        expect(differing.map(({ figure }) => figure)).toEqual([name]);
      }
      expect(names).toContain('gap_people');
      expect(names.includes('covered_by_zone')).toBe(subject.query.zoneMinutes !== undefined);
    }
  });

  it('tells a changed rule by its figures, with exit code 1', async () => {
    const file = await written(subjectOf({}), { kind: 'layer', layer: 'gaps', format: 'geojson' });
    const json = readFileSync(file, 'utf8');
    writeFileSync(file, json.replace('"speed_mps":1.2', '"speed_mps":1.1'));
    try {
      expect(await rerunCommand([file])).toMatch(/covered_15 +\d+ +\d+ +≠[\s\S]* figures differ: /);
      expect(process.exitCode).toBe(1);
    } finally {
      process.exitCode = undefined;
    }
    writeFileSync(file, json);
    expect(await rerunCommand([file])).toMatch(/the same to the bit\n$/);
    expect(process.exitCode).toBeUndefined();
    expect(JSON.parse(await rerunCommand([file, '--format', 'json']))).toMatchObject({
      region: 'sample',
      same: true,
    });
  });

  it('is refused with a sentence where it is of another version, region, service or field', async () => {
    const block = new Dossier(prepared, subjectOf({})).method('gaps');
    const file = join(folder, 'method.json');
    const refused = async (parts: object) => {
      writeFileSync(file, JSON.stringify({ ...block, ...parts }));
      const { text } = await faultOf(() => rerunFile(file, TILES));
      return text.en;
    };
    const region = (parts: Partial<MethodBlock['region']>) => ({
      region: { ...block.region, ...parts },
    });
    expect(await refused(region({ bundle_sha256: 'f'.repeat(64) }))).toMatch(
      /another version of region "示例城".*Use the region as it was then/,
    );
    expect(await refused(region({ id: '../../etc' }))).toMatch(/^No region "/);
    expect(await refused({ service: 'moon' })).toContain('asks for the service "moon"');
    expect(await refused({ people: ['age_200'] })).toContain('population field age_200');
    writeFileSync(file, 'nothing');
    expect((await faultOf(() => rerunFile(file, TILES))).code).toBe('no-method');
  });
});
