import type { Block } from './blocks.ts';
import { estateNames } from './estate-names.ts';
import { estateOn } from './estates.ts';
import type { Estate } from './estates.ts';
import { landUseOf } from './land-use.ts';
import type { LandUse } from './land-use.ts';
import { lotsOf } from './lots.ts';
import type { Lot } from './lots.ts';
import { diceFor } from './random.ts';
import type { Name } from './street.ts';

export type NamedEstate = Estate & { name: Name };

/** Parcels the blocks out, in smaller and smaller lots until there is one for every estate. */
export function settled(blocks: Block[], seed: number): { uses: LandUse; estates: NamedEstate[] } {
  const town = blocks.filter(({ use }) => use === 'town');
  for (let share = 1.1; share > 0.3; share *= 0.94) {
    const size = ({ era }: Block) => (24_000 + 40_000 * era) * share;
    const made = new Map<Lot, Estate>();
    lotsOf(town, size, diceFor(seed, 'lots')).forEach((lot, i) => {
      const estate = estateOn(lot, diceFor(seed, `estate ${i}`));
      if (estate) made.set(lot, estate);
    });
    const uses = landUseOf([...made.keys()], diceFor(seed, 'land use'));
    if (!uses) continue;
    const names = estateNames(
      uses.estates.map(({ block }) => block.era),
      diceFor(seed, 'estate names'),
    );
    const estates = uses.estates.map((lot, i) => ({ ...made.get(lot)!, name: names[i] }));
    return { uses, estates };
  }
  throw new Error('the town is too small for its estates');
}
