import type { Frontiers } from './areas.ts';
import { contains } from './polygon.ts';
import type { Dice } from './random.ts';
import type { Street } from './street.ts';
import type { Village } from './villages.ts';

/** Kilometres an hour in town and outside. */
const MAXSPEED: Record<string, [number, number]> = {
  primary: [60, 80],
  secondary: [50, 70],
  tertiary: [40, 60],
  unclassified: [40, 40],
};

/** What lanes are paved with, and how it has worn; each as likely as the next. */
const VILLAGE_LANES = [
  { surface: 'concrete', smoothness: 'good' },
  { surface: 'concrete', smoothness: 'good' },
  { surface: 'concrete', smoothness: 'intermediate' },
  { surface: 'gravel', smoothness: 'bad' },
  { surface: 'dirt', smoothness: 'very_bad' },
];
const TRACKS = [
  { tracktype: 'grade2', surface: 'gravel', smoothness: 'bad' },
  { tracktype: 'grade3', surface: 'ground', smoothness: 'very_bad' },
  { tracktype: 'grade4', surface: 'dirt', smoothness: 'horrible' },
];
const OLD_LANES: Record<string, string>[] = [
  {},
  {},
  { surface: 'paving_stones', smoothness: 'good' },
  { surface: 'sett', smoothness: 'intermediate' },
];

/** What a mapper notes of a street beyond its class: speed limits and the state of the ground. */
export function surveyed(
  streets: Street[],
  { areas }: Frontiers,
  villages: Village[],
  dice: Dice,
): Street[] {
  const urban = areas.filter(({ zone }) => zone === 'urban');
  return streets.map((street): Street => {
    const tags = noted(street);
    return Object.keys(tags).length > 0 ? { ...street, tags: { ...street.tags, ...tags } } : street;
  });

  function noted({ line, highway }: Street): Record<string, string> {
    const middle = line[Math.floor(line.length / 2)];
    if (highway in MAXSPEED) {
      const inTown = urban.some(({ ring }) => contains(ring, middle));
      return { maxspeed: String(MAXSPEED[highway][inTown ? 0 : 1]) };
    }
    if (highway === 'track') return dice.pick(TRACKS);
    if (highway === 'living_street') return dice.pick(OLD_LANES);
    if (highway !== 'residential') return {};
    const rural = villages.some(({ outline }) => contains(outline, middle));
    return rural ? dice.pick(VILLAGE_LANES) : {};
  }
}
