import type { Polygons, Ring } from '../../../core/geo.ts';
import type { Text } from '../../../data/fault.ts';
import { readPosition } from '../../../data/tables/position.ts';
import { isWrong } from '../../../data/tables/table-faults.ts';

/** An area by its corners, as typed: "lon,lat; lon,lat; …" → one polygon, or what is wrong with it. */
export function readCorners(typed: string): Polygons | Text {
  const parts = typed.split(/[;；\n]/).filter((part) => part.trim());
  const ring: Ring = [];
  for (const part of parts) {
    const cells = part
      .trim()
      .split(/[,，\s]+/)
      .filter(Boolean);
    const read = readPosition(cells[0] ?? '', cells[1] ?? '');
    if (isWrong(read)) {
      return { zh: `“${part.trim()}”：${read.text.zh}`, en: `"${part.trim()}": ${read.text.en}` };
    }
    if (cells.length > 2) return tooMuch(part.trim());
    ring.push(read);
  }
  if (new Set(ring.map(String)).size < 3) {
    return {
      zh: `范围至少要 3 个不同的角点，现有 ${ring.length} 个。请写成：经度,纬度; 经度,纬度; 经度,纬度。`,
      en: `An area needs at least 3 different corners, got ${ring.length}. Write: lon,lat; lon,lat; lon,lat.`,
    };
  }
  if (String(ring[0]) !== String(ring[ring.length - 1])) ring.push(ring[0]);
  return [[ring]];
}

/** The corners of a polygon's outer ring, as they are typed. */
export function cornersText([[ring]]: Polygons): string {
  return ring
    .slice(0, -1)
    .map(([lon, lat]) => `${lon.toFixed(5)},${lat.toFixed(5)}`)
    .join('; ');
}

function tooMuch(part: string): Text {
  return {
    zh: `“${part}”应是一个经度和一个纬度；角点之间请用分号隔开。`,
    en: `"${part}" should be one longitude and one latitude; put a semicolon between corners.`,
  };
}
