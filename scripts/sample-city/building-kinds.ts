import type { Dice } from './random.ts';

/** How the buildings of one kind are drawn, in metres; pairs are from and to. */
export interface BuildingKind {
  /** Values of building=*, drawn by chance. */
  tags: readonly string[];
  /** Along the row and across it. */
  long: [number, number];
  deep: [number, number];
  levels: [number, number];
  /** Between two ends, and between a front and the back before it: the taller, the more sun. */
  gap: [number, number];
  /** From the wall or the edge of the land. */
  setback: number;
  /** Shares: left out as garden, and built with a wing. */
  gardens?: number;
  winged?: number;
  /** At most so many on one piece of land. */
  most?: number;
}

export const BUILDING_KINDS = {
  towers: {
    tags: ['apartments'], long: [24, 34], deep: [16, 20], levels: [18, 33], gap: [22, 46], setback: 9, gardens: 0.1,
  },
  slabs: {
    tags: ['apartments'], long: [38, 62], deep: [13, 15], levels: [7, 11], gap: [13, 25], setback: 7, gardens: 0.08,
  },
  oldSlabs: {
    tags: ['apartments'], long: [34, 58], deep: [10.5, 12], levels: [4, 6], gap: [9, 17], setback: 4, gardens: 0.04,
  },
  courtyards: {
    tags: ['house', 'house', 'house', 'residential', 'retail'],
    long: [11, 21], deep: [7, 9], levels: [1, 2], gap: [4, 7], setback: 3, gardens: 0.15, winged: 0.35, most: 8,
  },
  lowHouses: {
    tags: ['house', 'house', 'terrace'], long: [14, 30], deep: [7, 9], levels: [1, 1], gap: [4, 9], setback: 3, most: 7,
  },
  village: {
    tags: ['house', 'house', 'house', 'farm_auxiliary'],
    long: [10, 15], deep: [7, 9], levels: [1, 2], gap: [9, 21], setback: 6, gardens: 0.12, winged: 0.2, most: 5,
  },
  seat: {
    tags: ['house', 'house', 'residential', 'retail'],
    long: [12, 20], deep: [8, 10], levels: [1, 3], gap: [7, 18], setback: 6, winged: 0.2, most: 6,
  },
  seatFlats: {
    tags: ['apartments'], long: [34, 50], deep: [11, 13], levels: [4, 6], gap: [10, 20], setback: 7, most: 4,
  },
  halls: {
    tags: ['industrial', 'industrial', 'warehouse'],
    long: [44, 96], deep: [22, 42], levels: [1, 2], gap: [14, 18], setback: 18, gardens: 0.25, winged: 0.1,
  },
  shops: {
    tags: ['retail', 'commercial', 'office'], long: [28, 64], deep: [20, 32], levels: [2, 6], gap: [12, 18], setback: 6, gardens: 0.12, winged: 0.35, most: 9,
  },
  pitch: {
    tags: ['none'], long: [62, 84], deep: [40, 48], levels: [1, 1], gap: [8, 10], setback: 6, most: 1,
  },
  school: {
    tags: ['school'], long: [44, 64], deep: [12, 15], levels: [3, 5], gap: [14, 22], setback: 8, winged: 0.4, most: 5,
  },
  hospital: {
    tags: ['hospital'], long: [40, 66], deep: [16, 20], levels: [5, 14], gap: [15, 22], setback: 8, winged: 0.5, most: 5,
  },
} satisfies Record<string, BuildingKind>; // prettier-ignore

/** The kind of houses an estate between old (0) and new (1) was built with. */
export function estateKind(era: number, dice: Dice): BuildingKind {
  const luck = era + dice.between(-0.2, 0.2);
  if (luck < 0.32) return BUILDING_KINDS.oldSlabs;
  return luck < 0.62 ? BUILDING_KINDS.slabs : BUILDING_KINDS.towers;
}
