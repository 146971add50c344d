import type { Manifest } from '../../src/data/region/manifest.ts';
import { NAME_LIMIT } from '../../src/data/tables/text-cell.ts';
import { buildFromFiles } from '../region/build-from-files.ts';
import { cliFaults } from './cli-faults.ts';
import { TILES, loadServices } from './load-region.ts';
import { needed, readOptions, type Options } from './options.ts';
import { plainNumber } from './output.ts';
import { inOwnLanguage } from './own-language.ts';

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
  const more = ['census', 'population-bands', 'elevation', 'study-area', 'out'];
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
  const { manifest, rejected } = await buildFromFiles(
    {
      id,
      name: nameOption(options, 'name') ?? needed({}, 'name', COMMAND),
      nameEn: nameOption(options, 'name-en'),
      osm: needed(options, 'osm', COMMAND),
      ...peopleOptions(options),
      facilities: needed(options, 'facilities', COMMAND),
      areas: options.areas,
      studyArea: options['study-area'],
      elevation: options.elevation,
      invented: false,
      place,
    },
    loadServices(),
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
  return summary(manifest);
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

function summary(m: Awaited<ReturnType<typeof buildFromFiles>>['manifest']): string {
  const { counts: c, components, off_network: off } = m;
  const services = Object.entries(c.facilities).map(([key, count]) => `${count} ${key}`);
  const rejected = Object.entries(c.rejected).map(([role, count]) => `${count} of ${role}`);
  const warning = m.edge_warning?.sides
    .map(({ side, metres }) => `${side} ${metres < 0 ? 'ends before them' : `${metres} m`}`)
    .join(', ');
  return [
    `${m.id}: ${m.name}`,
    `  streets     ${c.street_km} km, ${c.nodes} nodes, ${c.edges} edges, data of ${m.data_date ?? 'unknown date'}`,
    `  components  ${components.count}, ${components.usable} of 1 km or more, the largest holds ${(components.largest_share * 100).toFixed(1)} %`,
    `  people      ${plainNumber(c.people)} at ${c.places} places, ${plainNumber(c.people_counted)} counted; fields ${m.people_fields.join(', ')}`,
    ...(m.population_rule ? [`              ${inOwnLanguage(m.population_rule)}`] : []),
    `  facilities  ${services.join(', ') || 'none'}`,
    `  areas       ${c.areas}`,
    `  rejected    ${rejected.join(', ') || 'no rows'}`,
    `  off network ${plainNumber(off.people)} people at ${off.places} places, ${off.facilities.length} facilities`,
    ...(c.missing_nodes ? [`  cut streets ${c.missing_nodes} nodes lie outside the extract`] : []),
    ...(warning
      ? [`  warning     the street data ends less than 2 km beyond the people: ${warning}`]
      : []),
    ...(m.elevation
      ? [
          `  elevation   ${m.elevation.file}: slopes of ${(m.elevation.street_share * 100).toFixed(1)} % of the streets`,
        ]
      : []),
    `  bundle      ${m.bundle.file}, ${(m.bundle.bytes / 1e6).toFixed(2)} MB, sha256 ${m.bundle.sha256.slice(0, 16)}…`,
    `  basemap     ${m.basemap ? `${m.basemap.file}, ${(m.basemap.bytes / 1e6).toFixed(2)} MB, ${m.basemap.tiles} tiles` : 'nothing to draw'}`,
    '',
  ].join('\n');
}
