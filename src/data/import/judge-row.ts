import type { Crs } from '../crs/crs.ts';
import type { Service } from '../services.ts';
import type { Area } from '../tables/area.ts';
import { exampleWrong } from '../tables/facility-template.ts';
import type { Facility } from '../tables/facility.ts';
import { readQuantity } from '../tables/plain-number.ts';
import { ZONES } from '../tables/read-areas.ts';
import type { CandidateRow } from '../tables/read-candidates.ts';
import { readFacility, serviceFinder } from '../tables/read-facilities.ts';
import { readPolygons } from '../tables/rings.ts';
import { isWrong, wordWrong, type Wrong } from '../tables/table-faults.ts';
import { checkLength, checkName, NAME_LIMIT } from '../tables/text-cell.ts';
import { guessService } from './category-words.ts';
import type { Target } from './fields.ts';
import { cleanDate, cleanNumber, cleanStatus, cleanText, cleanYesNo } from './read-cell.ts';
import { placed, placeOf } from './read-place.ts';
import { repair, rowWrong, type Repair } from './repair.ts';
import type { SheetRow } from './sheet.ts';

/** How the rows of a sheet become places of a kind. */
export interface RowRule {
  target: Target;
  /** Field → index of its cell. */
  columns: ReadonlyMap<string, number>;
  crs: Crs;
  swapped: boolean;
  services: readonly Service[];
  /** For every row that names no category of its own; null for none. */
  service: string | null;
  /** What words of the category column stand for; '' for not to be brought in. */
  categories: ReadonlyMap<string, string>;
}

/** A place with people. */
export interface PeopleRow {
  id: string;
  lon: number;
  lat: number;
  people: [field: string, people: number][];
}

/** A row as it was judged: taken as it was (no repairs), taken after repairs, or not taken. */
export interface Judged {
  line: number;
  value: Facility | PeopleRow | Area | CandidateRow | null;
  repairs: Repair[];
  /** Why it is not taken; null where it is. */
  wrong: Wrong | null;
  /** True where only a position is missing, and there is a name or an address to find it by. */
  waiting: boolean;
  /** What it is called and where it says it is, to show it and to find it. */
  name: string;
  address: string;
}

/** A position that somebody gave a row, WGS 84, and how. */
export interface GivenPlace {
  lon: number;
  lat: number;
  how: Repair['text'];
}

/** Excel's error values. */
const CELL_ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;

/** Judges one row by itself; whether it is there twice is for findDuplicates. */
export function judgeRow(row: SheetRow, rule: RowRule, given: GivenPlace | null): Judged {
  const judged: Judged = {
    line: row.line,
    value: null,
    repairs: [],
    wrong: row.wrong ?? null,
    waiting: false,
    name: '',
    address: '',
  };
  if (judged.wrong) return judged;
  const { columns } = rule;
  const cells = new Map<string, string>();
  for (const [field, at] of columns) {
    const text = cleanText(row.cells[at] ?? '', field, judged.repairs);
    if (CELL_ERROR.test(text)) judged.wrong ??= rowWrong.cellError(field, text);
    cells.set(field, text);
  }
  const cell = (field: string) => cells.get(field) ?? '';
  judged.name = cell('name').slice(0, NAME_LIMIT);
  judged.address = cell('address').slice(0, NAME_LIMIT);
  if (judged.wrong) return judged;
  giveId(row, rule, cells, judged);
  if (!columns.has('name')) cells.set('name', cell('id'));
  const value =
    rule.target === 'areas'
      ? readArea(row, rule, cell)
      : readPoint(row, rule, given, cells, judged);
  if (isWrong(value)) judged.wrong = value;
  else judged.value = value;
  if (judged.wrong) judged.repairs = [];
  return judged;
}

/** A sheet without ids gets the numbers of its rows; that is said once, not on every row. */
function giveId(row: SheetRow, rule: RowRule, cells: Map<string, string>, judged: Judged): void {
  const id = cells.get('id') ?? '';
  if (id !== '') return;
  cells.set('id', String(row.line));
  if (!rule.columns.has('id')) return;
  judged.repairs.push(
    repair(
      'id',
      '',
      String(row.line),
      '编号为空，用了行号',
      'no id: the number of the row is used',
    ),
  );
}

