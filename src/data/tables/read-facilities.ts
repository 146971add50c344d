import type { Parsed } from '../fault.ts';
import type { Service } from '../services.ts';
import { matchColumns } from './columns.ts';
import { readCsv } from './csv.ts';
import { decodeText } from './decode-text.ts';
import type { Facility } from './facility.ts';
import { exampleWrong } from './facility-template.ts';
import { facilityColumn, STATUS_WORDS, statusOf, YES_NO_WORDS, yesNo } from './facility-words.ts';
import { isoDate } from './iso-date.ts';
import { readQuantity } from './plain-number.ts';
import { readPosition } from './position.ts';
import {
  dateWrong,
  isWrong,
  rejection,
  serviceWrong,
  wordWrong,
  type Wrong,
} from './table-faults.ts';
import { checkId, checkLength, checkName, NAME_LIMIT, TEXT_LIMIT } from './text-cell.ts';

const NEEDED = ['id', 'name', 'service', 'lon', 'lat'];
const TEXTS = ['address', 'phone', 'hours', 'price', 'note', 'accuracy', 'source'] as const;

/** The trimmed cell of a canonical column; '' where the file has no such column. */
export type Cells = (column: string) => string;

/**
 * A CSV of facilities → rows. Columns id, name, service, lon, lat (WGS 84 degrees) are needed;
 * name_en, status, capacity, opened, address, phone, hours, price, note, step_free, accuracy, source and
 * equipped are optional; Chinese names as in facility-words.ts; other columns are ignored. A cell that cannot
 * be read rejects its row, optional columns included: the value is never dropped in silence.
 * Where every row is rejected `rows` is empty and no Fault is thrown: the caller decides.
 * Throws Fault for a file that is no such table (see decodeText, readCsv, matchColumns).
 */
export function readFacilities(
  bytes: Uint8Array,
  { fileName, services }: { fileName: string; services: readonly Service[] },
): Parsed<Facility> {
  const table = readCsv(decodeText(bytes, fileName).text, fileName);
  const columns = matchColumns(table, NEEDED, facilityColumn, fileName);
  const findService = serviceFinder(services);
  const rows: Facility[] = [];
  const rejected = table.rejected;
  const taken = new Map<string, number>();

  // One closure for the file: tsx wraps every new one, which costs more than reading the row.
  let cells: string[] = [];
  const cell: Cells = (column) => {
    const index = columns.get(column);
    return index === undefined ? '' : plainText(cells[index].trim());
  };
  for (const row of table.rows) {
    cells = row.cells;
    const facility =
      checkId(cell('id'), taken, 'line') ??
      exampleWrong(cell('id')) ??
      readFacility(cell, findService);
    if (isWrong(facility)) rejected.push(rejection(row.line, facility));
    else {
      taken.set(facility.id, row.line);
      rows.push(facility);
    }
  }
  return { rows, rejected: rejected.sort((a, b) => a.line - b.line) };
}

/** An apostrophe before what a spreadsheet would run as a formula is our own (export/write-csv.ts) or its mark of text. */
export const plainText = (text: string) =>
  /^'[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;

/** One row → a facility, or the first thing that is wrong with it; its id is checked by the caller. */
export function readFacility(
  cell: Cells,
  findService: (name: string) => Service | Wrong,
): Facility | Wrong {
  const name = cell('name');
  const tooBad = checkName(name, 'name');
  if (tooBad !== null) return tooBad;
  const service = findService(cell('service'));
  if (isWrong(service)) return service;
  const position = readPosition(cell('lon'), cell('lat'));
  if (isWrong(position)) return position;
  const status = statusOf(cell('status'));
  if (status === null) return wordWrong('unknown-status', 'status', cell('status'), STATUS_WORDS);

  const [lon, lat] = position;
  const facility: Facility = { id: cell('id'), name, service: service.key, lon, lat, status };
  return addTexts(facility, cell) ?? addValues(facility, cell, service) ?? facility;
}

/** Text stays text: a phone number keeps its zeros. */
function addTexts(facility: Facility, cell: Cells): Wrong | null {
  const nameEn = cell('name_en');
  if (nameEn !== '') {
    const tooLong = checkLength(nameEn, 'name_en', NAME_LIMIT);
    if (tooLong !== null) return tooLong;
    facility.nameEn = nameEn;
  }
  for (const column of TEXTS) {
    const text = cell(column);
    if (text === '') continue;
    const tooLong = checkLength(text, column, TEXT_LIMIT);
    if (tooLong !== null) return tooLong;
    facility[column] = text;
  }
  return null;
}

function addValues(facility: Facility, cell: Cells, service: Service): Wrong | null {
  const capacityCell = cell('capacity');
  if (capacityCell !== '') {
    const capacity = readQuantity(capacityCell, 'capacity');
    if (isWrong(capacity)) return capacity;
    facility.capacity = capacity;
  }
  const openedCell = cell('opened');
  if (openedCell !== '') {
    const opened = isoDate(openedCell);
    if (opened === null) return dateWrong('opened', openedCell);
    facility.opened = opened;
  }
  const stepFreeCell = cell('step_free');
  if (stepFreeCell !== '') {
    const stepFree = yesNo(stepFreeCell);
    if (stepFree === null) return wordWrong('not-yes-no', 'step_free', stepFreeCell, YES_NO_WORDS);
    facility.stepFree = stepFree;
  }
  // In a mixed table the column says nothing about a school: there it is not read at all.
  const equippedCell = service.measure === 'share_equipped' ? cell('equipped') : '';
  if (equippedCell !== '') {
    const equipped = yesNo(equippedCell);
    if (equipped === null) return wordWrong('not-yes-no', 'equipped', equippedCell, YES_NO_WORDS);
    facility.equipped = equipped;
  }
  return null;
}

/** By key, Chinese or English name, upper or lower case. */
export function serviceFinder(services: readonly Service[]): (name: string) => Service | Wrong {
  const byName = new Map<string, Service>();
  for (const service of services) {
    for (const name of [service.key, service.zh, service.en])
      byName.set(name.toLowerCase(), service);
  }
  const keys = services.map((service) => service.key);
  return (name) => byName.get(name.toLowerCase()) ?? serviceWrong(name, keys);
}
