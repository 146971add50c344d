import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../src/core/profile.ts';
import { UNEVEN } from '../../../src/core/travel.ts';
import { FOLLOWED, nearestList } from '../../../src/engine/nearby/nearest-list.ts';
import { plainStreets } from '../../../src/engine/streets.ts';
import { walkTo } from '../../../src/engine/walk/walk.ts';
import { town } from '../core/town.ts';
import { regionOf } from '../engine/region-of.ts';

/** Region of a drawn town, and where its first digit stands. */
function drawn(picture: string, metres = 100) {
  const region = regionOf(town(picture, metres));
  const at: [number, number] = [region.places.lon[0], region.places.lat[0]];
  return { region, at, streets: plainStreets(region) };
}

describe('what the ways of a list ask of one', () => {
  it('says which way has steps, and which is nearest all the same', () => {
    // A: 500 m, up a stair. B: 600 m on the street.
    const { region, at, streets } = drawn(`
+B-----1-+==A==+
|
+----------+`);
    const list = nearestList(streets, region.facilities, at, 'general', 9)!;
    expect(list.map(({ facility, way }) => [facility.id, way!.steps])).toEqual([
      ['A', true],
      ['B', false],
    ]);
    expect(list.map(({ metres }) => Math.round(metres))).toEqual([500, 600]);
    expect(list.map(({ seconds }) => Math.round(seconds))).toEqual([417, 500]);
    // Nobody in a wheelchair is told of A by the stair.
    const rolled = nearestList(streets, region.facilities, at, 'wheelchair', 9)!;
    expect(rolled.every(({ way }) => !way!.steps)).toBe(true);
  });

  it('counts the seconds that slopes add: uphill, on the ground there is, gains not set against it', () => {
    // 600 m from 1 to A, along the edge that leads from west to east.
    const { region, at, streets } = drawn(`
+1-----A---+`);
    const m = region.graph.edgeFlags.length;
    region.graph.slopes = {
      forth: new Float32Array(m).fill(1.5),
      back: new Float32Array(m).fill(0.9),
      steepest: new Uint8Array(m).fill(5),
    };
    region.graph.edgeSurface = new Uint8Array(m).fill(UNEVEN);
    const added = (pace: 'general' | 'slow' | 'wheelchair') => {
      const [{ way, seconds, facility }] = nearestList(streets, region.facilities, at, pace, 1)!;
      const { travel, speed } = profileOf(pace)!;
      const onFoot = travel === 'wheelchair' ? 'wheelchair' : 'foot';
      const walk = walkTo(streets, at, facility, onFoot, speed)!;
      expect([walk.seconds, walk.uphillSeconds]).toEqual([seconds, way!.uphillSeconds]);
      return [seconds, way!.uphillSeconds].map(Math.round);
    };
    // On the flat 600 / 1.2 = 500 s; half as long again is 250 s more.
    expect(added('general')).toEqual([750, 250]);
    expect(added('slow')).toEqual([1286, 429]);
    // Uneven ground takes a wheelchair 1.25 times as long: 600 × 1.25 / 0.65 = 1154 s, and half of that.
    expect(added('wheelchair')).toEqual([1731, 577]);
    // The other way is downhill: quicker than on the flat, and nothing is added.
    const here: [number, number] = [region.facilities[0].lon, region.facilities[0].lat];
    const home = { ...region.facilities[0], lon: at[0], lat: at[1] };
    const [down] = nearestList(streets, [home], here, 'general', 1)!;
    expect([Math.round(down.seconds), down.way!.uphillSeconds]).toEqual([450, 0]);
  });

  it('follows the ways of the first dozen, and lists no more than asked', () => {
    const { region, at, streets } = drawn(`
1-A-B-C-D-E-F-G-H-I-J-K-L-M-N-O-P-Q-`);
    const list = nearestList(streets, region.facilities, at, 'older', 15)!;
    expect(list.map(({ facility }) => facility.id).join('')).toBe('ABCDEFGHIJKLMNO');
    expect(list.map(({ way }) => way !== null)).toEqual(list.map((_, k) => k < FOLLOWED));
  });

  it('is null where no street is near', () => {
    const { region, streets } = drawn(`
1----A------`);
    expect(nearestList(streets, region.facilities, [0, 0.02], 'general', 9)).toBeNull();
  });
});
