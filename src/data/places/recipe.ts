import * as v from 'valibot';
import { METRES_PER_DEGREE, lonScale, type Bbox } from '../../core/geo.ts';
import { Fault } from '../fault.ts';

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400));
const bilingual = v.object({ zh: words, en: words });
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000));
const degrees = (limit: number) => v.pipe(v.number(), v.minValue(-limit), v.maxValue(limit));

const Census = v.pipe(
  v.object({
    year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100)),
    ...bilingual.entries,
    people: count,
    age_0_14: count,
    age_60_plus: count,
    age_65_plus: count,
    age_80_plus: count,
    households: count,
  }),
  v.check((c) => c.age_80_plus <= c.age_65_plus, 'age_80_plus ≤ age_65_plus'),
  v.check((c) => c.age_65_plus <= c.age_60_plus, 'age_65_plus ≤ age_60_plus'),
  v.check((c) => c.age_0_14 + c.age_60_plus <= c.people, 'age_0_14 + age_60_plus ≤ people'),
  v.check((c) => c.households <= c.people, 'households ≤ people'),
);

const Expected = v.object({
  /** A service's key; it need not be one that the app shows yet. */
  service: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/)),
  count,
  status: v.picklist(['open', 'building', 'planned']),
  /** Whether the figure is of this place, or of the whole city it belongs to. */
  scope: v.picklist(['place', 'city']),
  /** As the report has it: "2023", or "2023, undated". */
  year: words,
  /** Which published figure it is, by its number in our list of claims. */
  claim: v.pipe(v.string(), v.regex(/^C\d{3}$/)),
  ...bilingual.entries,
});

const Recipe = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)),
  /** Code of the administrative division, six digits (GB/T 2260). */
  adcode: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  name: words,
  name_en: words,
  within: bilingual,
  /** [west, south, east, north], degrees, WGS 84: approximate and generous, as `bbox_note` says. */
  bbox: v.pipe(
    v.tuple([degrees(180), degrees(90), degrees(180), degrees(90)]),
    v.check(
      ([west, south, east, north]) => west < east && south < north,
      'west < east, south < north',
    ),
    v.check(([w, s, e, n]) => e - w <= 3 && n - s <= 3, 'at most 3° × 3°'),
  ),
  bbox_note: bilingual,
  /** How the OSM relation that bounds the place is told from others. */
  boundary: v.object({
    names: v.pipe(v.array(words), v.minLength(1)),
    admin_levels: v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(4), v.maxValue(10))),
      v.minLength(1),
    ),
  }),
  census: v.nullable(Census),
  expected: v.array(Expected),
  /** The public OSM extract that holds the place: `file` under `host`. */
  extract: v.object({
    host: v.pipe(v.string(), v.regex(/^https?:\/\/[^?#]+\/$/)),
    file: v.pipe(v.string(), v.regex(/^[\w-]+(\/[\w-]+)*\.osm\.pbf$/)),
  }),
  /** Overpass QL; {{bbox}} stands for south,west,north,east. */
  overpass: v.pipe(v.string(), v.includes('{{bbox}}'), v.includes('[out:xml]')),
});

/** How a real place is fetched, and what is publicly known of it; see data/README.md. */
export type Recipe = v.InferOutput<typeof Recipe>;

/** Checks a parsed recipe. Throws Fault `recipe` that names the key. */
export function parseRecipe(json: unknown, where: string): Recipe {
  const result = v.safeParse(Recipe, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const key = v.getDotPath(issue) ?? '(root)';
  const got = String(issue.received).slice(0, 80);
  const expected = issue.expected ?? issue.message;
  throw new Fault('recipe', {
    zh: `${where} 不是地方配方：“${key}”处应为 ${expected}，实为 ${got}。写法见 data/README.md“地方”。`,
    en: `${where} is no recipe of a place: at "${key}" expected ${expected}, got ${got}. See data/README.md, "Places".`,
  });
}

/** A box with `metres` more on every side, within the globe. */
export function widened([west, south, east, north]: Bbox, metres: number): Bbox {
  const lat = metres / METRES_PER_DEGREE;
  // A degree of longitude is shortest on the side nearest to the pole.
  const lon = lat / lonScale(Math.min(89, Math.max(Math.abs(south), Math.abs(north)) + lat));
  return [
    Math.max(-180, west - lon),
    Math.max(-90, south - lat),
    Math.min(180, east + lon),
    Math.min(90, north + lat),
  ];
}

/** The Overpass query of a recipe for a box. Source: Overpass QL, (south,west,north,east). */
export function overpassQuery(recipe: Recipe, [west, south, east, north]: Bbox): string {
  const box = [south, west, north, east].map((degree) => degree.toFixed(6)).join(',');
  return recipe.overpass.replaceAll('{{bbox}}', box);
}
