import type { NearSite } from '../../engine/nearby/nearest-list.ts';

/** Where else one might turn when the nearest place is far, and why. */
export interface NextBest {
  why: 'no-steps' | 'less-uphill' | 'comes';
  site: NearSite;
}

/** Words of a note by which somebody comes to the door. */
const COMES = /上门|送餐|送药|送货|代送|接送|deliver|home visit|come to you/i;
/** Less than this is not worth a detour. Seconds. */
const UPHILL = 60;

/**
 * Beside the nearest of a list: the next one that is reached without steps, or with half the seconds
 * uphill, where its own way has them; and the nearest that says it comes to people.
 */
export function nextBest(list: readonly NearSite[]): NextBest[] {
  const [first, ...others] = list;
  const found: NextBest[] = [];
  const add = (why: NextBest['why'], site: NearSite | undefined) =>
    site && found.push({ why, site });
  const { way } = first;
  if (way?.steps) {
    add(
      'no-steps',
      others.find((other) => other.way?.steps === false),
    );
  }
  if (way && way.uphillSeconds >= UPHILL) {
    add(
      'less-uphill',
      others.find((other) => other.way && other.way.uphillSeconds <= way.uphillSeconds / 2),
    );
  }
  add(
    'comes',
    list.find(({ facility }) => COMES.test(facility.note ?? '')),
  );
  return found;
}
