import type { Bbox } from '../../core/geo.ts';
import { rasterFaults } from './raster-faults.ts';
import type { TiffHeader } from './tiff-header.ts';

/** Where a raster lies: its north-west corner and the size of a cell, degrees, both steps positive. */
export interface RasterFrame {
  west: number;
  north: number;
  stepLon: number;
  stepLat: number;
}

const TAG = { scale: 33550, tiepoint: 33922, matrix: 34264, keys: 34735 };
const KEY = { model: 1024, raster: 1025, geographic: 2048, units: 2054, projected: 3072 };
const GEOGRAPHIC = 2;
const POINT = 2;
const DEGREE = 9102;
const ACCEPTED = new Set([4326, 4490]);

/**
 * The place of a GeoTIFF on the globe. A raster whose values stand for points (PixelIsPoint) is
 * shifted by half a cell, so that cells are areas everywhere else; geotiff's own bounding box is not.
 * Source: OGC GeoTIFF 1.1. Throws Fault `raster-no-georeference`, `raster-rotated`, `raster-crs`,
 * `raster-degrees`.
 */
export function rasterFrame(
  header: TiffHeader,
  { width, height }: { width: number; height: number },
  file: string,
): RasterFrame {
  const keys = geoKeys(header);
  checkCrs(keys, file);
  const frame = cornerOf(header, file);
  if (keys.get(KEY.raster) === POINT) {
    frame.west -= frame.stepLon / 2;
    frame.north += frame.stepLat / 2;
  }
  const east = frame.west + frame.stepLon * width;
  const south = frame.north - frame.stepLat * height;
  // Half a cell more is usual: global grids of points reach over the pole and the date line.
  const slack = Math.max(frame.stepLon, frame.stepLat);
  const fits =
    frame.west >= -180 - slack &&
    east <= 180 + slack &&
    south >= -90 - slack &&
    frame.north <= 90 + slack;
  if (!fits) throw rasterFaults.degrees(file, [frame.west, south, east, frame.north]);
  return frame;
}

/** The box of a frame of so many cells, degrees. */
export function frameBox(frame: RasterFrame, width: number, height: number): Bbox {
  const { west, north, stepLon, stepLat } = frame;
  return [west, north - height * stepLat, west + width * stepLon, north];
}

function cornerOf(header: TiffHeader, file: string): RasterFrame {
  const matrix = header.numbers(TAG.matrix);
  const scale = header.numbers(TAG.scale);
  const tie = header.numbers(TAG.tiepoint);
  if (scale && tie && scale.length >= 2 && tie.length >= 6) {
    const [stepLon, stepLat] = scale;
    return checked({
      west: tie[3] - tie[0] * stepLon,
      north: tie[4] + tie[1] * stepLat,
      ...{ stepLon, stepLat },
    });
  }
  if (matrix?.length === 16) {
    const [a, b, , west, d, e, , north] = matrix;
    if (b !== 0 || d !== 0) throw rasterFaults.rotated(file);
    return checked({ west, north, stepLon: a, stepLat: -e });
  }
  throw rasterFaults.noFrame(file);

  function checked(frame: RasterFrame): RasterFrame {
    if (!Object.values(frame).every(Number.isFinite)) throw rasterFaults.noFrame(file);
    if (frame.stepLon <= 0 || frame.stepLat <= 0) throw rasterFaults.rotated(file);
    return frame;
  }
}

/** Keys whose value is a number that stands in the directory itself; texts and doubles are not asked for. */
function geoKeys(header: TiffHeader): Map<number, number> {
  const list = header.numbers(TAG.keys) ?? [];
  const keys = new Map<number, number>();
  for (let k = 4; k + 3 < list.length && k <= (list[3] ?? 0) * 4; k += 4) {
    if (list[k + 1] === 0) keys.set(list[k], list[k + 3]);
  }
  return keys;
}

function checkCrs(keys: Map<number, number>, file: string): void {
  const model = keys.get(KEY.model);
  const projected = keys.get(KEY.projected);
  const code = keys.get(KEY.geographic);
  const known = (epsg: number | undefined) => epsg !== undefined && epsg > 0 && epsg < 32767;
  if (model === GEOGRAPHIC) {
    const degrees = (keys.get(KEY.units) ?? DEGREE) === DEGREE;
    if (degrees && code !== undefined && ACCEPTED.has(code)) return;
    const unit = degrees ? '' : ' (not in degrees)';
    if (known(code)) throw rasterFaults.crs(file, ` EPSG:${code}${unit}`, `EPSG:${code}${unit}`);
  } else if (known(projected)) {
    throw rasterFaults.crs(file, `投影坐标 EPSG:${projected}`, `projected, EPSG:${projected}`);
  }
  if (model === undefined) throw rasterFaults.crs(file, '未写明', 'not stated');
  throw rasterFaults.crs(file, '自定义的，没有 EPSG 编号', 'a custom one without an EPSG code');
}
