import type { Text } from '../fault.ts';
import { importFaults } from './import-faults.ts';
import type { Sheet, SheetFile } from './sheet.ts';
import type { Archive } from './unzip.ts';
import { readWorksheet, type Shared } from './xlsx-sheet.ts';
import { readNumberKinds } from './xlsx-styles.ts';
import { XmlPull } from './xml-pull.ts';

const WORKBOOK: Text = { zh: ' Excel 工作簿', en: 'Excel workbook' };

/**
 * An XLSX workbook → its visible sheets that have something in them, as text. A reader of our own,
 * since the ones on npm unpack whatever a file says it holds and take entities as they come: what is
 * read here is bounded before it is unpacked. Formulas give their last value, dates and times their
 * text, merged blocks the text of their corner in every cell.
 * Throws Faults of Archive and XmlPull, `missing-part`, `nothing-in-it`, `too-wide`, `too-many-cells`.
 */
export function readXlsx(archive: Archive, file: string): SheetFile {
  const root = 'xl/workbook.xml';
  const book = xmlOf(archive, root, file);
  if (!book) throw importFaults.missingPart(file, root, WORKBOOK);
  const targets = readTargets(xmlOf(archive, 'xl/_rels/workbook.xml.rels', file));
  const listed: { name: string; id: string }[] = [];
  let [mac, hidden] = [false, 0];
  while (book.next()) {
    if (book.kind !== 'open') continue;
    if (book.name === 'workbookPr') mac = /^(1|true)$/.test(book.attribute('date1904') ?? '');
    if (book.name !== 'sheet') continue;
    if (/hidden/i.test(book.attribute('state') ?? '')) hidden++;
    else listed.push({ name: book.attribute('name') ?? '', id: book.attribute('id') ?? '' });
  }
  const styles = xmlOf(archive, 'xl/styles.xml', file);
  const shared: Shared = {
    strings: readStrings(xmlOf(archive, 'xl/sharedStrings.xml', file)),
    kinds: styles ? readNumberKinds(styles) : [],
    mac,
  };
  const sheets: Sheet[] = [];
  for (const { name, id } of listed) {
    const part = targets.get(id) ?? '';
    const xml = xmlOf(archive, part, file);
    if (!xml) throw importFaults.missingPart(file, part || name, WORKBOOK);
    const sheet = readWorksheet(xml, name, shared, file);
    if (sheet.rows.length) sheets.push(sheet);
  }
  if (!sheets.length) {
    throw importFaults.nothing(file, { zh: '有内容的工作表', en: 'sheets with anything on them' });
  }
  const notes = hidden
    ? [
        {
          zh: `有 ${hidden} 张隐藏的工作表没有读。`,
          en: `${hidden} hidden ${hidden === 1 ? 'sheet was' : 'sheets were'} not read.`,
        },
      ]
    : [];
  return { kind: 'xlsx', sheets, saysCrs: '', notes };
}

function xmlOf(archive: Archive, part: string, file: string): XmlPull | null {
  const bytes = archive.part(part);
  return bytes && new XmlPull(new TextDecoder().decode(bytes), file);
}

/** Ids of relations → parts of the archive. */
function readTargets(xml: XmlPull | null): Map<string, string> {
  const targets = new Map<string, string>();
  while (xml?.next()) {
    if (xml.kind !== 'open' || xml.name !== 'Relationship') continue;
    const target = xml.attribute('Target') ?? '';
    const whole = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    targets.set(xml.attribute('Id') ?? '', whole.replace(/\/\.\//g, '/'));
  }
  return targets;
}

/** Shared strings; readings above Chinese characters (rPh) are no part of the text. */
function readStrings(xml: XmlPull | null): string[] {
  const strings: string[] = [];
  while (xml?.next()) {
    if (xml.kind === 'open' && xml.name === 'si') strings.push(xml.inside('rPh'));
  }
  return strings;
}
