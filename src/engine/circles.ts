import { bufferRadius, bufferTimes, type CircleIndex } from '../core/buffer.ts';
import type { PointTimes } from '../core/point-times.ts';
import type { Facility } from '../data/tables/facility.ts';
import { queryPace, type Query } from './query.ts';

/**
 * Times of points by the buffer method, up to `horizon` seconds. A circle is drawn round the place
 * itself, whatever its gates; what is needed to set out comes off the limit.
 */
export function circleTimes(
  points: CircleIndex,
  sites: readonly Pick<Facility, 'lon' | 'lat'>[],
  query: Query,
  horizon: number,
): PointTimes {
  const { startSeconds } = queryPace(query);
  const middles = { lon: sites.map((site) => site.lon), lat: sites.map((site) => site.lat) };
  const { speed, detour } = query;
  const times = bufferTimes(points, middles, speed, detour, horizon - startSeconds);
  if (startSeconds) times.seconds.forEach((s, i) => (times.seconds[i] = s + startSeconds));
  return times;
}

/** Radius in metres of the circle that stands for a limit; 0 where the limit is over before anybody sets out. */
export function circleRadius(minutes: number, query: Query): number {
  const seconds = minutes * 60 - queryPace(query).startSeconds;
  return bufferRadius(Math.max(0, seconds), query.speed, query.detour);
}
