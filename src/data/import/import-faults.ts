import { Fault, type Text } from '../fault.ts';
import { cut } from '../tables/quoted.ts';
import { MOST_BYTES, MOST_CELLS, MOST_COLUMNS } from './sheet.ts';

const megabytes = (bytes: number) => Math.round(bytes / 1e6);

/** Faults of a whole file at the doors. */
export const importFaults = {
  kind: (file: string, zh: string, en: string) =>
    new Fault('import-kind', {
      zh: `${file}：看起来是${zh}。可以读 CSV、XLSX、GeoJSON、KML/KMZ、GPX 和 FlatGeobuf，请另存为其中一种。`,
      en: `${file}: looks like ${en}. CSV, XLSX, GeoJSON, KML/KMZ, GPX and FlatGeobuf can be read; save it as one of them.`,
    }),
  tooLarge: (file: string, bytes: number) =>
    new Fault('too-large', {
      zh: `${file}：有 ${megabytes(bytes)} MB，最多 ${megabytes(MOST_BYTES)} MB。请分成几个文件。`,
      en: `${file}: ${megabytes(bytes)} MB, expected at most ${megabytes(MOST_BYTES)} MB. Split it into several files.`,
    }),
  tooManyCells: (file: string) =>
    new Fault('too-many-cells', {
      zh: `${file}：表格超过 ${MOST_CELLS / 1e6} 百万格。请只留下需要的行和列。`,
      en: `${file}: more than ${MOST_CELLS / 1e6} million cells. Keep only the rows and columns that are needed.`,
    }),
  tooWide: (file: string, columns: number) =>
    new Fault('too-wide', {
      zh: `${file}：有 ${columns} 列，最多 ${MOST_COLUMNS} 列。请删去不需要的列。`,
      en: `${file}: ${columns} columns, expected at most ${MOST_COLUMNS}. Delete the columns that are not needed.`,
    }),
  zip: (file: string, why: Text) =>
    new Fault('bad-zip', {
      zh: `${file}：压缩包无法打开：${why.zh}。请用 Excel 或 WPS 重新另存。`,
      en: `${file}: the ZIP cannot be opened: ${why.en}. Save it again from the program that made it.`,
    }),
  bomb: (file: string, bytes: number, most: number) =>
    new Fault('zip-bomb', {
      zh: `${file}：解压后有 ${megabytes(bytes)} MB，最多 ${megabytes(most)} MB。正常的表格不会这样大，没有打开。`,
      en: `${file}: unpacks to ${megabytes(bytes)} MB, expected at most ${megabytes(most)} MB. No ordinary table does; it was not opened.`,
    }),
  encrypted: (file: string) =>
    new Fault('encrypted', {
      zh: `${file}：有密码保护，打不开。请去掉密码后另存。`,
      en: `${file}: protected by a password. Save it without one.`,
    }),
  missingPart: (file: string, part: string, what: Text) =>
    new Fault('missing-part', {
      zh: `${file}：里面没有 ${cut(part)}，不是完整的${what.zh}。请重新另存。`,
      en: `${file}: it lacks ${cut(part)} and is no whole ${what.en}. Save it again.`,
    }),
  xml: (file: string, line: number, why: Text) =>
    new Fault('bad-xml', {
      zh: `${file}：第 ${line} 行的 XML 读不通：${why.zh}。文件可能不完整，请重新导出。`,
      en: `${file}: XML broken on line ${line}: ${why.en}. The file may be cut off; export it again.`,
    }),
  doctype: (file: string) =>
    new Fault('xml-doctype', {
      zh: `${file}：含有 DOCTYPE 声明。其中可以藏有会无限展开的实体，这类文件不需要它，因此没有打开。请去掉这一行。`,
      en: `${file}: it has a DOCTYPE declaration, which can hide entities that grow without end and which such files do not need; it was not opened. Take that line out.`,
    }),
  otherXml: (file: string, root: string, expected: string) =>
    new Fault('other-xml', {
      zh: `${file}：根元素是 <${cut(root)}>，应为 ${expected}。`,
      en: `${file}: the root element is <${cut(root)}>, expected ${expected}.`,
    }),
  nothing: (file: string, what: Text) =>
    new Fault('nothing-in-it', {
      zh: `${file}：里面没有${what.zh}。`,
      en: `${file}: there are no ${what.en} in it.`,
    }),
  fgb: (file: string) =>
    new Fault('bad-fgb', {
      zh: `${file}：FlatGeobuf 已损坏或不完整，读不通。请重新导出。`,
      en: `${file}: the FlatGeobuf is damaged or cut off. Export it again.`,
    }),
  otherCrs: (file: string, crs: string) =>
    new Fault('crs', {
      zh: `${file}：坐标系写的是“${cut(crs)}”，应为经纬度（EPSG:4326 或 EPSG:4490）。请先转换，例如在 QGIS 中另存为 EPSG:4326。`,
      en: `${file}: it says its coordinates are “${cut(crs)}”; expected longitude and latitude (EPSG:4326 or EPSG:4490). Convert it first, e.g. export as EPSG:4326 from QGIS.`,
    }),
  noColumn: (field: string, column: string, header: readonly string[]) =>
    new Fault('no-such-column', {
      zh: `对应 ${field} 的列“${cut(column)}”不在表里。表里有：${header.slice(0, 40).map(cut).join('、')}。`,
      en: `The column “${cut(column)}” for ${field} is not in the table. It has: ${header.slice(0, 40).map(cut).join(', ')}.`,
    }),
  noField: (field: string, fields: readonly string[]) =>
    new Fault('no-such-field', {
      zh: `没有字段“${cut(field)}”，可以是：${fields.join('、')}。`,
      en: `There is no field “${cut(field)}”; expected one of ${fields.join(', ')}.`,
    }),
  unmapped: (fields: readonly string[]) =>
    new Fault('unmapped', {
      zh: `还没有指定哪一列是 ${fields.join('、')}。请为它选一列。`,
      en: `No column is chosen for ${fields.join(', ')}. Choose one.`,
    }),
};
