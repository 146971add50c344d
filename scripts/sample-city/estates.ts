import { estateLanes } from './estate-lanes.ts';
import type { Lot } from './lots.ts';
import type { Point } from './point.ts';
import type { Dice } from './random.ts';
import type { Street } from './street.ts';

export interface Estate {
  lot: Lot;
  lanes: Street[];
  gates: Point[];
}

/** Who may walk in, as the tags say it; most guards let residents and guests pass on foot. */
const ACCESS: { share: number; tags: Record<string, string> }[] = [
  { share: 0.68, tags: { access: 'private', foot: 'permissive' } },
  { share: 0.14, tags: { access: 'private', foot: 'destination' } },
  { share: 0.13, tags: { access: 'destination' } },
  { share: 0.05, tags: { access: 'private' } },
];

/** Lanes and gates of a gated estate; null when the lot has no side on a street. */
export function estateOn(lot: Lot, dice: Dice): Estate | null {
  const roomy = lot.area > 45_000 ? 0.55 : lot.area > 24_000 ? 0.3 : 0.06;
  const made = estateLanes(lot, dice.chance(roomy) ? 2 : 1, dice);
  if (!made) return null;
  const access = accessOf(dice);
  const lanes = made.lines.map((line): Street => ({
    line,
    highway: 'service',
    tags: { service: 'driveway', ...access },
  }));
  return { lot, lanes, gates: made.gates };
}

function accessOf(dice: Dice): Record<string, string> {
  let left = dice.unit();
  for (const { share, tags } of ACCESS) {
    if (left < share) return tags;
    left -= share;
  }
  return ACCESS[0].tags;
}
