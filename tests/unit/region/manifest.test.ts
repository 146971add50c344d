import { describe, expect, it } from 'vitest';
import { parseManifest, type Manifest } from '../../../src/data/region/manifest.ts';
import { faultOf } from '../tables/fault-of.ts';

const manifest = (): Manifest => ({
  format: 'huimin-region',
  version: 1,
  id: 'sample',
  name: '样区',
  invented: true,
  built: '2025-01-01T00:00:00Z',
  data_date: null,
  licence: 'CC0',
  bbox: [104, 30, 105, 31],
  bundle: { file: 'bundle-0.bin', bytes: 9, sha256: '00' },
  sources: [{ role: 'osm', file: 'a.pbf', bytes: 1, sha256: '00' }],
  counts: {
    nodes: 1,
    edges: 1,
    street_km: 1,
    places: 1,
    people: 1,
    people_counted: 1,
    facilities: { clinic: 1 },
    areas: 0,
    missing_nodes: 0,
    rejected: {},
  },
  people_fields: ['total'],
  edge_warning: { needed_metres: 2000, sides: [{ side: 'west', metres: 12 }] },
  components: { count: 1, usable: 1, largest_share: 1 },
  off_network: { facilities: [], places: 0, people: 0 },
});

describe('a manifest', () => {
  it('is taken as it is written', () => {
    const json = JSON.parse(JSON.stringify(manifest()));
    expect(parseManifest(json, 'x/manifest.json')).toEqual(json);
    expect(parseManifest({ ...json, edge_warning: null, data_date: '2024' }, 'x').data_date).toBe(
      '2024',
    );
  });

  it.each<[path: string, value: unknown]>([
    ['', null],
    ['', []],
    ['', 'text'],
    ['format', 'other'],
    ['id', 7],
    ['bbox', [1, 2, 3]],
    ['bundle', undefined],
    ['bundle.bytes', '9'],
    ['sources.0.role', 'roads'],
    ['counts.facilities', { clinic: '1' }],
    ['edge_warning.sides.0.side', 'up'],
    ['off_network.facilities', [1]],
  ])('is refused with the place of the fault: %s', (path, value) => {
    let json: unknown = manifest();
    if (path) {
      const keys = path.split('.');
      const last = keys.pop()!;
      let parent = json as Record<string, unknown>;
      for (const key of keys) parent = parent[key] as Record<string, unknown>;
      parent[last] = value;
    } else json = value;
    const fault = faultOf(() => parseManifest(json, 'x/manifest.json'));
    expect(fault.code).toBe('manifest');
    expect(fault.text.en).toContain('x/manifest.json');
    expect(fault.text.zh).toContain(`“${path}`);
  });
});
