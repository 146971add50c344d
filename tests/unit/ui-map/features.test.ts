import { describe, expect, it } from 'vitest';
import type { Service } from '../../../src/data/services.ts';
import type { Area } from '../../../src/data/tables/area.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';
import type { RegionView } from '../../../src/engine/engine.ts';
import type { RankedGap } from '../../../src/engine/rank-gaps.ts';
import { bandFeatures, gapCentres, gapFeatures } from '../../../src/ui/map/answer-features.ts';
import { borderFeatures } from '../../../src/ui/map/region-features.ts';
import { regionFrame } from '../../../src/ui/map/region-frame.ts';
import { shapeOf, siteFeatures } from '../../../src/ui/map/site-features.ts';

const square = (id: string, w: number): Area => ({
  id,
  name: id,
  polygons: [
    [
      [
        [w, 0],
        [w + 1, 0],
        [w + 1, 1],
        [w, 1],
        [w, 0],
      ],
    ],
  ],
});

describe('borders', () => {
  it('are drawn once between neighbours', () => {
    const lines = borderFeatures([square('a', 0), square('b', 1)]).features.map(
      ({ geometry }) => geometry.coordinates,
    );
    const shared = lines.flatMap((line) =>
      line.slice(1).filter((end, i) => end[0] === 1 && line[i][0] === 1),
    );
    expect(shared).toHaveLength(1);
    expect(lines.reduce((sum, line) => sum + line.length - 1, 0)).toBe(7);
  });
});

describe('the frame of a region', () => {
  const manifest = { bbox: [-9, -9, 9, 9] } as unknown as RegionView['manifest'];

  it('is what is counted, not the guard band', () => {
    const view = { manifest, areas: [square('a', 0), square('b', 1)] } as RegionView;
    expect(regionFrame(view)).toEqual([0, 0, 2, 1]);
  });

  it('is the extract where no areas are known', () => {
    expect(regionFrame({ manifest, areas: [] as Area[] } as RegionView)).toEqual([-9, -9, 9, 9]);
  });
});

describe('facilities', () => {
  const service = { icon: 'bolt', colour: '#B07A00' } as Service;
  const site = (more: Partial<Facility>): Facility => ({
    id: 'x',
    name: '某站',
    service: 'charging',
    lon: 1,
    lat: 2,
    status: 'open',
    ...more,
  });

  it('are solid only where they count', () => {
    expect(shapeOf(site({}))).toBe('solid');
    expect(shapeOf(site({ equipped: true }))).toBe('solid');
    expect(shapeOf(site({ equipped: false }))).toBe('hollow');
    expect(shapeOf(site({ status: 'planned', equipped: false }))).toBe('dashed');
    expect(shapeOf(site({ status: 'building' }))).toBe('dashed');
    expect(shapeOf(site({ status: 'closed' }))).toBe('closed');
  });

  it('that count lie on top of those that do not', () => {
    const order = [site({ status: 'closed' }), site({ status: 'planned' }), site({})].map(
      (one) => siteFeatures([one], service, 'light').features[0].properties?.order,
    );
    expect(order).toEqual(order.toSorted());
  });

  it('survive an icon’s name with a separator in it', () => {
    const odd = { ...service, icon: 'a|b' };
    const [{ properties }] = siteFeatures([site({})], odd, 'dark').features;
    expect(properties?.image.split('|').slice(0, 3)).toEqual(['site', 'dot', 'solid']);
  });
});

describe('an answer', () => {
  it('keeps the widest band lowest', () => {
    const bands = [15, 10, 5].map((minutes) => ({ minutes, polygons: [] }));
    expect(bandFeatures(bands).features.map(({ properties }) => properties?.minutes)).toEqual([
      15, 10, 5,
    ]);
  });

  it('puts a gap’s number at its centre', () => {
    const gap = { rank: 3, centre: [1, 2], polygons: [] } as unknown as RankedGap;
    expect(gapCentres([gap]).features[0]).toMatchObject({
      geometry: { coordinates: [1, 2] },
      properties: { rank: 3 },
    });
    expect(gapFeatures([gap]).features[0].properties).toEqual({ rank: 3 });
  });
});