function readPoint(
  row: SheetRow,
  rule: RowRule,
  given: GivenPlace | null,
  cells: Map<string, string>,
  judged: Judged,
): Facility | PeopleRow | CandidateRow | Wrong {
  const { repairs } = judged;
  const cell = (field: string) => cells.get(field) ?? '';
  const badId = checkName(cell('id'), 'id') ?? exampleWrong(cell('id'));
  if (badId) return badId;
  const place = given ? [given.lon, given.lat] : placeOf(row, rule, cell, repairs);
  if (place === null) {
    const known = judged.name || judged.address;
    // What else is wrong with it is said first: a place would not help such a row.
    const otherwise = readValues(rule, cells, [0.1, 0.1], []);
    if (isWrong(otherwise)) return otherwise;
    judged.waiting = known !== '';
    return known ? rowWrong.waiting(judged.address || judged.name) : rowWrong.nowhere();
  }
  if (isWrong(place)) return place;
  const [lon, lat] = place as [number, number];
  if (given) {
    const { zh, en } = given.how;
    repairs.push(
      repair(
        'lon, lat',
        cell('position') || [cell('lon'), cell('lat')].filter(Boolean).join(', '),
        `${lon}, ${lat}`,
        zh,
        en,
      ),
    );
  }
  return readValues(rule, cells, given ? [lon, lat] : placed([lon, lat], rule.crs), repairs);
}

function readValues(
  rule: RowRule,
  cells: Map<string, string>,
  [lon, lat]: [number, number],
  repairs: Repair[],
): Facility | PeopleRow | CandidateRow | Wrong {
  const cell = (field: string) => cells.get(field) ?? '';
  const number = (field: string) => cleanNumber(cell(field), field, repairs);
  if (rule.target === 'people') {
    const people: PeopleRow['people'] = [];
    for (const field of rule.columns.keys()) {
      if (field !== 'total' && !field.startsWith('age_')) continue;
      const count = readQuantity(number(field), field);
      if (typeof count !== 'number') return count;
      people.push([field, count]);
    }
    return { id: cell('id'), lon, lat, people };
  }
  if (rule.target === 'candidates') {
    const row: CandidateRow = { id: cell('id'), name: cell('name') || undefined, lon, lat };
    const long = checkLength(cell('name'), 'name', NAME_LIMIT);
    if (long) return long;
    for (const field of ['price', 'capacity'] as const) {
      if (cell(field) === '') continue;
      const quantity = readQuantity(number(field), field);
      if (typeof quantity !== 'number') return quantity;
      row[field] = quantity;
    }
    return row;
  }
  const service = serviceOf(rule, cell('service'), repairs);
  if (isWrong(service)) return service;
  const clean = new Map(cells)
    .set('service', service)
    .set('lon', String(lon))
    .set('lat', String(lat))
    .set('capacity', number('capacity'))
    .set('opened', cleanDate(cell('opened'), repairs))
    .set('status', cleanStatus(cell('status'), repairs))
    .set('step_free', cleanYesNo(cell('step_free'), 'step_free', repairs))
    .set('equipped', cleanYesNo(cell('equipped'), 'equipped', repairs));
  return readFacility((field) => clean.get(field) ?? '', serviceFinder(rule.services));
}

/** Key of the service a category stands for: as somebody chose, else by its own name, else by a likely word. */
function serviceOf(rule: RowRule, word: string, repairs: Repair[]): string | Wrong {
  if (word === '') return rule.service ?? rowWrong.noService();
  const chosen = rule.categories.get(word);
  if (chosen === '') return rowWrong.leftOut(word);
  const own = serviceFinder(rule.services)(word);
  if (chosen === undefined && !isWrong(own)) return own.key;
  const key = chosen ?? guessService(word, rule.services) ?? null;
  if (key === null)
    return rule.columns.has('service') ? rowWrong.category(word) : rowWrong.noService();
  if (isWrong(own) || own.key !== key) {
    repairs.push(
      repair(
        'service',
        word,
        key,
        chosen ? '按选定的类别对应' : '按类别猜测对应',
        chosen ? 'category as chosen' : 'category as guessed',
      ),
    );
  }
  return key;
}

function readArea(row: SheetRow, rule: RowRule, cell: (field: string) => string): Area | Wrong {
  const wrong =
    checkName(cell('id'), 'id') ??
    checkName(cell('name'), 'name') ??
    checkLength(cell('name_en'), 'name_en', NAME_LIMIT);
  if (wrong) return wrong;
  const zone = ZONES.get(cell('zone').toLowerCase());
  if (cell('zone') !== '' && !zone)
    return wordWrong('unknown-zone', 'zone', cell('zone'), [...ZONES.keys()].join(' '));
  if (!row.geometry)
    return rowWrong.geometry('∅', {
      zh: ' Polygon 或 MultiPolygon',
      en: 'Polygon or MultiPolygon',
    });
  const polygons = readPolygons(row.geometry);
  if (isWrong(polygons)) return polygons;
  const area: Area = {
    id: cell('id'),
    name: cell('name'),
    polygons: polygons.map((rings) =>
      rings.map((ring) => ring.map((point) => placed(point, rule.crs))),
    ),
  };
  if (cell('name_en')) area.nameEn = cell('name_en');
  if (zone) area.zone = zone;
  return area;
}
