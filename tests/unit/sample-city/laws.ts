import { componentsOf, passable, walkable } from './components.ts';
import { inWay } from './read-back.ts';
import type { ReadNode, ReadWay } from './read-back.ts';
import { meetings, nearness, segmentsOf } from './segments.ts';

export interface Town {
  nodes: ReadNode[];
  ways: ReadWay[];
}

const named = ({ tags, nodes }: ReadWay) => `${JSON.stringify(tags)} at ${nodes[0].id}`;
export const streetsOf = ({ ways }: Town) => ways.filter(({ tags }) => tags.highway);
export const buildingsOf = ({ ways }: Town) => ways.filter(({ tags }) => tags.building);

/** Buildings that touch a street, water or rails, or stand within 2 m of a street's middle. */
export function misplaced(town: Town): string[] {
  const buildings = buildingsOf(town);
  const walls = segmentsOf(buildings);
  const water = town.ways.filter(({ tags }) => tags.natural === 'water');
  const rails = town.ways.filter(({ tags }) => tags.railway === 'rail');
  const streets = segmentsOf(streetsOf(town));
  const others = [...streets, ...segmentsOf([...water, ...rails])];
  const touched = new Set(meetings(walls, others).map(([wall]) => wall.way));
  const off = nearness(streets, 10);
  for (const way of buildings)
    if (way.nodes.some((node) => off(node) < 2) || water.some((lake) => inWay(lake, way.nodes[0])))
      touched.add(way);
  return [...touched].map(named);
}

/** Pairs of buildings that share ground. */
export function overlapping(town: Town): string[] {
  const buildings = buildingsOf(town);
  const crossed = meetings(segmentsOf(buildings), segmentsOf(buildings))
    .filter(([s, t]) => s.way !== t.way)
    .map(([s, t]) => `${named(s.way)} on ${named(t.way)}`);
  // One may lie wholly in another without touching its walls: compare those that begin near by.
  const boxes = buildings
    .map((way) => ({ way, xs: way.nodes.map(({ x }) => x), ys: way.nodes.map(({ y }) => y) }))
    .map(({ way, xs, ys }) => ({
      way,
      west: Math.min(...xs),
      east: Math.max(...xs),
      south: Math.min(...ys),
      north: Math.max(...ys),
    }))
    .sort((p, q) => p.west - q.west);
  const swallowed = boxes.flatMap((box, i) => {
    const found: string[] = [];
    for (let k = i + 1; k < boxes.length && boxes[k].west <= box.east; k++) {
      const other = boxes[k];
      if (other.south > box.north || other.north < box.south) continue;
      if (inWay(box.way, other.way.nodes[0]) || inWay(other.way, box.way.nodes[0]))
        found.push(`${named(box.way)} over ${named(other.way)}`);
    }
    return found;
  });
  return [...crossed, ...swallowed];
}

/** Nodes where one can get into lanes that are not for everybody without passing a gate. */
export function unguarded(town: Town): string[] {
  const streets = streetsOf(town);
  const isPrivate = ({ tags }: ReadWay) => tags.access !== undefined;
  const open = new Set(streets.filter((way) => !isPrivate(way)).flatMap(({ nodes }) => nodes));
  return streets
    .filter(isPrivate)
    .flatMap(({ nodes }) => nodes)
    .filter((node) => open.has(node) && node.tags.barrier !== 'gate')
    .map(({ id }) => id);
}

export const shutGates = ({ nodes }: Town) =>
  new Set(nodes.filter(({ tags }) => tags.barrier === 'gate' && tags.access === 'no'));

/**
 * Metres of the connected pieces, longest first: of all that is walked with the shut gates shut,
 * and of what is left when nobody passes through an estate.
 */
export function pieces(town: Town): { walked: number[]; passed: number[] } {
  const streets = streetsOf(town);
  const metres = (ways: ReadWay[]) =>
    componentsOf(ways, shutGates(town)).map((piece) => piece.metres);
  return { walked: metres(streets.filter(walkable)), passed: metres(streets.filter(passable)) };
}
