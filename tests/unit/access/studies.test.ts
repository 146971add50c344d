import { describe, expect, it } from 'vitest';
import { capacityStudy, decayOf } from '../../../src/engine/access/capacity-study.ts';
import { ageGroups } from '../../../src/engine/access/age-groups.ts';
import { leftOut } from '../../../src/engine/access/left-out.ts';
import { everybody } from '../../../src/core/coverage.ts';
import { timesTo } from '../../../src/engine/assess.ts';
import { horizonSeconds } from '../../../src/engine/query.ts';
import type { PeopleField } from '../../../src/data/tables/people-field.ts';
import { law, query, wildAsked, type Asked } from '../engine/region-of.ts';

const peopleField: PeopleField = { columns: ['total'], label: 'total', fallback: false };
const RULES = (['gaussian', 'steps', 'binary'] as const).map((kind) => ({ kind }));

/** Capacities for the sites: known ones, none at all, and one that nobody knows. */
const withCapacity = (sites: Asked['sites']) =>
  sites.map((site, k) => ({ ...site, capacity: k % 3 === 2 ? undefined : 40 * (k % 3) + 15 }));

describe('age groups', () => {
  const column = (...people: number[]) => Float64Array.from(people);

  it('take each person once, the finest bands there are, and whoever is in none', () => {
    const { groups, left } = ageGroups({
      total: column(100, 50),
      age_60_plus: column(30, 10),
      age_80_plus: column(5, 1),
      age_0_14: column(20, 5),
      age_6_14: column(12, 3),
      age_0_5: column(8, 2),
    });
    expect(groups.map(({ field }) => field)).toEqual(['age_0_5', 'age_6_14', 'age_60_plus', null]);
    expect([...groups[3].people]).toEqual([50, 35]);
    expect(left).toEqual(['age_0_14', 'age_80_plus']);
  });

  it('are none where the region has none, and have no rest where they are everybody', () => {
    expect(ageGroups({ total: column(3) }).groups).toEqual([]);
    const whole = { total: column(3), age_0_59: column(1), age_60_plus: column(2) };
    expect(ageGroups(whole).groups.map(({ field }) => field)).toEqual(['age_0_59', 'age_60_plus']);
  });
});

describe('who is left out', () => {
  it('adds up by age, and its minutes are those of everybody who counts', () => {
    let [capped, equal] = [0, 0];
    law(
      ({ prepared, sites, query }) => {
        const { fields } = prepared.region.places;
        fields.age_60_plus = fields.total.map((people, i) => Math.floor((people * (i % 4)) / 4));
        const found = leftOut(prepared, { query, sites, peopleField });
        const sum = (of: 'people' | 'uncovered') =>
          found.groups.reduce((all, group) => all + group[of], 0);
        expect(sum('people')).toBeCloseTo(found.people, 9);
        expect(sum('uncovered')).toBeCloseTo(found.uncovered, 9);
        const any = found.people > 0 && sites.length > 0;
        expect(found.minutes === null).toBe(!any);
        if (!any) return;
        const minutes = found.minutes!;
        const { seconds } = timesTo(prepared, sites, query, minutes.cap * 60).times;
        const { counted } = prepared.region.places;
        const own = fields.total.map(
          (people, i) => people * Math.min(seconds[i] / 60, minutes.cap),
        );
        const mean = everybody({ people: own, counted }) / found.people;
        expect(minutes.mean).toBeCloseTo(mean, 9);
        expect(minutes.bestTenth).toBeLessThanOrEqual(minutes.worstFourTenths + 1e-9);
        expect(minutes.lorenz).toHaveLength(101);
        // What the curve and the line of equality enclose is half the coefficient.
        const under = minutes.lorenz.reduce((all, y, k) => all + (k % 100 ? y : y / 2), 0) / 100;
        expect(1 - 2 * under).toBeCloseTo(minutes.gini, 1);
        if (minutes.capped) capped++;
        if (minutes.gini < 1e-9) equal++;
      },
      60,
      wildAsked,
    );
    expect(capped).toBeGreaterThan(5);
    expect(equal).toBeLessThan(30);
  });
});

describe('a capacity study', () => {
  it('counts everybody once, fills no site beyond its places, and shares out no more than there is', () => {
    const seen = { noPlace: 0, unknown: 0, outOfReach: 0, served: 0 };
    law(
      ({ prepared, sites: bare, query }) => {
        const sites = withCapacity(bare);
        const all = everybody({
          people: prepared.region.places.fields.total,
          counted: prepared.region.places.counted,
        });
        for (const rule of RULES) {
          const study = capacityStudy(prepared, { query, sites, peopleField }, rule);
          const { people } = study;
          const sum = people.served + people.noPlace + people.unknown + people.outOfReach;
          expect(people.all).toBeCloseTo(all, 9);
          expect(sum).toBeCloseTo(all, 6);
          const loads = study.sites.reduce((total, { load }) => total + load, 0);
          expect(loads).toBeCloseTo(people.served + study.outside, 6);
          for (const { capacity, load, ratio } of study.sites) {
            expect(load).toBeLessThanOrEqual((capacity ?? 0) + 1e-6);
            if (capacity === null) expect([load, ratio]).toEqual([0, null]);
          }
          const byArea = [...study.areas, study.noArea];
          expect(byArea.reduce((total, area) => total + area.people, 0)).toBeCloseTo(all, 9);
          const { total } = prepared.region.places.fields;
          const given = study.access.reduce((g, access, i) => g + access * total[i], 0);
          const reached = study.sites.filter(({ reach }) => reach > 0);
          expect(given).toBeCloseTo(
            reached.reduce((supply, { capacity }) => supply + (capacity ?? 0), 0),
            6,
          );
          for (const key of ['noPlace', 'unknown', 'outOfReach', 'served'] as const) {
            if (people[key] > 0.5) seen[key]++;
          }
        }
      },
      40,
      wildAsked,
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(5);
  });

  it('says the rule as it was used', () => {
    const asked = query({ minutes: [5, 15] });
    expect(decayOf(asked, { kind: 'steps' })).toEqual({
      kind: 'steps',
      steps: [
        { upTo: 5, weight: 1 },
        { upTo: 10, weight: 0.68 },
        { upTo: 15, weight: 0.22 },
      ],
      limit: horizonSeconds(asked) / 60,
    });
    expect(decayOf(asked, { kind: 'gaussian', sigmaMinutes: 4 })).toMatchObject({ sigma: 4 });
  });
});
