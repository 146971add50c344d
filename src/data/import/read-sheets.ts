import { decodeText } from '../tables/decode-text.ts';
import { emptyFile } from '../tables/table-faults.ts';
import { readCsvSheet } from './csv-sheet.ts';
import { readGeoJsonSheet } from './geojson-sheet.ts';
import { readGpx } from './gpx-sheet.ts';
import { importFaults } from './import-faults.ts';
import { readKml, readKmz } from './kml-sheet.ts';
import { readXlsx } from './read-xlsx.ts';
import { MOST_BYTES, type SheetFile } from './sheet.ts';
import { openZip } from './unzip.ts';

const begins = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, i) => bytes[i] === byte);

/**
 * Any file that people bring → its tables as text. What it is shows in its bytes, whatever
 * its name. Throws a Fault for what is none of them.
 */
export async function readSheets(bytes: Uint8Array, file: string): Promise<SheetFile> {
  if (bytes.length === 0) throw emptyFile(file);
  if (bytes.length > MOST_BYTES) throw importFaults.tooLarge(file, bytes.length);
  if (begins(bytes, 0x50, 0x4b)) {
    const archive = openZip(bytes, file);
    return archive.names.some((name) => /\.kml$/i.test(name))
      ? readKmz(archive, file)
      : readXlsx(archive, file);
  }
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw importFaults.kind(
      file,
      '旧版 Excel（.xls）或有密码的文件',
      'an old Excel file (.xls), or one with a password',
    );
  }
  if (begins(bytes, 0x66, 0x67, 0x62)) return (await import('./fgb-sheet.ts')).readFgb(bytes, file);
  if (begins(bytes, 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65)) {
    throw importFaults.kind(file, ' GeoPackage 或 SQLite', 'a GeoPackage or SQLite file');
  }
  const start = firstCharacters(bytes);
  if (start.startsWith('<'))
    return /<gpx[\s>]/i.test(start) || /\.gpx$/i.test(file)
      ? readGpx(bytes, file)
      : readKml(bytes, file);
  if (start.startsWith('{')) return readGeoJsonSheet(bytes, file);
  return readCsvSheet(bytes, file);
}

/** Enough to tell XML and JSON from a table, in whatever encoding. */
function firstCharacters(bytes: Uint8Array): string {
  const wide = begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff);
  const text = wide
    ? decodeText(bytes, '').text.slice(0, 1000)
    : new TextDecoder().decode(bytes.subarray(0, 1000));
  return text.trimStart();
}
