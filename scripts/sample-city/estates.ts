import { estateLanes, isGateway } from './estate-lanes.ts';
import type { Lot } from './lots.ts';
import type { Point } from './point.ts';
import type { Dice } from './random.ts';
import type { Street } from './street.ts';

/** An opening in the wall; one that is shut lets nobody pass, ever. */
export interface Gate {
  at: Point;
  shut: boolean;
}

export interface Estate {
  lot: Lot;
  lanes: Street[];
  /** The first is never shut. */
  gates: Gate[];
  /** Old estates may have lost their wall: what were gates are open ways in. */
  walled: boolean;
}

/** Whom the lanes behind a gate are for, as the tags say it; few let anybody walk through. */
const ACCESS: { share: number; tags: Record<string, string> }[] = [
  { share: 0.55, tags: { access: 'private' } },
  { share: 0.14, tags: { access: 'residents' } },
  { share: 0.13, tags: { access: 'destination' } },
  { share: 0.18, tags: { access: 'private', foot: 'permissive' } },
];

/** Shares: a second gate by the size of the lot, that it is shut, no wall in the oldest quarters. */
const ROOMY = [
  { area: 45_000, second: 0.8 },
  { area: 24_000, second: 0.5 },
  { area: 0, second: 0.15 },
];
const SHUT = 0.4;
const UNWALLED = { era: 0.4, share: 0.4 };

/** Lanes and gates of an estate; null when the lot has no side on a street. */
export function estateOn(lot: Lot, dice: Dice): Estate | null {
  const { second } = ROOMY.find(({ area }) => lot.area > area)!;
  const made = estateLanes(lot, dice.chance(second) ? 2 : 1, dice);
  if (!made) return null;
  const access = accessOf(dice);
  const walled = lot.block.era > UNWALLED.era || !dice.chance(UNWALLED.share);
  const lane = (line: Point[], inside: boolean): Street => ({
    line,
    highway: 'service',
    tags: { service: 'driveway', ...(inside && walled ? access : {}) },
  });
  return {
    lot,
    // The way up to a gate belongs to the street.
    lanes: made.lines.flatMap((line) =>
      isGateway(line, made.gates)
        ? [lane(line.slice(1), true), lane(line.slice(0, 2), false)]
        : [lane(line, true)],
    ),
    gates: made.gates.map((at, i) => ({ at, shut: i > 0 && walled && dice.chance(SHUT) })),
    walled,
  };
}

function accessOf(dice: Dice): Record<string, string> {
  let left = dice.unit();
  for (const { share, tags } of ACCESS) {
    if (left < share) return tags;
    left -= share;
  }
  return ACCESS[0].tags;
}
