import type { City } from './city.ts';
import type { Draft } from './ground.ts';
import { mappedFacilities } from './mapped-facilities.ts';
import { named } from './osm-writer.ts';
import type { MapNode } from './osm-writer.ts';
import type { Point } from './point.ts';
import { centroidOf, contains, nearestOnRing } from './polygon.ts';
import { nearestOnLine } from './polyline.ts';
import { SUMMIT } from './relief.ts';
import type { Name } from './street.ts';
import { BELL_TOWER, STATION } from './town-plan.ts';

export function mapNodes(city: City, facilities: Draft[]): MapNode[] {
  const { warp, terrain, frontiers, villages, lonely, estates, levelCrossings, kerbs } = city;
  const place = (kind: string, name: Name, at: Point): MapNode => ({
    at,
    tags: { place: kind, ...named(name) },
  });
  const station = nearestOnLine(terrain.railway, warp(STATION));
  const tower = warp({ x: BELL_TOWER[0] + 28, y: BELL_TOWER[1] + 26 });
  return [
    place('city', ['示例城', 'Sample City'], warp({ x: -40, y: -140 })),
    ...frontiers.areas
      .filter(({ zone }) => zone === 'urban')
      .map(({ name, ring }) => place('suburb', name, labelPoint(ring))),
    ...villages.map(({ plan, middle }) =>
      plan.seat
        ? place('town', [`${plan.name[0]}镇`, `${plan.name[1]} Town`], middle)
        : place('village', plan.name, middle),
    ),
    ...lonely.map(({ name, houses }) => place('hamlet', name, houses[0])),
    ...estates
      .filter(({ walled }) => walled)
      .flatMap(({ gates }) =>
        gates.map(({ at, shut }): MapNode => ({
          at,
          tags: { barrier: 'gate', ...(shut ? { access: 'no' } : {}) },
        })),
      ),
    ...mappedFacilities(facilities),
    ...city.schoolGates.map((at): MapNode => ({ at, tags: { barrier: 'gate' } })),
    ...kerbs.map(({ at, raised }): MapNode => ({
      at,
      tags: { barrier: 'kerb', kerb: raised ? 'raised' : 'lowered' },
    })),
    ...levelCrossings.map((at): MapNode => ({ at, tags: { railway: 'level_crossing' } })),
    {
      at: terrain.railway[station.from],
      tags: { railway: 'station', ...named(['示例城站', 'Sample City Station']) },
    },
    {
      at: warp(SUMMIT),
      tags: { natural: 'peak', ele: String(SUMMIT.metres), ...named(['栖云山', 'Qiyun Hill']) },
    },
    { at: tower, tags: { tourism: 'attraction', ...named(['钟鼓楼', 'Bell and Drum Tower']) } },
  ];
}

/** A roomy place inside the ring, where a label can stand. */
function labelPoint(ring: Point[]): Point {
  const xs = ring.map(({ x }) => x);
  const ys = ring.map(({ y }) => y);
  let best = { p: centroidOf(ring), metres: 0 };
  for (let i = 1; i < 12; i++)
    for (let j = 1; j < 12; j++) {
      const p = {
        x: Math.min(...xs) + ((Math.max(...xs) - Math.min(...xs)) * i) / 12,
        y: Math.min(...ys) + ((Math.max(...ys) - Math.min(...ys)) * j) / 12,
      };
      const { metres } = nearestOnRing(ring, p);
      if (contains(ring, p) && metres > best.metres) best = { p, metres };
    }
  return best.p;
}
