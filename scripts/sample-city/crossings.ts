import { between, crossing } from './point.ts';
import type { Point } from './point.ts';
import { clipLine } from './polyline.ts';
import type { Street } from './street.ts';
import type { Terrain } from './terrain.ts';

type Plain = Omit<Street, 'line' | 'tags'>;

/** A street cut at the river and the railway: a bridge over the one, an underpass below the other. */
export function overAndUnder(line: Point[], terrain: Terrain, as: Plain): Street[] {
  return bridged(line, terrain, as).flatMap((piece) => {
    if (piece.tags) return [piece];
    const under = clipLine(piece.line, terrain.railReach, 'inside');
    const open = clipLine(piece.line, terrain.railReach, 'outside');
    return [
      ...under.map((part): Street => ({ ...as, line: part, tags: { tunnel: 'yes', layer: '-1' } })),
      ...open.map((part): Street => ({ ...as, line: part })),
    ];
  });
}

/** A street cut at the river, the piece over the water tagged as a bridge. */
export function bridged(line: Point[], { riverReach }: Terrain, as: Plain): Street[] {
  return [
    ...clipLine(line, riverReach, 'inside').map((part): Street => ({
      ...as,
      line: part,
      tags: { bridge: 'yes', layer: '1' },
    })),
    ...clipLine(line, riverReach, 'outside').map((part): Street => ({ ...as, line: part })),
  ];
}

/** Puts one shared point into a street and a railway where they meet on the level; both lists grow. */
export function joinedOnTheLevel(street: Point[], railway: Point[]): Point | null {
  for (let i = 0; i + 1 < street.length; i++)
    for (let k = 0; k + 1 < railway.length; k++) {
      const hit = crossing(street[i], street[i + 1], railway[k], railway[k + 1]);
      if (!hit) continue;
      const at = between(street[i], street[i + 1], hit.t);
      street.splice(i + 1, 0, at);
      railway.splice(k + 1, 0, at);
      return at;
    }
  return null;
}
