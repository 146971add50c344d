import { OsmColumns } from './osm-columns.ts';
import { osmFault } from './osm-faults.ts';
import { OsmPieces } from './osm-pieces.ts';
import { timeNumber, timeText } from './osm-time.ts';
import { StringPool } from './string-pool.ts';
import * as N from './xml-names.ts';
import { END, NEED_MORE, START, XmlScanner } from './xml-scan.ts';
import { XmlValues } from './xml-values.ts';
import type { OsmData } from './osm.ts';

export interface XmlOptions {
  /** Called after each chunk with bytes read and bytes in all (bytes read when not known). */
  onProgress?: (done: number, total: number) => void;
  /** Bytes in all, where the caller knows. */
  total?: number;
}

/** Objects gathered before they are put away. */
const BATCH = 65536;
const MEMBER_TYPES = ['node', 'way', 'relation'];

/**
 * Reads OSM XML (.osm) that arrives in chunks cut anywhere: from the OSM API, Overpass, JOSM or
 * osmium. Objects that are deleted (JOSM's action="delete", visible="false") are left out.
 * Source: https://wiki.openstreetmap.org/wiki/OSM_XML
 * @returns objects in the order of the file; bbox of all <bounds>; date (UTC, to the second)
 *   from osm_base or the root's timestamp, else the newest object's.
 * @throws Fault (xml-…, osm-memory) that names byte and line.
 */
export function decodeOsmXml(chunks: Iterable<Uint8Array>, options: XmlOptions = {}): OsmData {
  const reader = new OsmXmlReader();
  let done = 0;
  for (const chunk of chunks) {
    reader.read(chunk);
    done += chunk.length;
    options.onProgress?.(done, Math.max(options.total ?? 0, done));
  }
  return reader.finish();
}

class OsmXmlReader {
  private readonly scanner = new XmlScanner();
  private readonly values = new XmlValues(this.scanner);
  private readonly pool = new StringPool();
  private readonly columns = new OsmColumns();
  private readonly pieces = new OsmPieces();
  /** The object that is open: 'node', 'way', 'relation' or ''. */
  private object = '';
  /** Level of the element whose content is stepped over; 0 for none. */
  private skipped = 0;
  private bbox: OsmData['bbox'] = null;
  /** Times as yyyymmddhhmmss: what the file says of itself, and its newest object. */
  private stated = 0;
  private newest = 0;

  read(chunk: Uint8Array): void {
    const { scanner } = this;
    scanner.feed(chunk);
    for (let kind = scanner.next(); kind !== NEED_MORE; kind = scanner.next()) {
      const { level } = scanner;
      if (this.skipped !== 0) {
        if (kind === END && level === this.skipped) this.skipped = 0;
      } else if (kind !== END) {
        const entered = this.open(scanner.name, level);
        if (!entered && kind === START) this.skipped = level;
        if (entered && kind !== START) this.close(level);
      } else this.close(level);
    }
  }

  finish(): OsmData {
    this.scanner.finish();
    this.pieces.append(this.columns.view());
    return {
      strings: this.pool.strings,
      ...this.pieces.joined(),
      bbox: this.bbox,
      date: timeText(this.stated || this.newest),
    };
  }

  /** An element begins. @returns whether its content is of interest. */
  private open(name: string, level: number): boolean {
    if (level === 1) return this.openRoot(name);
    if (level === 2) return this.openTop(name);
    const { columns, values, pool, object } = this;
    if (name === 'tag') {
      const tags = this.tagsOf(object);
      tags.push(values.intern(N.K, pool));
      tags.push(values.intern(N.V, pool));
    } else if (name === 'nd' && object === 'way') columns.wayRefs.push(values.id(N.REF));
    else if (name === 'member' && object === 'relation') this.addMember();
    return false;
  }

  private openRoot(name: string): boolean {
    const { scanner, values } = this;
    const place = scanner.place(scanner.tagAt);
    if (name !== 'osm') throw osmFault('xml-root', { ...place, got: name.slice(0, 80) });
    if (values.has(N.VERSION) && !values.is(N.VERSION, '0.6')) {
      throw osmFault('xml-version', { ...place, got: values.text(N.VERSION).slice(0, 80) });
    }
    this.stated = this.time(N.TIMESTAMP);
    return true;
  }

  private openTop(name: string): boolean {
    const { scanner, values } = this;
    if (name === 'node' || name === 'way' || name === 'relation') return this.openObject(name);
    if (name === 'bounds') this.addBounds();
    else if (name === 'meta' && values.has(N.OSM_BASE)) this.stated = this.time(N.OSM_BASE);
    else if (name === 'remark') throw osmFault('xml-remark', scanner.place(scanner.tagAt));
    return false;
  }

  private openObject(name: 'node' | 'way' | 'relation'): boolean {
    const { columns, values } = this;
    if (values.is(N.ACTION, 'delete') || values.is(N.VISIBLE, 'false')) return false;
    if (name === 'node') {
      columns.nodeIds.push(values.id(N.ID));
      columns.nodeLat.push(values.coordinate(N.LAT, 90));
      columns.nodeLon.push(values.coordinate(N.LON, 180));
    } else if (name === 'way') columns.wayIds.push(values.id(N.ID));
    else columns.relationIds.push(values.id(N.ID));
    const time = this.time(N.TIMESTAMP);
    if (time > this.newest) this.newest = time;
    this.object = name;
    return true;
  }

  /** An element whose content was of interest ends. */
  private close(level: number): void {
    if (level !== 2) return;
    const { columns, object } = this;
    if (object === 'node') columns.nodeTagStart.push(columns.nodeTags.length / 2);
    else if (object === 'way') {
      columns.wayRefStart.push(columns.wayRefs.length);
      columns.wayTagStart.push(columns.wayTags.length / 2);
    } else {
      columns.memberStart.push(columns.memberIds.length);
      columns.relationTagStart.push(columns.relationTags.length / 2);
    }
    this.object = '';
    const { nodeIds, wayIds, relationIds } = columns;
    if (nodeIds.length + wayIds.length + relationIds.length < BATCH) return;
    this.pieces.append(columns.view());
    columns.clear();
  }

  private tagsOf(object: string) {
    if (object === 'node') return this.columns.nodeTags;
    return object === 'way' ? this.columns.wayTags : this.columns.relationTags;
  }

  private addMember(): void {
    const { columns, values, pool } = this;
    const type = MEMBER_TYPES.findIndex((name) => values.is(N.TYPE, name));
    if (type === -1) {
      // Says that it is missing, where it is.
      values.take(N.TYPE);
      throw values.wrong(N.TYPE, { zh: 'node、way 或 relation', en: 'node, way or relation' });
    }
    columns.memberTypes.push(type);
    columns.memberIds.push(values.id(N.REF));
    columns.memberRoles.push(values.has(N.ROLE) ? values.intern(N.ROLE, pool) : 0);
  }

  private addBounds(): void {
    const { values, bbox } = this;
    const [west, south] = [values.degrees(N.MINLON), values.degrees(N.MINLAT)];
    const [east, north] = [values.degrees(N.MAXLON), values.degrees(N.MAXLAT)];
    this.bbox = bbox
      ? [
          Math.min(bbox[0], west),
          Math.min(bbox[1], south),
          Math.max(bbox[2], east),
          Math.max(bbox[3], north),
        ]
      : [west, south, east, north];
  }

  /** An attribute's time; 0 when it is absent or not a time, which a date can do without. */
  private time(slot: number): number {
    const { values } = this;
    if (!values.has(slot)) return 0;
    values.take(slot);
    return timeNumber(values.bytes, values.start, values.end);
  }
}
