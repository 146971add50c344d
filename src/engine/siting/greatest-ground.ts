import type { LonLat } from '../../core/geo.ts';
import type { CoverSearch } from '../../core/siting/greatest-covers.ts';
import {
  PlaneSearch,
  middleOfSquare,
  quartered,
  squaresAround,
  type Squares,
} from '../../core/siting/greatest-plane.ts';
import { rowsOf, type Rows } from '../../core/siting/greatest-rows.ts';
import { StreetSearch } from '../../core/siting/greatest-streets.ts';
import {
  endsOf,
  finer,
  middleOf,
  wholeEdges,
  type Stretches,
} from '../../core/siting/greatest-stretches.ts';
import { circleRadius } from '../circles.ts';
import type { Prepared } from '../prepared.ts';
import { queryPace, type Query } from '../query.ts';

/** Where sites may stand, in spots of a certain fineness, and the demand that is asked of them. */
export interface Ground {
  rows: Rows;
  /** A spot is at most so long; and, where too many, everything in a square of so many metres is one. */
  metres: number;
  square: number;
  search(): CoverSearch;
  /** The middle of a spot. */
  middle(spot: number): LonLat;
  /** Ends of streets in the midst of a spot: where a one-way street ends, nothing but its end will do. */
  ends(spot: number): LonLat[];
  /** One step finer, with the spots that are alive; null where it cannot be. */
  finer(alive: Uint8Array): Ground | null;
  /** The same ground, one step coarser. */
  coarser(): Ground;
}

/** The first spots are such a part of how far one may go; the finest ones are this long. Metres. */
const FIRST_PART = 8;
const FINEST_METRES = 4;
const FINEST_PART = 256;
/** Whoever can go nowhere, or nobody, still gets spots that can be counted. Metres. */
const LEAST_REACH = 100;

/** What people ask for: weight 0 for whoever does not count; seconds within which each must be reached. */
export interface Demand {
  weights: Float64Array;
  seconds: Float64Array;
}

/** All the ground there is, by the query's method. */
export function groundOf(prepared: Prepared, query: Query, demand: Demand): Ground {
  const longest = demand.seconds.reduce((most, s) => Math.max(most, s), 0);
  const { speed, startSeconds } = queryPace(query);
  const reach = Math.max(LEAST_REACH, (longest - startSeconds) * speed);
  if (query.method === 'buffer') return planeGround(prepared, query, demand, reach / query.detour);
  const { network, places } = prepared.way(query.profile, true);
  const weights = demand.weights.map((w, i) => (places.edge[i] < 0 ? 0 : w));
  const whole = wholeEdges(network);
  const points = prepared.region.places;
  const rowsBy = (square: number) => rowsOf(points, weights, demand.seconds, square);
  return at(reach / FIRST_PART, 0, whole, null, rowsBy(0));

  function at(
    metres: number,
    square: number,
    from: Stretches,
    alive: Uint8Array | null,
    rows: Rows,
  ): Ground {
    const stretches = finer(network, from, alive, metres, square);
    return {
      rows,
      metres,
      square,
      search: () => new StreetSearch(network, queryPace(query), places, rows, stretches),
      middle: (spot) => middleOf(network.graph, stretches, stretches.middle[spot]),
      ends: (spot) => endsOf(network.graph, stretches, stretches.middle[spot]),
      finer(open) {
        const next = oneFiner(metres, square, reach);
        if (!next) return null;
        const same = next.square === square;
        return at(next.metres, next.square, stretches, open, same ? rows : rowsBy(next.square));
      },
      coarser() {
        const wider = square ? square * 2 : metres;
        return at(metres, wider, from, alive, rowsBy(wider));
      },
    };
  }
}

function planeGround(prepared: Prepared, query: Query, demand: Demand, reach: number): Ground {
  const { lon, lat } = prepared.region.places;
  const asked = Array.from(demand.weights.keys()).filter((i) => demand.weights[i] > 0);
  const points = { lon: asked.map((i) => lon[i]), lat: asked.map((i) => lat[i]) };
  const rowsBy = (square: number) => rowsOf({ lon, lat }, demand.weights, demand.seconds, square);
  const first = reach / FIRST_PART;
  return at(first, 0, squaresAround(points, asked.length ? reach : 0, first), rowsBy(0));

  function at(metres: number, square: number, squares: Squares, rows: Rows): Ground {
    const radius = Float64Array.from(rows.seconds, (s) => circleRadius(s / 60, query));
    return {
      rows,
      metres,
      square,
      search: () => new PlaneSearch(squares, { lon, lat }, rows, radius),
      middle: (spot) => middleOfSquare(squares, spot),
      ends: () => [],
      finer(open) {
        const next = oneFiner(metres, square, reach);
        if (!next) return null;
        const same = next.square === square;
        return at(
          next.metres,
          next.square,
          quartered(squares, open),
          same ? rows : rowsBy(next.square),
        );
      },
      coarser() {
        const wider = square ? square * 2 : metres;
        const wide = squaresAround(points, asked.length ? reach : 0, metres * 2);
        return at(metres * 2, wider, wide, rowsBy(wider));
      },
    };
  }
}

/** Half as long; but first without squares, half as wide each time. */
function oneFiner(metres: number, square: number, reach: number) {
  if (square > 0) return { metres: metres / 2, square: square / 2 > metres ? square / 2 : 0 };
  const finest = Math.max(FINEST_METRES, reach / FINEST_PART);
  return metres > finest ? { metres: metres / 2, square: 0 } : null;
}
