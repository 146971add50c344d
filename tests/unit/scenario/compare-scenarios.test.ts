import type { FeatureCollection, Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import { limitSeconds } from '../../../src/engine/assess.ts';
import { compareScenarios, type Compared } from '../../../src/engine/scenario/compare-scenarios.ts';
import type { Edit } from '../../../src/engine/scenario/scenario.ts';
import {
  answered,
  drawn,
  figures,
  law,
  resolved,
  siteAt,
  within,
  type Wanted,
} from './scenario-of.ts';

type Asked = Pick<Wanted, 'prepared' | 'question'>;

function compared({ prepared, question }: Asked, before: Edit[], after: Edit[]): Compared {
  const [one, two] = [before, after].map((edits) =>
    resolved({ prepared, question: { ...question, edits } }),
  );
  return compareScenarios(prepared, one, two);
}

const features = ({ geoJson }: Compared) =>
  (JSON.parse(geoJson) as FeatureCollection<Point>).features;

describe('two scenarios set against each other', () => {
  it('tells who gains and who loses, where, and how far it was and is', () => {
    // 100 m a cell, 5 minutes are 360 m. A goes from the west end to the east end.
    const asked = drawn('A-3-4----2--+', { minutes: [5] });
    const found = compared(asked, [], [{ kind: 'move', id: 'A', lon: 0.0108, lat: 0 }]);
    expect(found.comparison).toMatchObject({
      people: 9,
      before: 3,
      after: 2,
      gained: 2,
      lost: 3,
      minutes: 5,
      places: 2,
      peopleField: { columns: ['total'] },
    });
    expect(found.comparison.sides.before.bands).toEqual([{ minutes: 5, covered: 3, share: 3 / 9 }]);
    expect(found.comparison.sides.after.gapCount).toBe(1);
    const [three, two] = features(found);
    expect(three.properties).toMatchObject({ change: 'lost', people: 3 });
    expect(three.properties!.before).toBeCloseTo(200 / 72, 1);
    expect(three.properties!.after).toBeCloseTo(1000 / 72, 1);
    expect(two.properties).toMatchObject({ change: 'gained', people: 2 });
    expect(two.properties!.before).toBeCloseTo(900 / 72, 1);
    expect(two.properties!.after).toBeCloseTo(300 / 72, 1);
    expect(two.geometry.coordinates[0]).toBeCloseTo(0.0081, 4);
  });

  it('gives no minutes where nobody can be reached any more', () => {
    const asked = drawn('A-3-4----2--+', { minutes: [5] });
    const closing: Edit = { kind: 'status', id: 'A', status: 'closed' };
    const found = compared(asked, [], [closing]);
    expect(features(found).map(({ properties }) => properties!.after)).toEqual([null]);
    expect(found.comparison).toMatchObject({ before: 3, after: 0, gained: 0, lost: 3 });
  });

  it('names the edits that the region has nothing for, on the side they are on', () => {
    const gone: Edit = { kind: 'move', id: 'nobody', lon: 0, lat: 0 };
    const { before, after } = compared(drawn('A-3--+'), [], [gone]).comparison.sides;
    expect([before.ignored, after.ignored]).toEqual([[], [gone]]);
  });

  it('adds up: after − before = gained − lost, by area and by place, and is each side’s own answer', () => {
    let [gains, losses, zoned] = [0, 0, 0];
    law((wanted) => {
      const { edits, prepared, question } = wanted;
      const cut = edits.length >> 1;
      const [one, two] = [edits.slice(0, cut), edits.slice(cut)];
      const found = compared(wanted, one, two);
      const { comparison } = found;
      const [before, after] = [one, two].map((each) => answered(wanted, each));
      expect([comparison.before, comparison.after]).toEqual([within(before), within(after)]);
      [comparison.sides.before, comparison.sides.after].forEach((side, k) => {
        expect(side).toMatchObject(figures(wanted, k ? after : before).said);
      });
      const parts = [...comparison.areas, comparison.outside];
      for (const row of [comparison, ...parts]) {
        expect(row.after - row.before).toBe(row.gained - row.lost);
      }
      for (const key of ['people', 'before', 'after', 'gained', 'lost'] as const) {
        expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(comparison[key]);
      }
      comparison.areas.forEach((area, k) => {
        const [was, is] = [comparison.sides.before, comparison.sides.after].map(
          (side) => side.areas[k].within,
        );
        expect([area.before, area.after]).toEqual([was, is]);
      });
      // Place by place, against the two answers.
      const limit = limitSeconds(prepared, before.query);
      const expected: object[] = [];
      const { counted } = before.who;
      before.times.seconds.forEach((was, i) => {
        const most = typeof limit === 'number' ? limit : limit[i];
        const is = after.times.seconds[i];
        const people = before.who.people[i];
        if (!counted[i] || !people || was <= most === is <= most) return;
        expected.push({ change: is <= most ? 'gained' : 'lost', people });
      });
      expect(
        features(found).map(({ properties }) => ({
          change: properties!.change as string,
          people: properties!.people as number,
        })),
      ).toEqual(expected);
      expect(comparison.places).toBe(expected.length);
      gains += comparison.gained;
      losses += comparison.lost;
      if (question.zoneMinutes) zoned++;
      expect(comparison.minutes === null).toBe(!!question.zoneMinutes);
    });
    expect(Math.min(gains, losses, zoned)).toBeGreaterThan(0);
  });

  it('finds nothing between a scenario and itself, and turned round what is gained is lost', () => {
    law((wanted) => {
      const { edits } = wanted;
      const same = compared(wanted, edits, edits).comparison;
      expect([same.gained, same.lost, same.places]).toEqual([0, 0, 0]);
      const [there, back] = [compared(wanted, [], edits), compared(wanted, edits, [])];
      expect([back.comparison.gained, back.comparison.lost]).toEqual([
        there.comparison.lost,
        there.comparison.gained,
      ]);
      expect(back.comparison.sides.after).toEqual(there.comparison.sides.before);
    }, 60);
  });

  it('is what the second side has more, when only sites were added', () => {
    law((wanted) => {
      const { spots } = wanted;
      const adding = spots.slice(0, 3).map((spot, k): Edit => ({
        kind: 'add',
        facility: siteAt(spot, `pin${k}`),
      }));
      expect(compared(wanted, [], adding).comparison.lost).toBe(0);
    }, 60);
  });
});
