import type { Manifest } from '../../src/data/region/manifest.ts';
import { NAME_LIMIT } from '../../src/data/tables/text-cell.ts';
import { buildFromFiles } from '../region/build-from-files.ts';
import { cliFaults } from './cli-faults.ts';
import { TILES, loadServiceRules, loadServices } from './load-region.ts';
import { needed, readOptions, type Options } from './options.ts';
import { osmFacilitiesOption } from './osm-facilities-option.ts';
import { inOwnLanguage } from './own-language.ts';
import { regionSummary } from './region-summary.ts';

const COMMAND = 'region build';
const ID = /^[a-z0-9][a-z0-9_-]{0,39}$/;

/**
 * `huimin region build`: files → tiles/<id>/; a summary on stdout, progress on stderr.
 * @param place what the manifest says of it, where the files are of a place fetched by recipe.
 */
export async function regionCommand(
  [verb, ...args]: string[],
  place?: Manifest['place'],
): Promise<string> {
  if (verb !== 'build') {
    throw cliFaults.usage(
      `region ${verb ?? ''}: expected "build", "fetch" or "template".`,
      `region 之后应为 build、fetch 或 template。`,
    );
  }
  const names = ['id', 'name', 'name-en', 'osm', 'population', 'facilities', 'areas'];
  const more = ['osm-facilities', 'census', 'population-bands', 'elevation', 'study-area', 'out'];
  const options = readOptions(args, [...names, ...more], COMMAND);
  const id = needed(options, 'id', COMMAND);
  if (!ID.test(id)) {
    throw cliFaults.value(
      '--id',
      id,
      'lower-case letters, digits, - and _ (at most 40)',
      '小写字母、数字、- 和 _（最多 40 个）',
    );
  }
  const services = loadServices();
  const known = new Set(loadServiceRules(services).map(({ service }) => service));
  const { manifest, rejected } = await buildFromFiles(
    {
      id,
      name: nameOption(options, 'name') ?? needed({}, 'name', COMMAND),
      nameEn: nameOption(options, 'name-en'),
      osm: needed(options, 'osm', COMMAND),
      ...peopleOptions(options),
      facilities: options.facilities,
      osmFacilities: osmFacilitiesOption(options, known),
      areas: options.areas,
      studyArea: options['study-area'],
      elevation: options.elevation,
      invented: false,
      place,
    },
    services,
    options.out ?? TILES,
    (line) => process.stderr.write(line),
  );
  for (const { file, rows } of rejected) {
    for (const { line, text } of rows.slice(0, LISTED)) {
      process.stderr.write(`${file}:${line}: ${inOwnLanguage(text)}\n`);
    }
    if (rows.length > LISTED) {
      const more = rows.length - LISTED;
      const text = { zh: `另有 ${more} 行未采用`, en: `${more} more rows rejected` };
      process.stderr.write(`${file}: ${inOwnLanguage(text)}\n`);
    }
  }
  return regionSummary(manifest);
}

/** People come from one place: points and grids, or the totals of areas. */
function peopleOptions(options: Options) {
  const { population, census, 'population-bands': populationBands } = options;
  if (!census) return { population: needed(options, 'population', COMMAND), populationBands };
  if (!population && populationBands === undefined) return { census };
  throw cliFaults.usage(
    `${COMMAND}: got --census and --population, expected one of them.`,
    `${COMMAND}：同时写了 --census 和 --population，应只写一个。`,
  );
}

/** A name that can stand on a screen: not blank, not endless, no control characters. */
function nameOption(options: Options, option: string): string | undefined {
  const name = options[option]?.trim();
  if (name === undefined) return undefined;
  if (name && name.length <= NAME_LIMIT && !/\p{Cc}/u.test(name)) return name;
  throw cliFaults.value(
    `--${option}`,
    name.replace(/\p{Cc}/gu, '·').slice(0, 40),
    `1 to ${NAME_LIMIT} characters on one line`,
    `一行之内的 1 到 ${NAME_LIMIT} 个字符`,
  );
}

const LISTED = 20;
