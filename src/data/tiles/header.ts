import { E7, type Bbox } from '../../core/geo.ts';

const HEADER = 127;
const GZIP = 2;
const MVT = 1;

/** What an archive says about itself. */
export interface ArchiveInfo {
  /** West, south, east, north, degrees. */
  bbox: Bbox;
  minZoom: number;
  maxZoom: number;
  /** The archive's JSON: name, attribution, vector_layers … */
  metadata: Record<string, unknown>;
}

/** Bytes of each section that follows the header, in this order. */
interface SectionBytes {
  root: number;
  metadata: number;
  leaves: number;
  data: number;
}

/** The first 127 bytes of an archive, by the PMTiles specification 3. */
export function writeHeader(
  { bbox, minZoom, maxZoom }: ArchiveInfo,
  counts: { tiles: number; entries: number; contents: number },
  bytes: SectionBytes,
): Uint8Array {
  const header = new Uint8Array(HEADER);
  header.set(new TextEncoder().encode('PMTiles'));
  header[7] = 3;
  const view = new DataView(header.buffer);
  let [field, offset] = [8, HEADER];
  for (const length of [bytes.root, bytes.metadata, bytes.leaves, bytes.data]) {
    view.setBigUint64(field, BigInt(offset), true);
    view.setBigUint64(field + 8, BigInt(length), true);
    field += 16;
    offset += length;
  }
  for (const count of [counts.tiles, counts.entries, counts.contents]) {
    view.setBigUint64(field, BigInt(count), true);
    field += 8;
  }
  const [west, south, east, north] = bbox;
  header.set([1, GZIP, GZIP, MVT, minZoom, maxZoom], 96);
  const positions = [west, south, east, north].map((degrees) => Math.round(degrees * E7));
  positions.forEach((value, k) => view.setInt32(102 + 4 * k, value, true));
  header[118] = Math.min(maxZoom, Math.max(minZoom, 12));
  view.setInt32(119, Math.round(((west + east) / 2) * E7), true);
  view.setInt32(123, Math.round(((south + north) / 2) * E7), true);
  return header;
}
