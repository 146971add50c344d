import { areaBound } from '../../core/area-bound.ts';
import { profileOf, type Profile } from '../../core/profile.ts';
import { slopeFactor } from '../../core/slope.ts';
import { REFERENCE_KMH } from '../../core/travel.ts';
import type { Graph } from '../../core/graph.ts';
import type { Text } from '../../data/fault.ts';
import type { Query } from '../query.ts';
import { horizonSeconds, queryPace } from '../query.ts';
import type { Prepared } from '../prepared.ts';
import type { Whom } from './claim-ground.ts';
import { printed } from './printed.ts';

/** What n sites anywhere could do at most, as a share of the people; and how that is known. */
export interface SiteBound {
  share: number;
  steps: Text[];
}

/** The area bound: n circles as wide as anybody gets in a straight line within the limit. */
export function byArea({ region }: Prepared, query: Query, whom: Whom, n: number): SiteBound {
  const profile = profileOf(query.profile)!;
  const { startSeconds } = queryPace(query);
  const speed = fastest(profile, query.speed, region.graph);
  const radius = speed * Math.max(0, horizonSeconds(query) - startSeconds);
  const { lon, lat } = region.places;
  const bound = areaBound(lon, lat, whom.who, n, radius);
  const share = bound.people ? bound.most / bound.people : 0;
  const line = printed(
    (x) =>
      `不看清单：${x.plain(speed)} 米/秒走到底是半径 ${x.whole(radius)} 米；${x.whole(n)} × π × r² = ${x.plain(bound.circlesKm2)} 平方公里，有人住的地方 ${x.plain(bound.populatedKm2)} 平方公里；无论建在哪里，最多容下 ${x.whole(bound.most)} ÷ ${x.whole(bound.people)} 人 = ${x.percent(share)}`,
    (x) =>
      `without a list: ${x.plain(speed)} m/s to the end is a radius of ${x.whole(radius)} m; ${x.whole(n)} × π × r² = ${x.plain(bound.circlesKm2)} km², and people live on ${x.plain(bound.populatedKm2)} km²; wherever they stand they hold at most ${x.whole(bound.most)} of ${x.whole(bound.people)} = ${x.percent(share)}`,
  );
  return { share, steps: [line] };
}

/** Metres per second that nobody of the profile exceeds anywhere: downhill, or on the fastest street. */
function fastest({ travel }: Profile, speed: number, graph: Graph): number {
  if (travel === 'car') {
    const most = graph.edgeKmh?.reduce((most, kmh) => Math.max(most, kmh), 0) ?? 0;
    return (speed * Math.max(most, REFERENCE_KMH)) / REFERENCE_KMH;
  }
  const onFoot = travel === 'foot' || travel === 'wheelchair';
  return onFoot && graph.slopes ? speed / slopeFactor(-0.05) : speed;
}
