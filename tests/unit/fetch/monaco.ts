import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Recipe } from '../../../src/data/places/recipe.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const MONACO_PBF = resolve(
  root,
  process.env.HUIMIN_REAL_DATA ?? '../shared/data',
  'monaco/monaco_2016.osm.pbf',
);
export const absent = !existsSync(MONACO_PBF);
if (absent)
  console.warn(`${MONACO_PBF} is absent (HUIMIN_REAL_DATA): tests of fetching it are skipped`);

export const monacoBytes = () => new Uint8Array(readFileSync(MONACO_PBF));

/** Monaco as if it were one of ours; figures of its census of 2016, ages rounded. */
export function monacoRecipe(changes: Partial<Recipe> = {}): Recipe {
  return {
    id: 'monaco-test',
    adcode: '000000',
    name: '摩纳哥',
    name_en: 'Monaco',
    within: { zh: '地中海边', en: 'by the Mediterranean' },
    bbox: [7.405, 43.72, 7.442, 43.755],
    bbox_note: { zh: '测试用的方框', en: 'a box for tests' },
    boundary: { names: ['摩纳哥'], admin_levels: [8] },
    census: {
      year: 2016,
      zh: '测试',
      en: 'test',
      people: 37308,
      age_0_14: 4600,
      age_60_plus: 12300,
      age_65_plus: 9700,
      age_80_plus: 2900,
      households: 17000,
    },
    expected: [
      {
        service: 'school',
        count: 16,
        status: 'open',
        scope: 'place',
        year: '2016',
        claim: 'C000',
        zh: '16 所学校',
        en: '16 schools',
      },
    ],
    extract: { host: 'http://127.0.0.1:1/', file: 'europe/monaco-latest.osm.pbf' },
    overpass: '[out:xml];(node({{bbox}});way({{bbox}}););(._;>;);out body;',
    ...changes,
  };
}
