import { interiorPoint } from '../../core/interior-point.ts';
import { toWgs84, type Crs } from '../crs/crs.ts';
import { readAngle, type Degrees } from '../crs/degrees.ts';
import { checkDegrees } from '../tables/position.ts';
import { readPolygons } from '../tables/rings.ts';
import { isWrong, nullIslandWrong, type Wrong } from '../tables/table-faults.ts';
import { halfWidth } from './half-width.ts';
import type { RowRule } from './judge-row.ts';
import { repair, rowWrong, type Repair } from './repair.ts';
import type { SheetRow } from './sheet.ts';

/** A position before its coordinate system is known: as the file has it, or why it cannot be. Null where there is none. */
export type FilePlace = [lon: number, lat: number] | Wrong | null;

/**
 * Where a row lies, in the file's own system: by its cells of degrees, else its cell of both, else
 * what it draws. Null where it says nothing.
 */
export function placeOf(
  row: SheetRow,
  { columns, swapped }: Pick<RowRule, 'columns' | 'swapped'>,
  cell: (field: string) => string,
  repairs: Repair[],
): FilePlace {
  if (columns.has('lon') || columns.has('lat')) {
    const place = placeOfCells(cell('lon'), cell('lat'), swapped, repairs);
    if (place !== null) return place;
  }
  if (columns.has('position')) {
    const place = placeOfPair(cell('position'), swapped, repairs);
    if (place !== null) return place;
  }
  const { geometry } = row;
  if (!geometry) return null;
  const { type, coordinates } = geometry;
  if (type === 'Point') return placeOfPoint(coordinates, swapped);
  if (type === 'MultiPoint' && Array.isArray(coordinates) && coordinates.length === 1) {
    return placeOfPoint(coordinates[0], swapped);
  }
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    return rowWrong.geometry(type, { zh: ' Point 或 Polygon', en: 'Point or Polygon' });
  }
  const polygons = readPolygons(geometry);
  if (isWrong(polygons)) return polygons;
  const inside = interiorPoint(polygons);
  repairs.push(
    repair(
      'lon, lat',
      type,
      inside.map((x) => x.toFixed(6)).join(', '),
      '用了面内的一点',
      'a point inside the polygon is used',
    ),
  );
  return inside;
}

/** Two cells → the position in the file's own system. */
function placeOfCells(
  lonCell: string,
  latCell: string,
  swapped: boolean,
  repairs: Repair[],
): FilePlace {
  if (lonCell === '' && latCell === '') return null;
  const [lon, lat] = [readAngle(lonCell), readAngle(latCell)];
  if (!lon) return rowWrong.noAngle('lon', lonCell);
  if (!lat) return rowWrong.noAngle('lat', latCell);
  return pair(lon, lat, `${lonCell}, ${latCell}`, swapped, repairs);
}

/** One cell of both, as maps hand them out: “116.404,39.915”. */
function placeOfPair(cell: string, swapped: boolean, repairs: Repair[]): FilePlace {
  if (cell === '') return null;
  if (cell.length > 120) return rowWrong.noPair(cell);
  const parts = halfWidth(cell)
    .replace(/^[([{【]|[)\]}】]$/g, '')
    .split(/[,;、，；]\s*|(?<=[\d.°'"′″NSEW])\s+(?=[-+\dNSEW])/)
    .filter(Boolean);
  const [one, two] = parts.map((part) => readAngle(part.trim()));
  if (parts.length !== 2 || !one || !two) return rowWrong.noPair(cell);
  return pair(one, two, cell, swapped, repairs);
}

/** A drawn point; heights are left off. */
function placeOfPoint(coordinates: unknown, swapped: boolean): FilePlace {
  const [lon, lat] = Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return rowWrong.noPair(show(coordinates));
  return checked(lon as number, lat as number, swapped);
}

function show(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '[…]';
  }
}

function pair(
  lon: Degrees,
  lat: Degrees,
  raw: string,
  swapped: boolean,
  repairs: Repair[],
): FilePlace {
  if (lon.repaired || lat.repaired) {
    repairs.push(
      repair('lon, lat', raw, `${lon.value}, ${lat.value}`, '按度数读取', 'read as degrees'),
    );
  }
  // A hemisphere says which is which, whatever the column is called.
  if (lon.axis === 'lat' || lat.axis === 'lon') {
    if (swapped || lon.axis === lat.axis) return rowWrong.swapped(raw);
    repairs.push(
      repair(
        'lon, lat',
        raw,
        `${lat.value}, ${lon.value}`,
        '按东西南北对调',
        'exchanged by their hemispheres',
      ),
    );
    return checked(lat.value, lon.value, false);
  }
  return checked(lon.value, lat.value, swapped);
}

function checked(first: number, second: number, swapped: boolean): FilePlace {
  const [lon, lat] = swapped ? [second, first] : [first, second];
  if (lon === 0 && lat === 0) return nullIslandWrong();
  const wrong = checkDegrees(lon, lat);
  if (wrong?.code === 'swapped') return rowWrong.swapped(wrong.value);
  return wrong ?? [lon, lat];
}

/** Seven decimals, a centimetre: what a shift gives beyond is noise. */
export function placed([lon, lat]: [number, number], crs: Crs): [number, number] {
  if (crs === 'wgs84') return [lon, lat];
  const [x, y] = toWgs84(crs, lon, lat);
  return [Math.round(x * 1e7) / 1e7, Math.round(y * 1e7) / 1e7];
}
