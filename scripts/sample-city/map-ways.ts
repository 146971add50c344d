import type { Building } from './building-rows.ts';
import type { City } from './city.ts';
import { TOWN_SCHOOLS } from './facility-plan.ts';
import { shrunk } from './inset.ts';
import { named } from './osm-writer.ts';
import type { MapWay, Tags } from './osm-writer.ts';
import { distanceAt, nearestShare } from './point.ts';
import type { Point } from './point.ts';
import { SETBACK } from './lots.ts';
import { clipLine, offsetLine } from './polyline.ts';
import type { Name } from './street.ts';
import { FRAME } from './terrain.ts';
import type { Terrain } from './terrain.ts';

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

function land({ fields, terrain, villages }: City): MapWay[] {
  return [
    ...fields.map(({ ring, landuse }) => area(ring, { landuse })),
    ...terrain.woods.map((ring) => area(ring, { landuse: 'forest' })),
    area(terrain.hill, { natural: 'wood', ...named(['栖云山', 'Qiyun Hill']) }),
    ...villages.map(({ outline }) => area(outline, { landuse: 'residential' })),
    ...[1, -1].map((side) => area(embankment(terrain, side), { landuse: 'grass' })),
  ];
}

/** The slope between the water and the street along it; side 1 is the north bank. */
function embankment({ river, riverHalf }: Terrain, side: number): Point[] {
  const [from, to] = side > 0 ? [-2560, 2860] : [-1920, 3040];
  const beside = (metres: number) =>
    offsetLine(
      river,
      riverHalf.map((half) => side * (half + metres)),
    ).filter((_, i) => river[i].x > from && river[i].x < to);
  return [...beside(2), ...beside(49).reverse()];
}

function quarters({ blocks, uses, estates, parks, schoolGates }: City): MapWay[] {
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
      area(withGates(ring, schoolGates), { amenity: 'school', ...named(TOWN_SCHOOLS[i]) }),
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
    ...terrain.ponds.map(({ ring }) => area(ring, { natural: 'water', water: 'pond' })),
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

/** The ring with a vertex at each of the gates that open in it. */
function withGates(ring: Point[], gates: Point[]): Point[] {
  return ring.flatMap((a, i) => {
    const b = ring[(i + 1) % ring.length];
    const own = gates.filter((p) => distanceAt(p, a, b, nearestShare(p, a, b)) < 1);
    return [a, ...own];
  });
}

function area(ring: Point[], tags: Tags): MapWay {
  return { line: ring, tags, closed: true };
}
