import type { Place } from './people.ts';
import { distance } from './point.ts';
import type { Point } from './point.ts';

/**
 * Picks places one after the other, each where most people within `reach` metres are not yet near
 * one that was picked: roughly what an administration does, without knowing the streets.
 */
export function calledFor(
  places: Place[],
  count: number,
  reach: number,
  weigh: (place: Place) => number,
  served: Point[],
): Point[] {
  const left = places.filter(({ at }) => served.every((p) => distance(p, at) > reach));
  const picked: Point[] = [];
  let open = left;
  while (picked.length < count && open.length > 0) {
    let best = { at: open[0].at, people: -1 };
    // Every third place is candidate enough: neighbours stand a few dozen metres apart.
    for (let i = 0; i < open.length; i += 3) {
      const { at } = open[i];
      let people = 0;
      for (const other of open) {
        if (Math.abs(other.at.x - at.x) > reach) continue;
        if (distance(at, other.at) < reach) people += weigh(other);
      }
      if (people > best.people) best = { at, people };
    }
    picked.push(best.at);
    open = open.filter(({ at }) => distance(at, best.at) > reach * 1.25);
  }
  return picked;
}
