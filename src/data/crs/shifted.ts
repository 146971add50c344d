const { sin, cos, sqrt, abs, PI, atan2, hypot } = Math;

/** Krasovsky 1940, as the published GCJ-02 formulas use it: metres, and the eccentricity squared. */
const A = 6378245;
const EE = 0.006693421622965823;

/** Roughly China: outside nothing is shifted. */
const inChina = (lon: number, lat: number) =>
  lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;

/** The wave that both shifts have in common, by x and by y. */
const wave = (x: number) => ((20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * 2) / 3;
const slow = (x: number, near: number, far: number, length: number) =>
  ((20 * sin(x * PI) +
    40 * sin((x / 3) * PI) +
    near * sin((x / 12) * PI) +
    far * sin((x * PI) / length)) *
    2) /
  3;

/** WGS 84 → GCJ-02 (AMap, Tencent, Google in China), degrees. Source: the published eviltransform formulas, 2010. */
export function gcj02FromWgs84(lon: number, lat: number): [number, number] {
  if (!inChina(lon, lat)) return [lon, lat];
  const [x, y] = [lon - 105, lat - 35];
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * sqrt(abs(x)) +
    wave(x) +
    slow(x, 150, 300, 30);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * sqrt(abs(x)) +
    wave(x) +
    slow(y, 160, 320, 30);
  const phi = (lat / 180) * PI;
  const magic = 1 - EE * sin(phi) ** 2;
  return [
    lon + (east * 180) / ((A / sqrt(magic)) * cos(phi) * PI),
    lat + (north * 180) / (((A * (1 - EE)) / (magic * sqrt(magic))) * PI),
  ];
}

const BD = (PI * 3000) / 180;

/** GCJ-02 → BD-09 (Baidu), degrees. Source: the published formula of Baidu's shift. */
export function bd09FromGcj02(lon: number, lat: number): [number, number] {
  if (!inChina(lon, lat)) return [lon, lat];
  const far = hypot(lon, lat) + 0.00002 * sin(lat * BD);
  const angle = atan2(lat, lon) + 0.000003 * cos(lon * BD);
  return [far * cos(angle) + 0.0065, far * sin(angle) + 0.006];
}
