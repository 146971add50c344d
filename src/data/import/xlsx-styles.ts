import type { XmlPull } from './xml-pull.ts';

/** Formats of ECMA-376 §18.8.30 and of Chinese Excel that show a day, or a time of day. */
const DAYS = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
const TIMES = [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56];

/** What the numbers of each cell format mean: a day, a time, or just a number. */
export type NumberKind = 'day' | 'time' | 'number';

/** xl/styles.xml → the kind of each cell format (cellXfs), by its index. */
export function readNumberKinds(xml: XmlPull): NumberKind[] {
  const own = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  while (xml.next()) {
    if (xml.name === 'cellXfs' && xml.kind !== 'text') inCells = xml.kind === 'open';
    if (xml.kind !== 'open') continue;
    if (xml.name === 'numFmt') {
      own.set(Number(xml.attribute('numFmtId')), kindOf(xml.attribute('formatCode') ?? ''));
    } else if (xml.name === 'xf' && inCells) {
      const id = Number(xml.attribute('numFmtId') ?? 0);
      const built = DAYS.includes(id) ? 'day' : TIMES.includes(id) ? 'time' : 'number';
      kinds.push(own.get(id) ?? built);
    }
  }
  return kinds;
}

/** Letters outside quotes, brackets and escapes tell: yyyy"年"m"月" is a day, [h]:mm a time. */
function kindOf(code: string): NumberKind {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?![hms]+\])[^\]]*\]/gi, '');
  if (/[yd]/i.test(bare)) return 'day';
  return /[hs]/i.test(bare) ? 'time' : 'number';
}

/** Days between 1899-12-30 and 1970-01-01; from March 1900 on this is how Excel counts. */
const EPOCH = 25569;
/** A workbook of old Macs counts from 1904. */
const MAC_DAYS = 1462;

/** Excel's serial number of a day → yyyy-mm-dd, of a time → hh:mm; null where it is none. */
export function serialText(serial: number, kind: 'day' | 'time', mac: boolean): string | null {
  const days = serial + (mac ? MAC_DAYS : 0);
  if (!(days >= 0 && days < 2958466)) return null;
  const iso = new Date(Math.round((days - EPOCH) * 1440) * 60_000).toISOString();
  if (kind === 'time') return iso.slice(11, 16);
  return iso.slice(11, 16) === '00:00'
    ? iso.slice(0, 10)
    : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}
