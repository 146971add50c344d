import { describe, expect, it } from 'vitest';
import { layerOf } from '../../../src/engine/handin/layers.ts';
import type { LayerName } from '../../../src/engine/handin/layer-names.ts';
import { asked, law } from '../engine/region-of.ts';
import { Dossier } from '../../../src/engine/handin/dossier.ts';
import { drawn, dossierOf } from './dossier-of.ts';

/** A column of numbers by its key. */
function column(dossier: Dossier, layer: LayerName, key: string): number[] {
  const { columns, rows } = layerOf(dossier, layer);
  const at = columns.findIndex((each) => each.key === key);
  return rows.map((row) => row[at] as number);
}
const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);

describe('layers of a drawn town', () => {
  // From A it is 180 m to 1, 300 m to 2, 600 m to 3, 1,200 m to 9, 300 m to 4; 1.2 m/s.
  it('places: minutes and the nearest of each', () => {
    const people = column(dossierOf(), 'places', 'people');
    const minutes = column(dossierOf(), 'places', 'minutes');
    const of = (who: number) => minutes[people.indexOf(who)];
    expect(
      [of(100), of(400), of(200), of(300), of(900)].map((m) => Math.round(m * 10) / 10),
    ).toEqual([2.5, 4.2, 4.2, 8.3, 16.7]);
  });

  it('areas: the figures of 甲街道 and of those in none add up to everybody', () => {
    const { columns, rows, geometries } = layerOf(dossierOf(), 'areas');
    const row = (r: number) => Object.fromEntries(columns.map(({ key }, c) => [key, rows[r][c]]));
    expect(row(0)).toMatchObject({
      id: 'a',
      zone: 'urban',
      people: 700,
      covered_5: 700,
      covered: 700,
      share: 1,
    });
    // 3 and 9; 3 within 10 minutes.
    expect(row(1)).toMatchObject({
      id: null,
      people: 1200,
      covered_5: 0,
      covered: 300,
      share: 0.25,
    });
    expect(geometries.map((geometry) => geometry?.type)).toEqual(['MultiPolygon', undefined]);
  });

  it('gaps and bands', () => {
    const dossier = dossierOf();
    expect(column(dossier, 'gaps', 'people')).toEqual([900]);
    expect(layerOf(dossier, 'gaps').rows[0].slice(5, 7)).toEqual(['A', '0']);
    expect(column(dossier, 'bands', 'covered')).toEqual([1000, 700]);
  });

  it('a scenario closes A and opens one at 9', () => {
    const { subject, prepared } = drawn();
    const nine = { ...subject.facilities[0], id: 'new', name: '新', lon: 150.0157, lat: 38 };
    const changed = dossierOf({
      parts: {
        scenario: {
          name: '乙案',
          edits: [
            { kind: 'add', facility: nine },
            { kind: 'status', id: 'A', status: 'closed' },
          ],
        },
      },
    });
    // 9 is there, and 3 has 600 m to go.
    expect(changed.covered).toBe(1200);
    expect(layerOf(changed, 'facilities').rows.map(([id]) => id)).toEqual(['A', 'new']);
    // Nothing of it has gone into the region.
    expect(prepared.region.facilities).toHaveLength(1);
  });
});

describe('laws of layers', () => {
  it('on any town, places and areas add up to everybody, gaps to those not covered', () => {
    law(
      (each) => {
        const { subject } = drawn();
        const dossier = new Dossier(each.prepared, {
          ...subject,
          sites: each.sites,
          query: each.query,
        });
        const { people } = dossier.answer;
        expect(sum(column(dossier, 'places', 'people'))).toBeCloseTo(people, 6);
        expect(sum(column(dossier, 'areas', 'people'))).toBeCloseTo(people, 6);
        expect(sum(column(dossier, 'areas', 'covered'))).toBeCloseTo(dossier.covered, 6);
        expect(sum(column(dossier, 'gaps', 'people'))).toBeCloseTo(people - dossier.covered, 6);
      },
      40,
      asked,
    );
  });
});
