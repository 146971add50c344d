import { badEncoding, notText } from './table-faults.ts';

export interface DecodedText {
  /** Without byte order mark. */
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

/** First bytes of files that people offer in place of a table. */
const SIGNATURES: [bytes: number[], zh: string, en: string][] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    ' Excel 工作簿（.xlsx）或 ZIP 压缩包',
    'an Excel workbook (.xlsx) or a ZIP',
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    '旧版 Excel 或 Office 文件（.xls）',
    'an old Excel or Office file (.xls)',
  ],
  [[0x25, 0x50, 0x44, 0x46], ' PDF', 'a PDF'],
  [[0x1f, 0x8b], ' gzip 压缩文件', 'a gzip file'],
  [[0x89, 0x50, 0x4e, 0x47], ' PNG 图片', 'a PNG picture'],
  [[0xff, 0xd8, 0xff], ' JPEG 图片', 'a JPEG picture'],
  [[0x00, 0x00, 0x27, 0x0a], ' Shapefile', 'a shapefile'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], ' SQLite 或 GeoPackage', 'an SQLite or GeoPackage file'],
];

/**
 * Bytes of a text file → text. UTF-8 with or without BOM, UTF-16 with BOM, else GBK (as GB 18030)
 * when the bytes are not valid UTF-8. `encoding` is returned so that a caller can show it.
 * Throws Fault `not-text` (says what the file looks like) or `encoding`.
 */
export function decodeText(bytes: Uint8Array, fileName: string): DecodedText {
  for (const [signature, zh, en] of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) throw notText(fileName, zh, en);
  }
  const encoding = markOf(bytes);
  if (encoding !== null) {
    const text = strictly(encoding, bytes);
    if (text === null) throw badEncoding(fileName, null, encoding.toUpperCase());
    if (text.includes('\0')) throw binary(fileName);
    return { text: unmarked(text), encoding };
  }
  if (bytes.includes(0)) throw binary(fileName);

  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null) return { text: unmarked(utf8), encoding: 'utf-8' };
  const damage = damagedLine(bytes);
  if (damage !== null) throw badEncoding(fileName, damage, 'UTF-8');
  const gbk = strictly('gb18030', bytes);
  if (gbk === null) throw badEncoding(fileName, null, 'UTF-8 / GBK');
  return { text: unmarked(gbk), encoding: 'gb18030' };
}

const binary = (fileName: string) =>
  notText(
    fileName,
    '二进制文件或不带 BOM 的 UTF-16（含 NUL 字节）',
    'a binary file or UTF-16 without BOM (it has NUL bytes)',
  );

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The decoder takes one mark away; files joined by hand can begin with two. */
const unmarked = (text: string) => text.replace(/^\uFEFF+/, '');

/**
 * Line of the first bad byte when the file is UTF-8 with a few broken characters, else null.
 * GB 18030 accepts most byte pairs, so without this look one broken byte would turn a whole
 * UTF-8 file into mojibake without a word. GBK read as UTF-8 is the opposite: nearly all damage
 * and hardly a character of three bytes.
 */
function damagedLine(bytes: Uint8Array): number | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let damaged = 0;
  let sound = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) damaged++;
    else if (unit >= 0x800) sound++;
  }
  if (sound <= 4 * damaged) return null;
  return text.slice(0, text.indexOf('\uFFFD')).split(/\r\n?|\n/).length;
}
