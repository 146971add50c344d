import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, limitSeconds } from '../../../src/engine/assess.ts';
import { curveOf } from '../../../src/engine/curve.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { resolve } from '../../../src/engine/question.ts';
import { serviceCurves } from '../../../src/engine/service-curves.ts';
import { together } from '../../../src/engine/together.ts';
import { town } from '../core/town.ts';
import { regionOf } from '../engine/region-of.ts';
import { question, SERVICES, studied } from './services-of.ts';

const KEYS = ['clinic', 'school', 'ambulance_base'];

/** A clinic A in the west, a school B in the east; the nine in the south are far from any street. */
const STREET = `
+A-1--2--3--4-B+




      9`;

describe('several services at once', () => {
  const region = regionOf(town(STREET, 100));
  region.facilities[1].service = 'school';
  const prepared = new Prepared(region);
  const ask = (lacking: string[] | null) =>
    together(prepared, SERVICES, {
      // 12 minutes at 1.2 m/s are 864 m, eight cells.
      question: question({ minutes: [12] }),
      services: ['clinic', 'school'],
      people: ['total'],
      lacking,
    });

  it('on a street with one of each: who has both, one, none, and who lacks which', () => {
    const found = ask(null);
    expect(found).toMatchObject({ people: 19, all: 5, any: 10, none: 9 });
    expect(found.services).toEqual([
      { key: 'clinic', sites: 1, covered: 6 },
      { key: 'school', sites: 1, covered: 9 },
    ]);
    expect(found.groups).toEqual([
      { lacks: ['clinic', 'school'], people: 9, places: 1 },
      { lacks: [], people: 5, places: 2 },
      { lacks: ['clinic'], people: 4, places: 1 },
      { lacks: ['school'], people: 1, places: 1 },
    ]);
    expect(found.places.map(({ people, lacks }) => [people, lacks.join()])).toEqual([
      [9, 'clinic,school'],
      [4, 'clinic'],
      [1, 'school'],
    ]);
  });

  it('shows the places of one combination alone when asked', () => {
    const found = ask(['school']);
    expect(found.placeCount).toBe(1);
    const { features } = JSON.parse(found.geojson);
    expect(features).toHaveLength(1);
    expect(features[0].properties).toEqual({ people: 1, lacks: 1, which: 'school' });
    expect(ask(['clinic', 'school']).places[0].people).toBe(9);
    // Whatever is shown, the figures are the same.
    expect(found.groups).toEqual(ask(null).groups);
  });

  it('agrees with set arithmetic over the answers of each service alone', () => {
    let lacking = 0;
    fc.assert(
      fc.property(studied, ({ region, prepared, question }) => {
        const found = together(prepared, SERVICES, {
          question,
          services: KEYS,
          people: ['total'],
          lacking: null,
        });
        const { fields, counted } = region.places;
        const without = KEYS.map((service) => {
          const { sites, query } = resolve(prepared, SERVICES, { ...question, service });
          const { seconds } = assess(prepared, sites, query).times;
          const limit = limitSeconds(prepared, query);
          const late = (s: number, i: number) => s > (typeof limit === 'number' ? limit : limit[i]);
          return new Set([...seconds.keys()].filter((i) => late(seconds[i], i)));
        });
        const who = [...counted.keys()].filter((i) => counted[i]);
        const sum = (of: number[]) => of.reduce((people, i) => people + fields.total[i], 0);
        const lacks = (i: number) => KEYS.filter((_, k) => without[k].has(i));
        expect(found.people).toBe(sum(who));
        expect(found.all).toBe(sum(who.filter((i) => without.every((set) => !set.has(i)))));
        expect(found.none).toBe(sum(who.filter((i) => without.every((set) => set.has(i)))));
        expect(found.any).toBe(found.people - found.none);
        found.services.forEach(({ covered }, k) =>
          expect(covered).toBe(sum(who.filter((i) => !without[k].has(i)))),
        );
        for (const group of found.groups) {
          const own = who.filter(
            (i) => fields.total[i] > 0 && lacks(i).join() === group.lacks.join(),
          );
          expect([group.people, group.places]).toEqual([sum(own), own.length]);
        }
        expect(found.groups.reduce((all, group) => all + group.people, 0)).toBe(found.people);
        const shown = JSON.parse(found.geojson).features.length;
        expect(shown).toBe(found.placeCount);
        const lackers = found.groups.filter((group) => group.lacks.length);
        expect(shown).toBe(lackers.reduce((all, group) => all + group.places, 0));
        lacking += shown;
      }),
      { numRuns: 60 },
    );
    expect(lacking).toBeGreaterThan(60);
  });
});

describe('curves by service', () => {
  it('are each service’s own answer, minute by minute', () => {
    fc.assert(
      fc.property(studied, ({ prepared, question }) => {
        const curves = serviceCurves(prepared, SERVICES, question, KEYS);
        expect(curves.map(({ service }) => service)).toEqual(KEYS);
        for (const { service, people, reached, sites: count } of curves) {
          const { sites, query } = resolve(prepared, SERVICES, { ...question, service });
          const answer = assess(prepared, sites, query);
          expect([people, count]).toEqual([answer.people, sites.length]);
          expect(reached).toEqual([...curveOf(prepared, answer).people].slice(0, 31));
        }
      }),
      { numRuns: 30 },
    );
  });
});
