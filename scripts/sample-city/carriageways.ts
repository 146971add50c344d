import type { Point } from './point.ts';
import { between, distance } from './point.ts';
import { contains } from './polygon.ts';
import { clipLine, nearestOnLine, offsetLine } from './polyline.ts';
import type { Dice } from './random.ts';
import type { Street } from './street.ts';
import { DIVIDED } from './town-plan.ts';

/** From the middle of the avenue to the middle of each carriageway (metres). */
const HALF = 6;
/** Near its ends an avenue is one street again. */
const TAPER = 18;

export interface Divided {
  streets: Street[];
  /** Kerbs on the islands of the crossings: some lowered for wheels, some not. */
  kerbs: { at: Point; raised: boolean }[];
}

/**
 * Gives the great avenues a one-way carriageway for each direction (traffic keeps right). Streets
 * that cross still do; those that end there end at the nearer carriageway, and a crossing with an
 * island leads walkers on to the other side.
 */
export function withCarriageways(streets: Street[], dice: Dice): Divided {
  const avenues = streets.filter(({ name }) => name && DIVIDED.includes(name[0])).map(avenueOf);
  const others = streets.filter(({ name }) => !name || !DIVIDED.includes(name[0]));
  const kerbs: Divided['kerbs'] = [];
  const crossings: Street[] = [];
  const cut = others.map((street) => {
    let line = street.line;
    for (let end = 0; end < 2; end++) {
      line = [...line].reverse();
      for (const avenue of avenues) {
        const middle = line[0];
        const shorter = cutAt(line, avenue);
        if (shorter === line) continue;
        line = shorter;
        if (street.highway === 'service') continue;
        crossings.push(crossingAt(line[0], middle, avenue));
        if (!kerbs.some(({ at }) => distance(at, middle) < 2))
          kerbs.push({ at: middle, raised: dice.chance(0.4) });
      }
    }
    return { ...street, line };
  });
  return { streets: [...avenues.flatMap(({ sides }) => sides), ...cut, ...crossings], kerbs };
}

interface Avenue {
  line: Point[];
  sides: [Street, Street];
  /** Between the carriageways. */
  island: Point[];
}

function avenueOf(street: Street): Avenue {
  const { line } = street;
  const [first, last] = [line[0], line[line.length - 1]];
  const side = (metres: number) => [
    first,
    ...offsetLine(line, metres).filter(
      (_, i) => distance(line[i], first) > TAPER && distance(line[i], last) > TAPER,
    ),
    last,
  ];
  const [right, left] = [side(-HALF), side(HALF)];
  const tags = { ...street.tags, oneway: 'yes' };
  return {
    line,
    sides: [
      { ...street, line: right, tags },
      { ...street, line: [...left].reverse(), tags },
    ],
    island: [...right, ...left.slice(1, -1).reverse()],
  };
}

/** The line without its start between the carriageways; the same list where it does not end there. */
function cutAt(line: Point[], { line: avenue, island }: Avenue): Point[] {
  const [first, last] = [avenue[0], avenue[avenue.length - 1]];
  if (distance(line[0], first) < TAPER || distance(line[0], last) < TAPER) return line;
  if (!contains(island, line[0]) || nearestOnLine(avenue, line[0]).metres > 2) return line;
  return clipLine(line, island, 'outside')[0] ?? line;
}

/** From the near carriageway over the island to the far one. */
function crossingAt(near: Point, middle: Point, { sides }: Avenue): Street {
  const far = sides
    .map(({ line }) => nearestOnLine(line, mirrored(near, middle)).at)
    .reduce((a, b) => (distance(a, near) > distance(b, near) ? a : b));
  return {
    line: [near, middle, far],
    highway: 'footway',
    tags: { footway: 'crossing', crossing: 'marked' },
  };
}

function mirrored(p: Point, middle: Point): Point {
  return between(p, middle, 2);
}
