import { CRS, toWgs84, type Crs } from '../../data/crs/crs.ts';
import { checkDegrees } from '../../data/tables/position.ts';
import type { Prepared } from '../prepared.ts';

/** How well points lie along the streets if they are taken to be in one coordinate system. */
export interface CrsFit {
  crs: Crs;
  /** Points within 300 m of a street. */
  near: number;
  /** Points within 30 m of a street. */
  close: number;
  /** Median metres to the street of those that are near; null where none is. */
  medianMetres: number | null;
}

export interface CrsHint {
  /** Points that were tried. */
  points: number;
  fits: CrsFit[];
  /** The system that fits clearly best; null where none does. It is offered, never taken in silence. */
  best: Crs | null;
}

/** Where facilities stand, along the streets. Metres. */
const CLOSE_METRES = 30;
/** A sample is enough to tell systems apart that are hundreds of metres from one another. */
const MOST_POINTS = 1000;
/** Fewer points near the streets say nothing. */
const FEWEST = 8;
/** How much closer the best must be: a third more points within 30 m than the next. */
const CLEARLY = 1.33;

/**
 * Tries points in each coordinate system against the streets of the open region. Points in degrees
 * as the file has them; those that are no degrees are passed over.
 */
export function fitCrs(prepared: Prepared, points: readonly [lon: number, lat: number][]): CrsHint {
  const step = Math.max(1, Math.ceil(points.length / MOST_POINTS));
  const sample = points.filter(
    ([lon, lat], k) => k % step === 0 && checkDegrees(lon, lat) === null,
  );
  const { snapper } = prepared.way('general');
  const fits = CRS.map((crs): CrsFit => {
    const moved = sample.map(([lon, lat]) => toWgs84(crs, lon, lat));
    const { off } = snapper.snap(
      moved.map(([lon]) => lon),
      moved.map(([, lat]) => lat),
    );
    const near = off.filter(Number.isFinite).sort();
    return {
      crs,
      near: near.length,
      close: near.filter((metres) => metres <= CLOSE_METRES).length,
      medianMetres: near.length ? near[near.length >> 1] : null,
    };
  });
  const [first, second] = [...fits].sort((a, b) => b.close - a.close || b.near - a.near);
  const clear = first.close >= FEWEST && first.close >= CLEARLY * second.close;
  return { points: sample.length, fits, best: clear ? first.crs : null };
}
