import { decodeText } from '../tables/decode-text.ts';
import { FeatureSheet } from './feature-sheet.ts';
import { importFaults } from './import-faults.ts';
import type { SheetFile } from './sheet.ts';
import { XmlPull } from './xml-pull.ts';

/** Longer than any of its texts: what stands in an extension is for other programs. */
const TEXTS = ['name', 'desc', 'cmt', 'type', 'sym', 'src', 'time', 'ele'];

/**
 * GPX → its waypoints, one a row. Tracks and routes are no places: they are counted in a note.
 * Throws Faults of XmlPull, `other-xml`, `nothing-in-it`.
 */
export function readGpx(bytes: Uint8Array, file: string): SheetFile {
  const xml = new XmlPull(decodeText(bytes, file).text, file);
  const sheet = new FeatureSheet(file);
  let [root, lines] = ['', 0];
  while (xml.next()) {
    if (xml.kind !== 'open') continue;
    root ||= xml.name;
    if (root !== 'gpx') throw importFaults.otherXml(file, root, '<gpx>');
    if (xml.name === 'trk' || xml.name === 'rte') lines++;
    if (xml.name !== 'wpt') continue;
    const [lon, lat] = [xml.attribute('lon'), xml.attribute('lat')]
      .map((text) => text?.trim() || NaN)
      .map(Number);
    const properties = new Map<string, string>();
    const depth = xml.depth;
    while (xml.next() && xml.depth >= depth) {
      if (xml.kind === 'open' && xml.depth === depth + 1 && TEXTS.includes(xml.name)) {
        properties.set(xml.name, xml.inside().trim());
      }
    }
    sheet.take(properties, { type: 'Point', coordinates: [lon, lat] });
  }
  if (!sheet.size) throw importFaults.nothing(file, { zh: '航点（wpt）', en: 'waypoints (wpt)' });
  const notes = lines
    ? [
        {
          zh: `有 ${lines} 条轨迹或路线没有读：它们不是地点。`,
          en: `${lines} tracks or routes were not read: they are no places.`,
        },
      ]
    : [];
  return { kind: 'gpx', sheets: [sheet.sheet()], saysCrs: '', notes };
}
