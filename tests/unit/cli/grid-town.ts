import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOptions, build, scratch } from './town.ts';

type Tags = Record<string, string>;

/** Metres a step of the grid is long, along both axes: at the equator a degree is the same both ways. */
export const STEP = 111.195;

/** A street between points of the grid, by its crossings. */
export interface GridWay {
  /** Grid points, each 0.001 degree (about 111.2 m) apart. */
  line: [x: number, y: number][];
  tags?: Tags;
}

export interface GridTown {
  ways: GridWay[];
  /** Tags of grid points: gates, kerbs. */
  nodes?: [x: number, y: number, tags: Tags][];
  people: [id: string, x: number, y: number, total: number][];
  sites: [id: string, service: string, x: number, y: number][];
  /** Rectangles west, south, east, north in grid steps. */
  areas?: [id: string, zone: string | null, box: [number, number, number, number]][];
}

const degree = (step: number) => (step * 0.001).toFixed(7);
const tagXml = (tags: Tags) =>
  Object.entries(tags)
    .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
    .join('');

/** Builds a town drawn on a grid round 0° N 0° E into a region; the folder of the region. */
export async function gridTown(
  { ways, nodes = [], people, sites, areas }: GridTown,
  more: Record<string, string> = {},
): Promise<string> {
  const folder = scratch();
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const ids = new Map<string, number>();
  for (const [x, y] of ways.flatMap(({ line }) => line)) {
    if (!ids.has(`${x},${y}`)) ids.set(`${x},${y}`, ids.size + 1);
  }
  const tagged = new Map(nodes.map(([x, y, tags]) => [`${x},${y}`, tags]));
  const osm = [
    '<osm version="0.6"><bounds minlon="-0.1" minlat="-0.1" maxlon="0.2" maxlat="0.2"/>',
    ...[...ids].map(([key, id]) => {
      const [x, y] = key.split(',').map(Number);
      return `<node id="${id}" lon="${degree(x)}" lat="${degree(y)}">${tagXml(tagged.get(key) ?? {})}</node>`;
    }),
    ...ways.map(({ line, tags }, k) => {
      const refs = line.map(([x, y]) => `<nd ref="${ids.get(`${x},${y}`)}"/>`).join('');
      return `<way id="${k + 1}">${refs}${tagXml({ highway: 'residential', ...tags })}</way>`;
    }),
    '</osm>',
  ].join('\n');
  const rows = (head: string, list: (string | number)[][]) =>
    [head, ...list.map((row) => row.join(','))].join('\n');
  const polygon = ([west, south, east, north]: [number, number, number, number]) => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const features = areas?.map(([id, zone, box]) => ({
    type: 'Feature',
    properties: { id, name: id, ...(zone ? { zone } : {}) },
    geometry: {
      type: 'Polygon',
      coordinates: [polygon(box).map((point) => point.map((step) => step * 0.001))],
    },
  }));
  const options = buildOptions(folder, {
    osm: file('streets.osm', osm),
    population: file(
      'people.csv',
      rows(
        'id,lon,lat,total',
        people.map(([id, x, y, total]) => [id, degree(x), degree(y), total]),
      ),
    ),
    facilities: file(
      'sites.csv',
      rows(
        'id,name,service,lon,lat',
        sites.map(([id, service, x, y]) => [id, id, service, degree(x), degree(y)]),
      ),
    ),
    areas: features
      ? file('areas.geojson', JSON.stringify({ type: 'FeatureCollection', features }))
      : '',
    ...more,
  });
  // The fixture's own study area is of another town.
  const study = options.indexOf('--study-area');
  options.splice(study, 2);
  if (!features) options.splice(options.indexOf('--areas'), 2);
  await build(options);
  return join(folder, 'town');
}
