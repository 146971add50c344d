import { CRS } from '../../src/data/crs/crs.ts';
import { Fault } from '../../src/data/fault.ts';
import { TARGETS } from '../../src/data/import/fields.ts';
import type { Mapping } from '../../src/data/import/guess-columns.ts';
import type { ImportPlan } from '../../src/data/import/import-plan.ts';
import {
  endOf,
  importedCsv,
  importedGeoJson,
  reasonsCsv,
  reasonText,
} from '../../src/data/import/write-imported.ts';
import type { Region } from '../../src/data/region/region.ts';
import { fitCrs } from '../../src/engine/import/crs-fit.ts';
import { ImportDesk, type Laid } from '../../src/engine/import/import-desk.ts';
import { KnownPlaces } from '../../src/engine/import/known-places.ts';
import { placesByName } from '../../src/engine/import/place-by-name.ts';
import { pointsOf } from '../../src/data/import/points-of.ts';
import { Prepared } from '../../src/engine/prepared.ts';
import { cliFaults } from './cli-faults.ts';
import { loadRegion, loadServices, readBytes } from './load-region.ts';
import { choice, readOptions, serviceOption, type Options } from './options.ts';
import { toTable } from './output.ts';
import { ownLanguage } from './own-language.ts';
import { writeOut } from './write-out.ts';

const OPTIONS = [
  ...['region', 'service', 'as', 'sheet', 'crs', 'swap', 'map', 'category', 'place', 'keep'],
  ...['format', 'out', 'reasons'],
];

/** `huimin import FILE`: the page's own doors in the terminal. */
export async function importCommand(args: string[]): Promise<string> {
  const [file, ...rest] = args;
  if (!file || file.startsWith('--')) throw cliFaults.missing('FILE', 'import');
  const options = readOptions(rest, OPTIONS, 'import');
  const services = loadServices();
  const service = options.service ? serviceOption(options, services, 'import').key : null;
  const target = choice(options, 'as', TARGETS);
  const format = choice(options, 'format', ['table', 'json']);
  const place = choice(options, 'place', ['no', 'names']);
  const keep = choice(options, 'keep', ['no', 'all']);
  const region = options.region ? loadRegion(options.region).region : null;
  const desk = new ImportDesk(services, region?.facilities ?? []);
  const opened = await desk.open(readBytes(file), file.replace(/^.*[\\/]/, ''));
  const guessed = desk.guess(sheetOption(options, opened.sheets), target).plan;
  const laid = desk.lay(planOf(guessed, options, service));
  if (!options.crs) throw noCrs(laid, region, desk);

  await desk.judge(() => true);
  if (place === 'names') {
    if (!region) throw cliFaults.missing('--region', 'import --place names');
    desk.placeAll(placesByName(desk.judged, new KnownPlaces(region)));
  }
  const account = desk.decide(
    keep === 'all' ? desk.duplicates.map(({ line }) => line) : [],
    'keep',
  );
  if (options.out) {
    const csv = options.out.endsWith('.csv') && target !== 'areas';
    writeOut(options.out, (csv ? importedCsv : importedGeoJson)(target, desk.judged));
  }
  const language = ownLanguage();
  if (options.reasons) {
    const cells = (line: number) => desk.row(line)?.cells ?? [];
    writeOut(options.reasons, reasonsCsv(desk.judged, desk.columnNames, cells, language));
  }
  const changed = desk.judged.filter((row) => row.wrong || row.repairs.length);
  if (format === 'json') {
    const { categories, said, plan } = laid;
    const rows = changed.map((row) => ({
      line: row.line,
      result: endOf(row),
      waiting: row.waiting,
      ...(row.wrong ? { code: row.wrong.code, why: row.wrong.text } : { repairs: row.repairs }),
    }));
    const crs = plan.crs;
    return `${JSON.stringify({ file, kind: opened.kind, as: target, crs, said, columns: plan.mapping, categories, account, rows }, null, 2)}\n`;
  }
  const counts = Object.entries(account)
    .map(([name, count]) => `${name} ${count}`)
    .join('  ');
  const rows = changed.map((row) => [row.line, endOf(row), reasonText(row, language)]);
  return `${counts}\n${rows.length ? toTable({ columns: ['row', 'result', 'why'], rows }) : ''}`;
}

function sheetOption({ sheet }: Options, sheets: { name: string }[]): number {
  if (sheet === undefined) return 0;
  const named = sheets.findIndex(({ name }) => name === sheet);
  const at = named >= 0 ? named : Number(sheet) - 1;
  if (sheets[at]) return at;
  const list = sheets.map(({ name }, k) => name || String(k + 1)).join(', ');
  throw cliFaults.value('--sheet', sheet, `one of ${list}`, `其中之一：${list}`);
}

function planOf(guessed: ImportPlan, options: Options, service: string | null): ImportPlan {
  const pairs = (name: string) =>
    (options[name]?.split(',') ?? []).map((part): [string, string] => {
      const at = part.indexOf('=');
      if (at > 0) return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
      throw cliFaults.value(
        `--${name}`,
        part,
        'pairs such as name=名称,lon=经度',
        '成对的值，如 name=名称,lon=经度',
      );
    });
  const mapping = new Map<string, string>([...guessed.mapping, ...pairs('map')]);
  return {
    ...guessed,
    // "phone=" leaves a column that was guessed alone.
    mapping: [...mapping].filter(([, column]) => column !== '') as Mapping,
    crs: choice(options, 'crs', CRS),
    swapped: choice(options, 'swap', ['no', 'yes']) === 'yes',
    service,
    categories: pairs('category'),
  };
}

/** A coordinate system is asked for; what speaks for one is said, and not taken in silence. */
function noCrs(laid: Laid, region: Region | null, desk: ImportDesk): Fault {
  const said = laid.said.map(({ crs, where }) => `${crs} (“${where.slice(0, 60)}”)`).join(', ');
  const hint = region ? fitCrs(new Prepared(region), pointsOf(desk.laidRows, desk.rule())) : null;
  const fits = hint?.fits.map(({ crs, close }) => `${crs} ${close}/${hint.points}`).join(', ');
  return new Fault('no-crs', {
    zh: `请用 --crs 说明坐标系：${CRS.join('、')}。文件自己说的：${said || '没有说'}。${fits ? `距街道 30 米以内的点：${fits}${hint!.best ? `，最合的是 ${hint!.best}` : '，看不出哪个更合'}。` : '加上 --region 可以按街道比对。'}`,
    en: `Say the coordinate system by --crs: ${CRS.join(', ')}. The file speaks of: ${said || 'none'}. ${fits ? `Points within 30 m of a street: ${fits}; ${hint!.best ? `${hint!.best} fits best` : 'none fits clearly'}.` : 'With --region they are held against the streets.'}`,
  });
}
