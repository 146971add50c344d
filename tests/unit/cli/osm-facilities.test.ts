import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { coverageCommand } from '../../../scripts/huimin/coverage-command.ts';
import { loadRegion } from '../../../scripts/huimin/load-region.ts';
import { nearestCommand } from '../../../scripts/huimin/nearest-command.ts';
import { fileOf } from './refused.ts';
import { build, buildOptions, faultOf, scratch, TOWN } from './town.ts';

/*
 * The town of town.ts with, in OSM, (x, y) in u:
 *
 *   第一小学   ground −1 … 1, 4.5 … 5.5 around f1: the main street crosses it in the south and north,
 *              西巷 in the west                                  → three entrances
 *   东街诊所   a node at (0.5, 12)
 *   chargers   at (0.5, 2), which does not say for whom, and at (0.5, 3), for bicycles
 *   柳园小区   an estate around (0.5, 11); 柳园东区 around (3.5, 11)
 */
const node = (id: number, x: number, y: number, tags: Record<string, string> = {}) =>
  `<node id="${id}" lon="${150 + x / 1000}" lat="${38 + y / 1000}">${tagged(tags)}</node>`;
const tagged = (tags: Record<string, string>) =>
  Object.entries(tags)
    .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
    .join('');
function ground(
  id: number,
  x: number,
  y: number,
  w: number,
  h: number,
  tags: Record<string, string>,
) {
  const corners = [
    node(id, x, y),
    node(id + 1, x + w, y),
    node(id + 2, x + w, y + h),
    node(id + 3, x, y + h),
  ];
  const refs = [0, 1, 2, 3, 0].map((k) => `<nd ref="${id + k}"/>`).join('');
  return { nodes: corners.join(''), way: `<way id="${id}">${refs}${tagged(tags)}</way>` };
}
const grounds = [
  ground(200, -1, 4.5, 2, 1, { amenity: 'school', name: '第一小学' }),
  ground(210, 0.2, 10.7, 0.6, 0.6, {
    landuse: 'residential',
    name: '柳园小区',
    'name:en': 'Willows',
  }),
  ground(220, 3.2, 10.7, 0.6, 0.6, { landuse: 'residential', name: '柳园东区' }),
];
const nodes = [
  node(100, 0.5, 12, { amenity: 'clinic', name: '东街诊所' }),
  node(101, 0.5, 2, { amenity: 'charging_station' }),
  node(102, 0.5, 3, { amenity: 'charging_station', bicycle: 'yes' }),
];
const STREETS = readFileSync(join(TOWN, 'streets.osm'), 'utf8')
  .replace('<way', [...nodes, ...grounds.map((each) => each.nodes)].join('\n') + '\n<way')
  .replace('</osm>', grounds.map(({ way }) => way).join('\n') + '\n</osm>');

const without = (options: string[], name: string) => {
  const at = options.indexOf(`--${name}`);
  return [...options.slice(0, at), ...options.slice(at + 2)];
};

/** The town built with these options beside its own files; without a table where `table` is false. */
async function built(table: boolean, more: Record<string, string> = {}) {
  const out = scratch();
  const options = buildOptions(out, { osm: fileOf('streets.osm', STREETS), ...more });
  const { stdout } = await build(table ? options : without(options, 'facilities'));
  const folder = join(out, 'town');
  const { region, manifest } = loadRegion(folder);
  const ids = region.facilities.map(({ id }) => id).sort();
  return { folder, region, manifest, ids, stdout };
}

const FROM_OSM = ['osm-n100', 'osm-n102', 'osm-w200'];

