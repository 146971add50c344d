import { assess } from '../../src/engine/assess.ts';
import { Prepared } from '../../src/engine/prepared.ts';
import { rankGaps } from '../../src/engine/rank-gaps.ts';
import { sitesOf } from '../../src/engine/sites.ts';
import { loadRegion, loadServices } from './load-region.ts';
import {
  QUERY_OPTIONS,
  choice,
  needed,
  queryOption,
  readOptions,
  serviceOption,
  topOption,
} from './options.ts';
import { FORMATS, toCsv, toTable } from './output.ts';

/** `huimin gaps`: the groups of places beyond the (last) limit, most people first. */
export function gapsCommand(args: string[]): string {
  const options = readOptions(args, [...QUERY_OPTIONS, 'top'], 'gaps');
  const format = choice(options, 'format', FORMATS);
  const service = serviceOption(options, loadServices(), 'gaps');
  const { region } = loadRegion(needed(options, 'region', 'gaps'));
  const { query } = queryOption(options, service, region);
  const prepared = new Prepared(region);
  const answer = assess(prepared, sitesOf(region.facilities, service.key), query);
  const ranked = rankGaps(prepared, answer, topOption(options));
  const gaps = ranked.map(({ rank, people, places, centre, nearest, areaKm2 }) => ({
    rank,
    people,
    places,
    centre,
    nearest: nearest && { id: nearest.id, name: nearest.name, minutes: nearest.minutes },
    area_km2: areaKm2,
  }));
  if (format === 'json') return JSON.stringify(gaps, null, 2) + '\n';
  if (format === 'geojson') {
    const features = gaps.map((gap, k) => ({
      type: 'Feature',
      properties: gap,
      geometry: { type: 'MultiPolygon', coordinates: ranked[k].polygons },
    }));
    return JSON.stringify({ type: 'FeatureCollection', features }) + '\n';
  }
  const listing = {
    columns: ['rank', 'people', 'places', 'lon', 'lat', 'nearest', 'name', 'minutes', 'km2'],
    rows: gaps.map(({ rank, people, places, centre, nearest, area_km2 }) => [
      rank,
      people,
      places,
      Number(centre[0].toFixed(6)),
      Number(centre[1].toFixed(6)),
      nearest?.id ?? null,
      nearest?.name ?? null,
      nearest ? Math.round(nearest.minutes * 10) / 10 : null,
      Math.round(area_km2 * 100) / 100,
    ]),
  };
  return format === 'csv' ? toCsv(listing) : toTable(listing);
}
