import { cliFaults } from './cli-faults.ts';
import type { Options } from './options.ts';

/**
 * `--osm-facilities all|none|school,clinic`: the services whose facilities are taken from OSM.
 * Left out it means all where there is no table of facilities, and none where there is one.
 */
export function osmFacilitiesOption(options: Options, known: ReadonlySet<string>): Set<string> {
  const text = options['osm-facilities']?.trim() ?? (options.facilities ? 'none' : 'all');
  if (text === 'all') return new Set(known);
  if (text === 'none') return new Set();
  const keys = text.split(',').map((part) => part.trim());
  if (keys.every((key) => known.has(key))) return new Set(keys);
  const list = [...known].join(', ');
  throw cliFaults.value(
    '--osm-facilities',
    text,
    `all, none, or some of ${list}, with commas between`,
    `all、none，或以逗号分隔的若干项：${list}`,
  );
}
