import { inPolygons, METRES_PER_DEGREE, lonScale, type Polygons } from '../../core/geo.ts';
import type { Facility } from '../../data/tables/facility.ts';
import type { Prepared } from '../prepared.ts';
import type { Query } from '../query.ts';
import type { Candidate, CandidateSource } from './propose.ts';

/** As many candidates as a region offers unless more are asked for. */
const MOST = 200;

/** The service whose table lists estates, equipped or not. */
const ESTATES = 'charging';

/**
 * The candidates of a source, those outside `within` left out. A list is taken as it is. Populated
 * places and estates beyond `most` are thinned over a grid: the cell grows by a quarter until few
 * enough cells hold any, and of each the place with most people stands (of estates the first).
 * Places that join no street offer no site. Estates are those of the table of estates; without one
 * the named residential grounds of the map. Chargers found on the map are no estates.
 */
export function candidatesFrom(
  prepared: Prepared,
  query: Query,
  facilities: Facility[],
  people: Float64Array,
  source: CandidateSource,
  within: Polygons | null,
): Candidate[] {
  const inside = ({ lon, lat }: Candidate) => !within || inPolygons(within, lon, lat);
  if (source.kind === 'list') return source.list.filter(inside);
  const most = source.most ?? MOST;
  if (source.kind === 'estates') {
    const listed = facilities.filter(
      ({ service, accuracy }) => service === ESTATES && accuracy !== 'osm',
    );
    const estates = (listed.length ? listed : (prepared.region.estates ?? [])).map(
      ({ id, name, lon, lat }) => ({ id, name, lon, lat }),
    );
    return thin(estates.filter(inside), null, most);
  }
  const { ids, lon, lat, counted } = prepared.region.places;
  const joined = query.method === 'network' ? prepared.way(query.profile).places.edge : null;
  const places: Candidate[] = [];
  const heads: number[] = [];
  for (let i = 0; i < lon.length; i++) {
    const place = { id: ids[i], lon: lon[i], lat: lat[i] };
    if (!counted[i] || !(people[i] > 0) || !inside(place)) continue;
    if (joined && joined[i] < 0) continue;
    places.push(place);
    heads.push(people[i]);
  }
  return thin(places, heads, most);
}

/** Metres of the finest grid. */
const FINEST = 50;

function thin(points: Candidate[], heads: number[] | null, most: number): Candidate[] {
  if (points.length <= most) return points;
  const scale = lonScale(points[0].lat);
  for (let side = FINEST; ; side *= 1.25) {
    const degrees = side / METRES_PER_DEGREE;
    const best = new Map<string, number>();
    points.forEach(({ lon, lat }, n) => {
      const cell = `${Math.floor((lon * scale) / degrees)},${Math.floor(lat / degrees)}`;
      const other = best.get(cell);
      if (other === undefined || (heads && heads[n] > heads[other])) best.set(cell, n);
    });
    if (best.size <= most) return [...best.values()].sort((a, b) => a - b).map((n) => points[n]);
  }
}
