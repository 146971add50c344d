import type { Manifest } from '../../src/data/region/manifest.ts';
import { plainNumber } from './output.ts';
import { inOwnLanguage } from './own-language.ts';

/** What was built, for whoever watches: one line for each thing to know. */
export function regionSummary(m: Manifest): string {
  const { counts: c, components, off_network: off } = m;
  const rejected = Object.entries(c.rejected).map(([role, count]) => `${count} of ${role}`);
  const warning = m.edge_warning?.sides
    .map(({ side, metres }) => `${side} ${metres < 0 ? 'ends before them' : `${metres} m`}`)
    .join(', ');
  return [
    `${m.id}: ${m.name}`,
    `  streets     ${c.street_km} km, ${c.nodes} nodes, ${c.edges} edges, data of ${m.data_date ?? 'unknown date'}`,
    `  components  ${components.count}, ${components.usable} of 1 km or more, the largest holds ${(components.largest_share * 100).toFixed(1)} %`,
    `  people      ${plainNumber(c.people)} at ${c.places} places, ${plainNumber(c.people_counted)} counted; fields ${m.people_fields.join(', ')}`,
    ...(m.population_rule ? [`              ${inOwnLanguage(m.population_rule)}`] : []),
    `  facilities  ${listed(c.facilities) || 'none'}`,
    ...originLines(m),
    `  areas       ${c.areas}${c.estates ? `, ${c.estates} named estates` : ''}`,
    `  rejected    ${rejected.join(', ') || 'no rows'}`,
    `  off network ${plainNumber(off.people)} people at ${off.places} places, ${off.facilities.length} facilities`,
    ...evidenceLine(m),
    ...(c.missing_nodes ? [`  cut streets ${c.missing_nodes} nodes lie outside the extract`] : []),
    ...(warning
      ? [`  warning     the street data ends less than 2 km beyond the people: ${warning}`]
      : []),
    ...(m.elevation
      ? [
          `  elevation   ${m.elevation.file}: slopes of ${(m.elevation.street_share * 100).toFixed(1)} % of the streets`,
        ]
      : []),
    `  bundle      ${m.bundle.file}, ${(m.bundle.bytes / 1e6).toFixed(2)} MB, sha256 ${m.bundle.sha256.slice(0, 16)}…`,
    `  basemap     ${m.basemap ? `${m.basemap.file}, ${(m.basemap.bytes / 1e6).toFixed(2)} MB, ${m.basemap.tiles} tiles` : 'nothing to draw'}`,
    '',
  ].join('\n');
}

const listed = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([key, count]) => `${count} ${key}`)
    .join(', ');

/** Where the facilities come from, and what of OSM is not among them. */
function originLines({ facility_origins: origins }: Manifest): string[] {
  if (!origins) return [];
  const {
    table,
    osm,
    united,
    in_table: known,
    skipped,
    nowhere,
    with_entrances: entered,
  } = origins;
  const lines = [];
  if (Object.keys(osm).length) {
    lines.push(`  from OSM    ${Object.keys(table).length ? listed(osm) : 'all of them'}`);
  }
  const left = [
    ...Object.entries(united).map(([key, n]) => `${n} ${key} mapped twice`),
    ...Object.entries(known).map(([key, n]) => `${n} ${key} already in the table`),
    ...skipped.map(({ service, count, ...why }) => `${count} ${service} ${inOwnLanguage(why)}`),
    ...(nowhere ? [`${nowhere} outside the extract`] : []),
  ];
  if (left.length) lines.push(`  not taken   of OSM: ${left.join('; ')}`);
  if (entered) lines.push(`  entrances   ${entered} facilities are reached at gates or their edge`);
  return lines;
}

function evidenceLine({ evidence }: Manifest): string[] {
  if (!evidence) return [];
  const far = (evidence.far_share * 100).toFixed(1);
  return [
    `  evidence    ${evidence.grade}: ${evidence.street_metres} m of street or more within 250 m of half the people; ${far} % farther than 150 m from any`,
  ];
}
