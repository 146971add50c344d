import { BucketQueue } from './bucket-queue.ts';
import { directSeconds, pointTimes, type PointTimes } from './point-times.ts';
import { searchReach, type Reach } from './reach.ts';
import type { Snaps } from './snap.ts';

/**
 * Seconds of a few points to their nearest seed however far, where a search stopped at its limit.
 * Each point searches back towards the seeds and stops where the earlier search has been, so the
 * cost is the unreached ground between them. Should that come to more than the whole network, or
 * should the way back differ from the way there (one-way streets, slopes, gated estates), the
 * search is done again without a limit instead.
 */
export function beyondReach(reach: Reach, points: Snaps): PointTimes {
  const { network, seeds, pace } = reach;
  const again = () => pointTimes(searchReach(network, seeds, pace, Infinity), points);
  if (!network.symmetric || network.inside) return again();
  const { graph, arcs, forth, closed } = network;
  const { edgeFrom, edgeTo, edgeMetres } = graph;
  const n = graph.nodeLon.length;
  const perMetre = 1 / pace.speed;
  const times: PointTimes = {
    seconds: new Float64Array(points.edge.length).fill(Infinity),
    nearest: new Int32Array(points.edge.length).fill(-1),
  };
  const doors = seedDoors(reach);
  const label = new Float64Array(n).fill(Infinity);
  const span = network.maxArcCost * perMetre;
  const width = Math.max((network.meanArcCost * perMetre) / 2, span / 65536, 1e-3);
  let budget = n;

  for (let i = 0; i < points.edge.length; i++) {
    const e = points.edge[i];
    if (e < 0) continue;
    const queue = new BucketQueue(width, span);
    const touched: number[] = [];
    let best = Infinity;
    let seed = -1;
    const found = (seconds: number, by: number): void => {
      if (seconds >= best) return;
      best = seconds;
      seed = by;
    };
    const offer = (node: number, key: number): void => {
      if (key >= best || key >= label[node] || closed?.[node]) return;
      if (label[node] === Infinity) touched.push(node);
      label[node] = key;
      queue.push(node, key);
    };
    for (let s = 0; s < seeds.edge.length; s++) {
      if (seeds.edge[s] !== e) continue;
      found(directSeconds(reach, s, e, points.along[i]), s);
    }
    offer(edgeFrom[e], points.along[i] * forth[e] * perMetre);
    offer(edgeTo[e], (edgeMetres[e] - points.along[i]) * forth[e] * perMetre);
    while (queue.pop()) {
      const { node, key } = queue;
      if (key >= best || key > label[node]) continue;
      if (budget-- === 0) return again();
      if (reach.seconds[node] < Infinity) {
        found(key + reach.seconds[node], reach.nearest[node]);
        continue;
      }
      const door = doors.get(node);
      if (door) found(key + door.seconds, door.seed);
      for (let a = arcs.start[node]; a < arcs.start[node + 1]; a++) {
        offer(arcs.to[a], key + arcs.cost[a] * perMetre);
      }
    }
    for (const node of touched) label[node] = Infinity;
    if (seed < 0) continue;
    times.seconds[i] = best + points.off[i] / pace.offSpeed;
    times.nearest[i] = seed;
  }
  return times;
}

/** The ends of the seeds' edges: on a very long edge even these may lie beyond the limit. */
function seedDoors({ network, seeds, pace }: Reach) {
  const { graph, forth, closed } = network;
  const { edgeFrom, edgeTo, edgeMetres } = graph;
  const doors = new Map<number, { seconds: number; seed: number }>();
  seeds.edge.forEach((e, seed) => {
    if (e < 0) return;
    const ends = [
      [edgeFrom[e], seeds.along[seed]],
      [edgeTo[e], edgeMetres[e] - seeds.along[seed]],
    ];
    for (const [node, metres] of ends) {
      if (closed?.[node]) continue;
      const begin = pace.startSeconds + seeds.off[seed] / pace.offSpeed;
      const seconds = begin + (metres * forth[e]) / pace.speed;
      if (seconds < (doors.get(node)?.seconds ?? Infinity)) doors.set(node, { seconds, seed });
    }
  });
  return doors;
}
