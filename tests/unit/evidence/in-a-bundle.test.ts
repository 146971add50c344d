import { describe, expect, it } from 'vitest';
import { buildRegion } from '../../../src/data/region/build-region.ts';
import { encodeRegion } from '../../../src/data/region/encode-region.ts';
import { decodeRegion } from '../../../src/data/region/region.ts';
import { facility, inputs } from '../region/region-samples.ts';

// The sample: one street of 3.3 km along 30° N, its places beside it at 0.0005, 0.0105 and 0.0205°.
const estate = { id: 'osm-w1', name: '柳园小区', lon: 104.01, lat: 30.001 };

describe('a region keeps', () => {
  it('the evidence of each place and of all of them', () => {
    const { region, findings } = buildRegion(inputs());
    // A lone street. 8 people see about 300 m of it, at its end; 12.5, who live 22.2 m beside it,
    // 2 × √(250² − 22.2²) = 498 m; and 20 a little more. The median of 40.5 people is in the second.
    expect([...decodeRegion(encodeRegion(region)).places.evidence!]).toEqual([1, 1, 1]);
    expect(findings.evidence).toEqual({
      grade: 'sparse',
      street_metres: 498,
      far_share: 0,
      places: [3, 0, 0],
    });
  });

  it('its estates, and counts them', () => {
    const { region, findings } = buildRegion({ ...inputs(), estates: [estate] });
    expect(decodeRegion(encodeRegion(region)).estates).toEqual([estate]);
    expect(findings.counts.estates).toBe(1);
    expect(decodeRegion(encodeRegion(buildRegion(inputs()).region)).estates).toEqual([]);
  });

  it('the entrances of a facility, which is off the streets only with all of them', () => {
    const far = facility('B', 104.005, 30.1);
    const near: [number, number] = [104.01, 30.0005];
    const away: [number, number] = [104.01, 30.1];
    const off = (entrances?: [number, number][]) =>
      buildRegion({ ...inputs(), facilities: [facility('A', 104.005, 30), { ...far, entrances }] })
        .findings.off_network.facilities;
    expect(off()).toEqual(['B']);
    expect(off([away, near])).toEqual([]);
    expect(off([away])).toEqual(['B']);
    const kept = { ...far, entrances: [near] };
    const { region } = buildRegion({ ...inputs(), facilities: [kept] });
    expect(decodeRegion(encodeRegion(region)).facilities).toEqual([kept]);
  });

  it('nothing of OSM’s for elsewhere: what is off the streets there is only off', () => {
    const lonely = { ...facility('B', 104.005, 30.1), accuracy: 'osm' };
    const { findings } = buildRegion({ ...inputs(), facilities: [lonely] });
    expect(findings.off_network.facilities).toEqual(['B']);
    expect(() => buildRegion({ ...inputs(), facilities: [facility('B', 104, 30.1)] })).toThrow();
  });
});
