import { expect, it } from 'vitest';
import { assess } from '../../../src/engine/assess.ts';
import {
  editsOf,
  layImported,
  type ImportedLayer,
} from '../../../src/engine/import/lay-imported.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { applyEdits } from '../../../src/engine/scenario/scenario.ts';
import { sitesOf } from '../../../src/engine/sites.ts';

import { facilitiesAt, query, regionOf } from '../engine/region-of.ts';
import { town } from '../core/town.ts';

const layerOf = (mode: ImportedLayer['mode'], at: [number, number][]): ImportedLayer => ({
  id: 'layer-1',
  name: '名单',
  mode,
  facilities: facilitiesAt({
    lon: Float64Array.from(at, ([lon]) => lon),
    lat: Float64Array.from(at, ([, lat]) => lat),
  } as never),
});

it('without layers a region is the very same; ids that are taken get the layer’s before them', () => {
  const own = facilitiesAt({ lon: [1, 2], lat: [1, 2] } as never);
  expect(layImported(own, [])).toBe(own);
  const ids = (mode: ImportedLayer['mode']) =>
    layImported(own, [layerOf(mode, [[3, 3]])]).map(({ id }) => id);
  expect(ids('beside')).toEqual(['A', 'B', 'layer-1:A']);
  expect(ids('instead')).toEqual(['layer-1:A']);
});

it('as edits a layer gives the same sites, also where it takes the place of what was there', () => {
  const own = facilitiesAt({ lon: [1, 2], lat: [1, 2] } as never);
  for (const mode of ['beside', 'instead'] as const) {
    const layers = [
      layerOf(mode, [[3, 3]]),
      layerOf(mode, [
        [4, 4],
        [5, 5],
      ]),
    ];
    const places = (facilities: typeof own) =>
      sitesOf(facilities, 'clinic')
        .map(({ lon }) => lon)
        .sort();
    expect(places(applyEdits(own, editsOf(own, layers)))).toEqual(places(layImported(own, layers)));
  }
});

it('laid over, a site covers as if it had been built in', () => {
  const drawn = town(`
    1--1--1--1--1--1--1--1--A
  `);
  const region = regionOf(drawn);
  const own = region.facilities;
  const plain = new Prepared({ ...region, facilities: [] });
  const laid = plain.withFacilities(
    layImported([], [{ ...layerOf('beside', []), facilities: own }]),
  );
  const covered = (prepared: Prepared) =>
    assess(prepared, sitesOf(prepared.region.facilities, 'clinic'), query()).bands.map(
      (band) => band.covered,
    );
  expect(covered(laid)).toEqual(covered(new Prepared(region)));
  expect(covered(plain)).toEqual([0, 0]);
});
