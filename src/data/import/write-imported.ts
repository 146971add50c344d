import Papa from 'papaparse';
import { inert } from '../export/inert.ts';
import type { Area } from '../tables/area.ts';
import type { Facility } from '../tables/facility.ts';
import type { Target } from './fields.ts';
import type { Judged, PeopleRow } from './judge-row.ts';

/** Excel takes a CSV for UTF-8 only where it begins with this. */
const BOM = '\ufeff';

type Cell = string | number | boolean | undefined;
type Property = [column: string, value: Cell];

/** The rows that were taken as the project's own files: columns by the names its readers know. */
function propertiesOf(target: Target, value: NonNullable<Judged['value']>): Property[] {
  if (target === 'people') {
    const { id, lon, lat, people } = value as PeopleRow;
    return [['id', id], ['lon', lon], ['lat', lat], ...people];
  }
  if (target === 'facilities') {
    const { nameEn, stepFree, entrances: _, ...rest } = value as Facility;
    return [...Object.entries(rest), ['name_en', nameEn], ['step_free', stepFree]] as Property[];
  }
  if (target === 'areas') {
    const { id, name, nameEn, zone } = value as Area;
    return [
      ['id', id],
      ['name', name],
      ['name_en', nameEn],
      ['zone', zone],
    ];
  }
  return Object.entries(value) as Property[];
}

/** A CSV that `huimin region build` and `huimin sites` read; areas have no place in one. */
export function importedCsv(target: Target, rows: readonly Judged[]): string {
  const all = taken(rows).map((value) => new Map(propertiesOf(target, value)));
  const columns = [...new Set(all.flatMap((row) => filled(row)))];
  const lines = all.map((row) => columns.map((column) => inert(cell(row.get(column)))));
  return BOM + Papa.unparse([columns, ...lines], { newline: '\r\n' }) + '\r\n';
}

/** GeoJSON (RFC 7946, WGS 84) of the rows that were taken. */
export function importedGeoJson(target: Target, rows: readonly Judged[]): string {
  const features = taken(rows).map((value) => ({
    type: 'Feature',
    id: value.id,
    properties: Object.fromEntries(
      propertiesOf(target, value).filter(
        ([key, cell]) => cell !== undefined && key !== 'lon' && key !== 'lat',
      ),
    ),
    geometry:
      'polygons' in value
        ? { type: 'MultiPolygon', coordinates: value.polygons }
        : { type: 'Point', coordinates: [value.lon, value.lat] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features }) + '\n';
}

const taken = (rows: readonly Judged[]) => rows.flatMap(({ value }) => (value ? [value] : []));
const filled = (row: Map<string, Cell>) =>
  [...row].flatMap(([column, value]) => (value === undefined ? [] : [column]));
const cell = (value: Cell) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? ''));

/** How a row ended, in one word. */
export function endOf({ wrong, repairs }: Judged): 'accepted' | 'repaired' | 'rejected' {
  return wrong ? 'rejected' : repairs.length ? 'repaired' : 'accepted';
}

const HEADINGS = {
  zh: ['行', '结果', '原因或修改'],
  en: ['row', 'result', 'why or what was changed'],
};
const ENDS = {
  zh: { accepted: '接受', repaired: '修正后接受', rejected: '未接受' },
  en: { accepted: 'accepted', repaired: 'repaired', rejected: 'rejected' },
};

/** The list with its reasons, each row with the cells the file has: to be mended and brought in again. */
export function reasonsCsv(
  rows: readonly Judged[],
  columns: readonly string[],
  cellsOf: (line: number) => readonly string[],
  language: 'zh' | 'en',
): string {
  const lines = rows.map((row) => {
    const cells = cellsOf(row.line);
    return [
      row.line,
      ENDS[language][endOf(row)],
      reasonText(row, language),
      ...columns.map((_, c) => cells[c] ?? ''),
    ].map((text) => inert(text));
  });
  return (
    BOM +
    Papa.unparse([[...HEADINGS[language], ...columns].map((text) => inert(text)), ...lines], {
      newline: '\r\n',
    }) +
    '\r\n'
  );
}

/** Why a row was not taken, or everything that was changed. */
export function reasonText({ wrong, repairs }: Judged, language: 'zh' | 'en'): string {
  if (wrong) return wrong.text[language];
  return repairs
    .map(
      ({ field, from, to, text }) =>
        `${field}${language === 'zh' ? '：' : ': '}${text[language]} (${from || '∅'} → ${to || '∅'})`,
    )
    .join(language === 'zh' ? '；' : '; ');
}
