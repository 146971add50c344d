import type { LonLat } from '../../src/core/geo.ts';
import type { Estate } from '../../src/data/osm-services/estates.ts';
import { cliFaults } from './cli-faults.ts';
import { needed, type Options } from './options.ts';

/** `--at LON,LAT`, or the name of one of the region's estates: a point in degrees. Throws Fault. */
export function startOption(options: Options, estates: readonly Estate[]): LonLat {
  const text = needed(options, 'at', 'nearest');
  const [lon, lat, ...rest] = text.split(',').map((part) => (part.trim() ? Number(part) : NaN));
  if (!rest.length && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return [lon, lat];
  const wanted = text.trim().toLowerCase();
  // The whole name before a part of it, so that 西院 is found beside 西院南区.
  const names = ({ name, nameEn = '' }: Estate) => [name.toLowerCase(), nameEn.toLowerCase()];
  const whole = !wanted ? [] : estates.filter((estate) => names(estate).includes(wanted));
  const found =
    whole.length || !wanted
      ? whole
      : estates.filter((estate) => names(estate).some((name) => name.includes(wanted)));
  if (found.length === 1) return [found[0].lon, found[0].lat];
  if (found.length) throw cliFaults.estates(text, found);
  throw cliFaults.value(
    '--at',
    text,
    'lon,lat in degrees, such as 126.02,41.99, or the name of an estate of the region',
    '“经度,纬度”（度），如 126.02,41.99，或本区域里一个小区的名称',
  );
}
