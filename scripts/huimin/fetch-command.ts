import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseRecipe, type Recipe } from '../../src/data/places/recipe.ts';
import { fetchPlace, type PlaceFiles } from '../fetch/fetch-place.ts';
import { PATIENCE, type Patience } from '../fetch/patience.ts';
import { cliFaults } from './cli-faults.ts';
import { numberOption, readOptions, type Options } from './options.ts';
import { inOwnLanguage } from './own-language.ts';
import { readBytes } from './load-region.ts';
import { regionCommand } from './region-command.ts';

const COMMAND = 'region fetch';
const PLACES = fileURLToPath(new URL('../../data/places/', import.meta.url));
const OWN = ['recipe', 'from', 'overpass', 'cache', 'stall', 'tries'];
/** Options of `region build` that go on to it. */
const PASSED = [
  'facilities',
  'osm-facilities',
  'population',
  'population-bands',
  'elevation',
  'out',
];

/** `huimin region fetch`: a recipe → downloads, cut, tiles/<id>/; the build's summary on stdout. */
export async function fetchCommand(args: string[]): Promise<string> {
  const keep = args.includes('--keep');
  const rest = args.filter((arg) => arg !== '--keep');
  const named = rest[0] !== undefined && !rest[0].startsWith('--') ? rest[0] : null;
  const options = readOptions(named === null ? rest : rest.slice(1), [...OWN, ...PASSED], COMMAND);
  const recipe = recipeOption(named, options);
  const files = await whileResumable(
    fetchPlace(recipe, {
      from: options.from,
      overpass: options.overpass,
      cache: options.cache ?? 'downloads',
      keep,
      patience: patienceOption(options),
      say: (line) => process.stderr.write(`[${recipe.id}] ${line}\n`),
    }),
  );
  const { relation, text } = files.boundary;
  const place = {
    adcode: recipe.adcode,
    boundary: { relation, ...text },
    expected: recipe.expected,
  };
  const summary = await regionCommand(['build', ...buildArgs(recipe, files, options)], place);
  files.tidy();
  const which = options.recipe === undefined ? recipe.id : `--recipe ${options.recipe}`;
  return summary + aboutPlace(recipe, files, which);
}

function recipeOption(named: string | null, options: Options): Recipe {
  if (options.recipe !== undefined) return readRecipe(options.recipe);
  const known = readdirSync(PLACES).map((file) => file.replace(/\.json$/, ''));
  if (named === null) throw cliFaults.missing('a place or --recipe', COMMAND);
  if (!known.includes(named)) {
    const list = known.sort().join(', ');
    throw cliFaults.value(
      COMMAND,
      named,
      `one of ${list}, or --recipe`,
      `其中之一：${list}，或 --recipe`,
    );
  }
  return readRecipe(`${PLACES}${named}.json`);
}

function readRecipe(path: string): Recipe {
  const bytes = readBytes(path);
  let json: unknown = null;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Falls through: null is no recipe, and the fault says so.
  }
  return parseRecipe(json, path);
}

function patienceOption(options: Options): Patience {
  const { stallSeconds, tries } = PATIENCE;
  return {
    ...PATIENCE,
    stallSeconds: numberOption(options, 'stall', 0, 3600) ?? stallSeconds,
    tries: Math.ceil(numberOption(options, 'tries', 0, 1000) ?? tries),
  };
}

/** What was written before an interruption stays on disk: only the sentence is missing. */
async function whileResumable<T>(work: Promise<T>): Promise<T> {
  const told = () => {
    const zh = '已中断。已下载的部分留着，再运行一次会接着下载。';
    const en = 'Interrupted. What was downloaded stays; run it again and it goes on from there.';
    process.stderr.write(`\nhuimin: ${inOwnLanguage({ zh, en })}\n`);
    process.exit(130);
  };
  process.once('SIGINT', told);
  try {
    return await work;
  } finally {
    process.off('SIGINT', told);
  }
}

function buildArgs(recipe: Recipe, files: PlaceFiles, options: Options): string[] {
  const given: Options = {
    id: recipe.id,
    name: recipe.name,
    'name-en': recipe.name_en,
    osm: files.osm,
    areas: files.areas,
    'study-area': files.areas,
  };
  if (options.population === undefined && files.census) given.census = files.census;
  for (const name of PASSED) if (options[name] !== undefined) given[name] = options[name];
  return Object.entries(given).flatMap(([name, value]) => [`--${name}`, value!]);
}

/** What the build's own summary cannot know: how the ground was found, what is publicly told of it. */
function aboutPlace(recipe: Recipe, { osm, boundary }: PlaceFiles, which: string): string {
  const told = recipe.expected.map(({ service, year, claim, ...words }) => {
    return `  told        ${service}: ${inOwnLanguage(words)} (${year}, ${claim})\n`;
  });
  const again = `huimin region fetch ${which} --from ${osm} --facilities FILE`;
  return [
    `  boundary    ${inOwnLanguage(boundary.text)}\n`,
    ...told,
    `  your list   ${again}\n`,
  ].join('');
}
