import { distance, type LonLat } from '../../core/geo.ts';
import { BRIDGE, STEPS, TUNNEL } from '../../core/graph.ts';
import type { Network } from '../../core/network.ts';
import { bearing, pieceLine } from '../../core/path-line.ts';
import type { Path, PathPiece } from '../../core/path.ts';
import { STREET_CLASSES } from '../../data/streets/street-rules.ts';
import type { StreetName } from '../../data/streets/street-graph.ts';

export type TurnKind =
  | 'start'
  | 'straight'
  | 'slight_left'
  | 'left'
  | 'sharp_left'
  | 'slight_right'
  | 'right'
  | 'sharp_right'
  | 'back';

/** What one walks on, where it has no name. */
export type WayKind = 'street' | 'path' | 'steps' | 'crossing' | 'estate';

export const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

/** One stretch of a walk, and how one turns into it. */
export interface Turn {
  kind: TurnKind;
  /** The way it sets out. */
  heading: (typeof COMPASS)[number];
  street: StreetName | null;
  way: WayKind;
  metres: number;
  seconds: number;
  /** Where it begins; degrees. */
  at: LonLat;
  /** It begins at the gate of an estate, on the way out or in. */
  gate: boolean;
  bridge: boolean;
  tunnel: boolean;
}

/** How far along a stretch its direction is taken: less is the kerb's, more the next bend's. Metres. */
const SIGHT_METRES = 15;
/** A nameless piece so short is a kerb or a crossing: it is part of what comes after it. Metres. */
const SHORT_METRES = 12;
const PATHS = new Set([
  ...['pedestrian', 'track', 'cycleway', 'bridleway', 'footway', 'path', 'corridor', 'platform'],
]);

interface Stretch {
  pieces: PathPiece[];
  name: number;
  way: WayKind;
  metres: number;
}

/** The turns of a way, from the seed to the point; `startSeconds` is when it reaches the street. */
export function turnsOf(
  path: Path,
  network: Network,
  names: readonly StreetName[],
  startSeconds: number,
): Turn[] {
  const { graph, ends } = network;
  const stretches = joined(path.pieces.map((piece) => stretchOf(piece, network)));
  let clock = startSeconds;
  let before: LonLat[] | null = null;
  return stretches.map(({ pieces, name, way, metres }, k) => {
    const line = pieces.flatMap((piece) => pieceLine(graph, piece));
    const first = pieces[0];
    const inside = (edge: number) => ends?.[edge] === 1;
    const last = k ? stretches[k - 1].pieces : null;
    const from = last ? last[last.length - 1].edge : first.edge;
    const out = headingOf(line, false);
    const flags = (bit: number) => pieces.some(({ edge }) => graph.edgeFlags[edge] & bit);
    const turn: Turn = {
      kind: before ? kindOf(out - headingOf(before, true)) : 'start',
      heading: COMPASS[Math.round(out / 45) % 8],
      street: name ? names[name] : null,
      way,
      metres,
      seconds: pieces[pieces.length - 1].seconds - clock,
      at: line[0],
      gate: inside(from) !== inside(first.edge),
      bridge: flags(BRIDGE),
      tunnel: flags(TUNNEL),
    };
    clock = pieces[pieces.length - 1].seconds;
    before = line;
    return turn;
  });
}

function stretchOf(piece: PathPiece, { graph, ends }: Network): Stretch {
  const { edge, begin, end } = piece;
  const kind = STREET_CLASSES[graph.edgeClass[edge]];
  const way =
    graph.edgeFlags[edge] & STEPS
      ? 'steps'
      : kind === 'crossing'
        ? 'crossing'
        : ends?.[edge]
          ? 'estate'
          : PATHS.has(kind)
            ? 'path'
            : 'street';
  return { pieces: [piece], name: graph.edgeName[edge], way, metres: Math.abs(end - begin) };
}

/** One stretch for each street: pieces of one name, or nameless ones of one kind; steps by themselves. */
function joined(all: Stretch[]): Stretch[] {
  // A way that begins or ends on a junction has a piece of no length there.
  const walked = all.filter(({ metres }) => metres > 0);
  const stretches: Stretch[] = [];
  for (const each of walked.length ? walked : all.slice(-1)) {
    const last = stretches[stretches.length - 1];
    const same = last && last.name === each.name && last.way === each.way;
    if (last && (same || isKerb(last))) {
      last.pieces.push(...each.pieces);
      last.metres += each.metres;
      if (!same) Object.assign(last, { name: each.name, way: each.way });
    } else stretches.push(each);
  }
  return stretches;
}

function isKerb({ name, way, metres }: Stretch): boolean {
  return !name && metres < SHORT_METRES && way !== 'steps' && way !== 'estate';
}

/** The direction at the beginning of a line, or at its end. Degrees. */
function headingOf(line: LonLat[], atEnd: boolean): number {
  const points = atEnd ? [...line].reverse() : line;
  let far = points[points.length - 1];
  let metres = 0;
  for (let k = 1; k < points.length; k++) {
    metres += distance(points[k - 1][0], points[k - 1][1], points[k][0], points[k][1]);
    if (metres < SIGHT_METRES) continue;
    far = points[k];
    break;
  }
  return atEnd ? bearing(far, points[0]) : bearing(points[0], far);
}

/** What a change of direction is called; degrees to the right. */
export function kindOf(change: number): TurnKind {
  const right = ((((change + 180) % 360) + 360) % 360) - 180;
  const size = Math.abs(right);
  if (size < 25) return 'straight';
  if (size > 165) return 'back';
  const side = right > 0 ? 'right' : 'left';
  return size < 55 ? `slight_${side}` : size > 130 ? `sharp_${side}` : side;
}
