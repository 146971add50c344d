import { Fault, type Text } from '../fault.ts';
import { type Wrong } from './table-faults.ts';
import { cut } from './quoted.ts';

function show(value: unknown): string {
  if (typeof value === 'string') return cut(value);
  try {
    return cut(JSON.stringify(value) ?? String(value));
  } catch {
    return '[…]'; // nested too deep to write down
  }
}

function wrong(code: string, value: unknown, zh: string, en: string): Wrong {
  return { code, value: show(value), text: { zh, en } };
}

// ── the whole file ──────────────────────────────────────────────────────────

export const badJson = (file: string, line: number, column: number, expected: Text) =>
  new Fault('bad-json', {
    zh: `${file}：第 ${line} 行第 ${column} 列不是有效的 JSON，应为${expected.zh}。`,
    en: `${file}: not valid JSON at line ${line}, column ${column}; expected ${expected.en}.`,
  });

export const notGeoJson = (file: string, type: unknown, expected: string) =>
  new Fault('not-geojson', {
    zh: `${file}：type 是 ${show(type)}，应为 ${expected}（GeoJSON）。`,
    en: `${file}: type is ${show(type)}; expected ${expected} (GeoJSON).`,
  });

export const noFeatures = (file: string) =>
  new Fault('no-features', {
    zh: `${file}：没有要素（features 应为非空数组）。`,
    en: `${file}: no features; expected “features” to be an array that is not empty.`,
  });

export const wrongCrs = (file: string, name: unknown) =>
  new Fault('crs', {
    zh: `${file}：坐标系写的是 ${show(name)}，应为 WGS 84 经纬度（CRS84、EPSG:4326 或 EPSG:4490）。请先转换，例如在 QGIS 中另存为 EPSG:4326。`,
    en: `${file}: the crs member says ${show(name)}; expected WGS 84 lon/lat (CRS84, EPSG:4326 or EPSG:4490). Convert it first, e.g. export as EPSG:4326 from QGIS.`,
  });

/** A study area has no list of rejected rows: one bad piece would silently shrink it. */
export const badStudyArea = (file: string, feature: number, why: Wrong) =>
  new Fault(why.code, {
    zh: `${file}：第 ${feature} 个要素：${why.text.zh}`,
    en: `${file}: feature ${feature}: ${why.text.en}`,
  });

// ── one feature ─────────────────────────────────────────────────────────────

export const featureWrong = (value: unknown) =>
  wrong(
    'not-a-feature',
    value,
    '不是 Feature，应为带 properties 与 geometry 的 Feature。',
    'not a Feature; expected a Feature with properties and geometry.',
  );

export const geometryWrong = (type: unknown) =>
  wrong(
    'geometry-type',
    type,
    `几何类型是 ${show(type)}，应为 Polygon 或 MultiPolygon。`,
    `the geometry is ${show(type)}; expected Polygon or MultiPolygon.`,
  );

export const noRingsWrong = (value: unknown) =>
  wrong(
    'no-rings',
    value,
    '面没有环，应至少有一个外环。',
    'a polygon without rings; expected at least the outer one.',
  );

/** `where` names the ring in words of both languages. */
export interface RingPlace {
  polygon: number;
  ring: number;
}
const zhAt = (at: RingPlace) => `第 ${at.polygon} 个面第 ${at.ring} 个环`;
const enAt = (at: RingPlace) => `ring ${at.ring} of polygon ${at.polygon}`;

export const shortRingWrong = (at: RingPlace, value: unknown) =>
  wrong(
    'short-ring',
    value,
    `${zhAt(at)}不足 4 个点，应为首尾相同的至少 4 个点。`,
    `${enAt(at)} has fewer than 4 positions; expected at least 4, the last equal to the first.`,
  );

export const openRingWrong = (at: RingPlace, last: unknown) =>
  wrong(
    'open-ring',
    last,
    `${zhAt(at)}没有闭合（可能被截断），末点应与首点相同。`,
    `${enAt(at)} is not closed (it may have been cut off); expected the last position to equal the first.`,
  );

export const flatRingWrong = (at: RingPlace, value: unknown) =>
  wrong(
    'flat-ring',
    value,
    `${zhAt(at)}面积为零，应围出一块面积。`,
    `${enAt(at)} has no area; expected it to enclose some.`,
  );

export const positionWrong = (at: RingPlace, value: unknown) =>
  wrong(
    'not-a-position',
    value,
    `${zhAt(at)}里的 ${show(value)} 不是坐标，应为 [经度, 纬度] 两个有限的数。`,
    `${show(value)} in ${enAt(at)} is not a position; expected [lon, lat], two finite numbers.`,
  );
