import { assess } from '../../src/engine/assess.ts';
import { bandsOf } from '../../src/engine/picture.ts';
import { Prepared } from '../../src/engine/prepared.ts';
import { stepFree } from '../../src/engine/step-free.ts';
import { equippedOf, sitesOf } from '../../src/engine/sites.ts';
import { loadRegion, loadServices } from './load-region.ts';
import {
  QUERY_OPTIONS,
  choice,
  needed,
  queryOption,
  readOptions,
  serviceOption,
} from './options.ts';
import { FORMATS, plainNumber, toCsv, toTable, type Cell } from './output.ts';

/** `huimin coverage`: who is within each limit, with the denominator. */
export function coverageCommand(args: string[]): string {
  const options = readOptions(args, QUERY_OPTIONS, 'coverage');
  const format = choice(options, 'format', FORMATS);
  const service = serviceOption(options, loadServices(), 'coverage');
  const { region, manifest } = loadRegion(needed(options, 'region', 'coverage'));
  const { query, people } = queryOption(options, service, region);
  const prepared = new Prepared(region);
  const answer = assess(prepared, sitesOf(region.facilities, service.key), query);
  const free = stepFree(prepared, answer);
  const result = {
    region: region.id,
    service: service.key,
    method: query.method,
    profile: query.profile,
    speed_mps: query.speed,
    ...(query.method === 'buffer' ? { detour: query.detour } : {}),
    ...(query.startSeconds ? { turn_out_seconds: query.startSeconds } : {}),
    people_field: people.label,
    people_fallback: people.fallback,
    people: answer.people,
    facilities: answer.sites.length,
    bands: answer.bands,
    ...(answer.zoned ? { zoned: answer.zoned } : {}),
    ...(free
      ? {
          step_free: {
            minutes: free.minutes,
            against: 'older',
            older: free.older,
            lost: free.lost,
            lost_to_barriers: free.lostToBarriers,
            lost_to_pace: free.lostToPace,
            gained: free.gained,
          },
        }
      : {}),
    off_network: {
      facilities: answer.offNetwork.sites.length,
      people: answer.offNetwork.people,
    },
    ...(service.measure === 'share_equipped'
      ? { equipped: equippedOf(region.facilities, service.key) }
      : {}),
    areas: region.areas.map(({ id, name }, k) => ({ id, name, ...answer.areas[k] })),
    outside_areas: answer.outside,
    invented: manifest.invented,
    data_date: manifest.data_date,
  };
  if (format === 'json') return JSON.stringify(result, null, 2) + '\n';
  if (format === 'geojson') {
    const features = bandsOf(prepared, answer).map(({ minutes, polygons }) => ({
      type: 'Feature',
      properties: {
        ...answer.bands.find((band) => band.minutes === minutes),
        service: service.key,
        method: query.method,
        profile: query.profile,
        speed_mps: query.speed,
        people_field: people.label,
      },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    }));
    return JSON.stringify({ type: 'FeatureCollection', features }) + '\n';
  }
  const minutes = query.minutes.map((m) => `within_${m}_min`);
  const row = (id: string, name: string, all: number, within: number[]): Cell[] => [
    id,
    name,
    all,
    ...within,
    all ? within[within.length - 1] / all : null,
  ];
  const listing = {
    columns: ['id', 'name', people.label, ...minutes, 'share'],
    rows: [
      ...result.areas.map((area) => row(area.id, area.name, area.people, area.covered)),
      ...(answer.outside.people && result.areas.length
        ? [row('-', '(outside all areas)', answer.outside.people, answer.outside.covered)]
        : []),
      row(
        '*',
        region.name,
        answer.people,
        answer.bands.map((band) => band.covered),
      ),
      ...(answer.zoned?.zones ?? []).map(
        ({ zone, minutes: limit, people: all, covered }): Cell[] => [
          '*',
          `(${zone ?? 'no zone'}: within ${limit} min)`,
          all,
          ...query.minutes.map((m) => (m === limit ? covered : null)),
          all ? covered / all : null,
        ],
      ),
    ],
  };
  if (format === 'csv') return toCsv(listing);
  const note = people.fallback ? ' (everybody: the region has no ages for this service)' : '';
  const walking = query.method === 'network' ? 'on streets' : `in circles, detour ${query.detour}`;
  return (
    `${region.name}${manifest.invented ? ' (示例数据 invented sample data)' : ''}: ` +
    `${service.en} ${service.zh}, ${answer.sites.length} sites; ${query.profile} at ${query.speed} m/s ${walking}; ` +
    `who counts: ${people.label}${note}; off network: ${plainNumber(answer.offNetwork.people)} people\n` +
    toTable(listing) +
    (answer.zoned
      ? `within the limit of their own zone: ${plainNumber(answer.zoned.covered)} of ${plainNumber(answer.people)} (${(answer.zoned.share * 100).toFixed(1)} %)\n`
      : '') +
    (free
      ? `step-free: of ${plainNumber(free.older)} people whom older walkers' streets bring there, a wheelchair loses ${plainNumber(free.lost)}: ${plainNumber(free.lostToBarriers)} to steps, kerbs, slopes and ground, ${plainNumber(free.lostToPace)} to its pace\n`
      : '')
  );
}
