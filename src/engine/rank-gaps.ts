import { indexPoints } from '../core/buffer.ts';
import { gapShapes } from '../core/gap-shape.ts';
import type { LonLat, Polygons } from '../core/geo.ts';
import { beyondReach } from '../core/beyond.ts';
import type { PointTimes } from '../core/point-times.ts';
import { sitesOfSeeds, type Assessment } from './assess.ts';
import { circleTimes } from './circles.ts';
import type { Prepared } from './prepared.ts';

/** One gap as it is told to people. */
export interface RankedGap {
  rank: number;
  people: number;
  places: number;
  /** The populated place nearest to the centre of gravity of the gap's people. */
  centre: LonLat;
  /** What that place's nearest site is and how far; null where no site can be reached at all. */
  nearest: { id: string; name: string; nameEn?: string; minutes: number } | null;
  areaKm2: number;
  polygons: Polygons;
}

/**
 * The first `most` gaps of an answer with their nearest site, however far, and their ground.
 */
export function rankGaps(prepared: Prepared, answer: Assessment, most = Infinity): RankedGap[] {
  const gaps = answer.gaps.slice(0, most);
  const { lon, lat, linkMetres } = prepared.region.places;
  const shapes = gapShapes(gaps, lon, lat, linkMetres);
  const centres = gaps.map((gap) => gap.centre);
  const times = timesBeyond(prepared, answer, centres);
  return gaps.map((gap, k) => {
    const site = answer.sites[times.nearest[k]];
    return {
      rank: k + 1,
      people: gap.people,
      places: gap.places.length,
      centre: [lon[gap.centre], lat[gap.centre]],
      nearest: site
        ? { id: site.id, name: site.name, nameEn: site.nameEn, minutes: times.seconds[k] / 60 }
        : null,
      ...shapes[k],
    };
  });
}

/** Times of a few places without a horizon; the answer's own where they are within it. */
function timesBeyond(prepared: Prepared, answer: Assessment, places: number[]): PointTimes {
  const { query, sites, times, reach } = answer;
  const known: PointTimes = {
    seconds: Float64Array.from(places, (i) => times.seconds[i]),
    nearest: Int32Array.from(places, (i) => times.nearest[i]),
  };
  if (known.nearest.every((site) => site >= 0)) return known;
  if (reach) {
    const { edge, along, off } = prepared.way(query.profile).places;
    const unknown = places.filter((_, k) => known.nearest[k] < 0);
    const far = beyondReach(reach, {
      edge: Int32Array.from(unknown, (i) => edge[i]),
      along: Float64Array.from(unknown, (i) => along[i]),
      off: Float64Array.from(unknown, (i) => off[i]),
    });
    sitesOfSeeds(far, answer.seedSite);
    let next = 0;
    places.forEach((_, k) => {
      if (known.nearest[k] >= 0) return;
      known.seconds[k] = far.seconds[next];
      known.nearest[k] = far.nearest[next++];
    });
    return known;
  }
  const { lon, lat } = prepared.region.places;
  const points = indexPoints(
    places.map((i) => lon[i]),
    places.map((i) => lat[i]),
  );
  return circleTimes(points, sites, query, Infinity);
}