describe('region build, facilities from OSM', () => {
  it('without a table takes all that OSM has', async () => {
    const { ids, manifest, stdout } = await built(false);
    expect(ids).toEqual(FROM_OSM);
    expect(manifest.counts.facilities).toEqual({ charging: 1, school: 1, clinic: 1 });
    expect(manifest.facility_origins).toMatchObject({
      table: {},
      osm: { charging: 1, school: 1, clinic: 1 },
      with_entrances: 1,
    });
    expect(stdout).toMatch(/from OSM +all of them/);
    expect(stdout).toMatch(/not taken +of OSM: 1 charging /);
    expect(stdout).toMatch(/2 named estates/);
  });

  it('with a table takes none, but the entrances of its facilities', async () => {
    const { ids, region, manifest, stdout } = await built(true);
    expect(ids).toEqual(['f1', 'f2', 'f3']);
    expect(region.facilities.find(({ id }) => id === 'f1')!.entrances).toHaveLength(3);
    expect(manifest.facility_origins).toMatchObject({ osm: {}, with_entrances: 1 });
    expect(stdout).not.toContain('from OSM');
  });

  it('with a table and --osm-facilities takes those services, none of them twice', async () => {
    const { ids, manifest, stdout } = await built(true, { 'osm-facilities': 'school, clinic' });
    expect(ids).toEqual(['f1', 'f2', 'f3', 'osm-n100']);
    expect(manifest.facility_origins).toMatchObject({
      table: { school: 2, clinic: 1 },
      osm: { clinic: 1 },
      in_table: { school: 1 },
    });
    expect(stdout).toMatch(/from OSM +1 clinic/);
    expect(stdout).toMatch(/1 school already in the table/);
  });

  it('may take none at all: a region without facilities', async () => {
    const { folder, ids, manifest, stdout } = await built(false, { 'osm-facilities': 'none' });
    expect(ids).toEqual([]);
    expect(manifest.counts.facilities).toEqual({});
    expect(stdout).toMatch(/facilities +none/);
    const asked = ['--region', folder, '--service', 'school', '--format', 'json'];
    expect(JSON.parse(coverageCommand(asked)).bands[0].covered).toBe(0);
  });

  it.each(['schools', 'school,', ''])(
    'refuses --osm-facilities "%s" and lists what there is',
    async (keys) => {
      const options = buildOptions(scratch(), { 'osm-facilities': keys });
      const fault = await faultOf(() => build(options));
      expect(fault.code).toBe('usage');
      expect(fault.text.en).toContain('elder_care');
      expect(fault.text.zh).toContain('elder_care');
    },
  );

  it('does not call chargers of OSM a share of estates', async () => {
    const { folder } = await built(false);
    const asked = ['--region', folder, '--service', 'charging', '--format', 'json'];
    const { facilities, equipped } = JSON.parse(coverageCommand(asked));
    expect(facilities).toBe(1);
    expect(equipped).toEqual({ sites: 0, of: 0, share: 0 });
  });
});

describe('from an estate by name', () => {
  let folder = '';
  beforeAll(async () => {
    ({ folder } = await built(false));
  });
  const from = (at: string) => {
    const options = ['--region', folder, '--at', at, '--service', 'clinic', '--format', 'json'];
    return JSON.parse(nearestCommand(options)) as { id: string; metres: number }[];
  };

  it.each(['柳园小区', '柳园小', 'Willows', 'willows'])('%s: on foot from inside it', (name) => {
    const [clinic] = from(name);
    expect(clinic.id).toBe('osm-n100');
    // 0.5 u to the main street, 1 u along it, 0.5 u to the clinic: 2 × 43.8 + 111.2 m.
    expect(clinic.metres).toBeCloseTo(198.8, 0);
  });

  it('refuses a name of two, and says where they are', async () => {
    const fault = await faultOf(() => from('柳园'));
    expect(fault.code).toBe('estates');
    for (const text of [fault.text.zh, fault.text.en]) {
      expect(text).toContain('柳园小区 150.00050,38.01100');
      expect(text).toContain('柳园东区');
    }
  });

  it.each(['桃园', ' ', '150;38'])('refuses “%s”, which is none', async (name) => {
    const fault = await faultOf(() => from(name));
    expect(fault.code).toBe('usage');
    expect(fault.text.zh).toContain('小区');
  });
});

describe('the gate of a school', () => {
  it('is nearer than its middle', async () => {
    const { folder } = await built(false);
    const options = ['--at', '150,38.003', '--service', 'school', '--format', 'json'];
    const [school] = JSON.parse(nearestCommand(['--region', folder, ...options]));
    // 1.5 u to the southern entrance, not 2 u to the middle.
    expect(school.metres).toBeCloseTo(166.8, 0);
  });
});
