import type { Text } from '../fault.ts';

/** What a file of another kind looks like, and what its owner can do. */
export interface ForeignKind {
  looksLike: Text;
  advice: Text;
}

/** 'pbf', 'gzip' and 'xml' are read on; anything else is told to the user. */
export type FileKind = 'pbf' | 'gzip' | 'xml' | ForeignKind;

const CHOOSE: Text = {
  zh: '请选择 OSM 数据文件，例如从 Geofabrik、Overpass 或 JOSM 导出的。',
  en: 'Choose a file of OSM data, e.g. one exported from Geofabrik, Overpass or JOSM.',
};
const UNPACK: Text = {
  zh: '请先解压，再选择其中的 OSM 文件。',
  en: 'Unpack it first and choose the OSM file in it.',
};
const CONVERT: Text = {
  zh: '请转换：osmium cat 输入 -o 输出.osm.pbf。',
  en: 'Convert it: osmium cat input -o output.osm.pbf.',
};

/** First bytes of formats that people have at hand: a string of Latin-1 characters, what it is, what to do. */
const SIGNATURES: [string, string, string, Text][] = [
  ['\x89PNG', 'PNG 图片', 'a PNG picture', CHOOSE],
  ['\xff\xd8\xff', 'JPEG 图片', 'a JPEG picture', CHOOSE],
  ['GIF8', 'GIF 图片', 'a GIF picture', CHOOSE],
  ['II*\0', 'TIFF 图片', 'a TIFF picture', CHOOSE],
  ['MM\0*', 'TIFF 图片', 'a TIFF picture', CHOOSE],
  ['%PDF', 'PDF 文档', 'a PDF document', CHOOSE],
  ['PK\x03\x04', 'ZIP 压缩包（或 XLSX、DOCX）', 'a ZIP archive (or XLSX, DOCX)', UNPACK],
  ['BZh', 'bzip2 压缩文件', 'a bzip2 file', UNPACK],
  ['\xfd7zXZ', 'xz 压缩文件', 'an xz file', UNPACK],
  ['7z\xbc\xaf', '7z 压缩包', 'a 7z archive', UNPACK],
  ['Rar!', 'RAR 压缩包', 'a RAR archive', UNPACK],
  ['\x28\xb5\x2f\xfd', 'zstd 压缩文件', 'a zstd file', UNPACK],
  ['\xff\xe0\x04o5', 'o5m 文件', 'an o5m file', CONVERT],
  ['SQLite format 3', 'SQLite 数据库', 'an SQLite database', CHOOSE],
  ['PMTiles', 'PMTiles 地图瓦片', 'PMTiles map tiles', CHOOSE],
  ['\xfe\xff', 'UTF-16 文本', 'UTF-16 text', { zh: '请另存为 UTF-8。', en: 'Save it as UTF-8.' }],
  ['\xff\xfe', 'UTF-16 文本', 'UTF-16 text', { zh: '请另存为 UTF-8。', en: 'Save it as UTF-8.' }],
];

/** Roots of XML that is not OSM's; other roots are left to the XML reader to name. */
const XML_ROOTS: [RegExp, string, string][] = [
  [/^<(!doctype\s+html|html)\b/i, 'HTML 网页', 'an HTML page'],
  [/<kml\b/i, 'KML 文件', 'a KML file'],
  [/<gpx\b/i, 'GPX 文件', 'a GPX file'],
  [/<svg\b/i, 'SVG 图片', 'an SVG picture'],
];

/**
 * Tells what a file is by its first bytes (some hundred are enough), never by its name.
 * PBF: four bytes of length, then a BlobHeader whose first field is the type, "OSMHeader".
 */
export function fileKind(head: Uint8Array): FileKind {
  const text = String.fromCharCode(...head.subarray(0, 1024));
  if (text.slice(4, 15) === '\x0a\x09OSMHeader') return 'pbf';
  // A file that is cut or begins with another block is still PBF, and its reader says so.
  if (text.slice(4, 13) === '\x0a\x07OSMData') return 'pbf';
  if (text.startsWith('\x1f\x8b')) return 'gzip';
  for (const [magic, zh, en, advice] of SIGNATURES) {
    if (text.startsWith(magic)) return { looksLike: { zh, en }, advice };
  }
  const body = text.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (body.startsWith('<')) {
    for (const [root, zh, en] of XML_ROOTS) {
      if (root.test(body)) return { looksLike: { zh, en }, advice: CHOOSE };
    }
    return 'xml';
  }
  return { looksLike: textKind(body, head), advice: CHOOSE };
}

function textKind(body: string, head: Uint8Array): Text {
  if (/^[{[]/.test(body)) {
    if (/"(Feature|FeatureCollection)"/.test(body)) return { zh: 'GeoJSON', en: 'GeoJSON' };
    return { zh: 'JSON', en: 'JSON' };
  }
  // Control characters other than white space tell bytes from text.
  // eslint-disable-next-line no-control-regex
  if (body !== '' && !/[\0-\x08\x0e-\x1f]/.test(body)) return { zh: '普通文本', en: 'plain text' };
  const bytes = [...head.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0'));
  const hex = bytes.join(' ');
  return { zh: `不认识的二进制数据（${hex}）`, en: `unknown binary data (${hex})` };
}
