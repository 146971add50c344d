import { AGE_COLUMNS } from './ages.ts';
import { csv } from './csv-writer.ts';
import type { Place } from './people.ts';
import { lonLat } from './projection.ts';

/** population.csv: one row for each populated point. */
export function populationCsv(places: Place[]): string {
  const rows = places.map(({ id, at, total, ages }) => {
    const [lon, lat] = lonLat(at);
    return [id, lon.toFixed(7), lat.toFixed(7), total, ...ages];
  });
  return csv(['id', 'lon', 'lat', 'total', ...AGE_COLUMNS], rows);
}
