import type { Building } from './building-rows.ts';
import type { City } from './city.ts';
import { TOWN_SCHOOLS } from './facility-plan.ts';
import { shrunk } from './inset.ts';
import type { MapNode, MapWay, Tags } from './osm-writer.ts';
import type { Point } from './point.ts';
import { centroidOf, contains, nearestOnRing } from './polygon.ts';
import { SETBACK } from './lots.ts';
import { clipLine, nearestOnLine, offsetLine } from './polyline.ts';
import type { Name } from './street.ts';
import { FRAME } from './terrain.ts';
import { BELL_TOWER } from './town-plan.ts';

/** The city as OpenStreetMap would hold it. */
export function mapWays(city: City, buildings: Building[]): MapWay[] {
  return [
    ...land(city),
    ...quarters(city),
    ...buildings.map(({ ring, tags }) => area(ring, tags)),
    ...water(city),
    ...railways(city),
    ...streets(city),
  ];
}

export function mapNodes(city: City): MapNode[] {
  const { warp, terrain, frontiers, villages, lonely, estates, levelCrossings, kerbs } = city;
  const place = (kind: string, name: Name, at: Point): MapNode => ({
    at,
    tags: { place: kind, ...named(name) },
  });
  const station = nearestOnLine(terrain.railway, warp({ x: -680, y: -2480 }));
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
      at: warp({ x: 3350, y: 3080 }),
      tags: { natural: 'peak', ele: '318', ...named(['栖云山', 'Qiyun Hill']) },
    },
    { at: tower, tags: { tourism: 'attraction', ...named(['钟鼓楼', 'Bell and Drum Tower']) } },
  ];
}

function land({ fields, terrain, villages }: City): MapWay[] {
  return [
    ...fields.map(({ ring, landuse }) => area(ring, { landuse })),
    ...terrain.woods.map((ring) => area(ring, { landuse: 'forest' })),
    area(terrain.hill, { natural: 'wood', ...named(['栖云山', 'Qiyun Hill']) }),
    ...villages.map(({ outline }) => area(outline, { landuse: 'residential' })),
  ];
}

function quarters({ blocks, uses, estates, parks }: City): MapWay[] {
  const rings = (use: string) =>
    blocks
      .filter((block) => block.use === use)
      .flatMap(({ ring }) => {
        const inner = shrunk(ring, SETBACK - 4);
        return inner ? [inner] : [];
      });
  return [
    ...[...rings('old-town'), ...rings('low-houses')].map((ring) =>
      area(ring, { landuse: 'residential' }),
    ),
    ...rings('industry').map((ring) => area(ring, { landuse: 'industrial' })),
    ...uses.commerce.map(({ ring }, i) =>
      area(ring, { landuse: i % 3 === 0 ? 'retail' : 'commercial' }),
    ),
    ...uses.vacant.map(({ ring }, i) => area(ring, { landuse: WAITING[i % WAITING.length] })),
    ...uses.hospitals.map(({ ring }, i) =>
      area(ring, { amenity: 'hospital', ...named(HOSPITAL_NAMES[i]) }),
    ),
    ...uses.schools.map(({ ring }, i) =>
      area(ring, { amenity: 'school', ...named(TOWN_SCHOOLS[i]) }),
    ),
    ...estates.map(({ lot, name }) => area(lot.ring, { landuse: 'residential', ...named(name) })),
    ...parks.map(({ ring, name }) => area(ring, { leisure: 'park', ...named(name) })),
    ...parks.flatMap((park) =>
      park.water.map((ring) => area(ring, { natural: 'water', water: 'pond' })),
    ),
  ];
}

/** Building land in its three states; not grass, which maps paint as a park. */
const WAITING = ['greenfield', 'construction', 'brownfield'];
const HOSPITAL_NAMES: Name[] = [
  ['示例城人民医院', 'Sample City People’s Hospital'],
  ['示例城中医院', 'Sample City Hospital of Chinese Medicine'],
];

function water({ terrain }: City): MapWay[] {
  const river = named(['汀兰河', 'Tinglan River']);
  return [
    area(terrain.riverWater, { natural: 'water', water: 'river', ...river }),
    { line: clipLine(terrain.river, FRAME, 'inside')[0], tags: { waterway: 'river', ...river } },
    ...terrain.ponds.map(({ ring, name }) =>
      area(ring, {
        natural: 'water',
        water: name ? 'reservoir' : 'pond',
        ...(name ? named(name) : {}),
      }),
    ),
  ];
}

function railways({ terrain }: City): MapWay[] {
  const yard = terrain.railway.filter((p) => p.x > -1550 && p.x < -60);
  return [
    area([...offsetLine(yard, -44), ...offsetLine(yard, 40).reverse()], { landuse: 'railway' }),
    {
      line: terrain.railway,
      tags: { railway: 'rail', usage: 'main', ...named(['示例铁路', 'Sample Railway']) },
    },
    ...terrain.sidings.map((line): MapWay => ({
      line,
      tags: { railway: 'rail', service: 'siding' },
    })),
  ];
}

function streets({ streets }: City): MapWay[] {
  return streets.map(({ line, highway, name, tags }) => ({
    line,
    tags: { highway, ...(name ? named(name) : {}), ...tags },
  }));
}

function area(ring: Point[], tags: Tags): MapWay {
  return { line: ring, tags, closed: true };
}

function named([zh, en]: Name): Tags {
  return { name: zh, 'name:en': en };
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
