import { indexPoints, type CircleIndex } from '../core/buffer.ts';
import type { Bbox } from '../core/geo.ts';
import { linkGrid, type LinkGrid } from '../core/link-grid.ts';
import { buildNetwork, type Network } from '../core/network.ts';
import { profileOf, type ProfileKey } from '../core/profile.ts';
import { MAX_SNAP_METRES, Snapper, type Snaps } from '../core/snap.ts';
import { lattice, snapLattice, type Lattice, type LatticeSnaps } from '../core/surface.ts';
import type { TravelKey } from '../core/travel.ts';
import type { Region } from '../data/region/region.ts';
import type { Facility } from '../data/tables/facility.ts';

/** The streets as one way of moving uses them, with the places and the picture's lattice joined to them. */
export interface Way {
  network: Network;
  snapper: Snapper;
  places: Snaps;
  /** Snapped on first use: only pictures need it. */
  picture(): { grid: Lattice; snaps: LatticeSnaps };
}

/** Points a side of the lattice a picture is traced on, and its finest step in metres. */
const PICTURE_POINTS = 320;
const PICTURE_METRES = 25;

/**
 * A region with what every question needs made once: the ways of moving and their directions,
 * circles, links between places. Everything is made on first use and kept.
 */
export class Prepared {
  readonly region: Region;
  readonly #ways: Map<string, Way>;
  #circles: CircleIndex | null = null;
  #links: LinkGrid | null = null;

  constructor(region: Region, ways = new Map<string, Way>()) {
    this.region = region;
    this.#ways = ways;
  }

  /** The same streets and people with other facilities: what is made of the streets is shared. */
  withFacilities(facilities: Facility[]): Prepared {
    const other = new Prepared({ ...this.region, facilities }, this.#ways);
    other.#circles = this.#circles;
    other.#links = this.#links;
    return other;
  }

  /**
   * The streets of a profile, to be searched from its facilities; or, with `fromPeople`, from
   * somebody who looks for them.
   */
  way(profile: ProfileKey, fromPeople = false): Way {
    const { travel, towards } = profileOf(profile)!;
    return this.travelled(travel, (towards === 'people') !== fromPeople);
  }

  /** The streets as one way of moving uses them, searched in the direction of travel or against it. */
  travelled(travel: TravelKey, outward: boolean): Way {
    const key = `${travel} ${outward}`;
    const known = this.#ways.get(key);
    if (known) return known;
    const network = buildNetwork(this.region.graph, travel, outward);
    const other = this.#ways.get(`${travel} ${!outward}`);
    // Where every street is the same both ways, so is everything made of it; else only the joins are.
    const way = !other
      ? makeWay(this.region, network)
      : network.symmetric
        ? other
        : { ...other, network };
    this.#ways.set(key, way);
    return way;
  }

  circles(): CircleIndex {
    const { lon, lat } = this.region.places;
    return (this.#circles ??= indexPoints(lon, lat));
  }

  links(): LinkGrid {
    const { lon, lat, linkMetres } = this.region.places;
    return (this.#links ??= linkGrid(lon, lat, linkMetres));
  }
}

function makeWay(region: Region, network: Network): Way {
  const snapper = new Snapper(network);
  let picture: { grid: Lattice; snaps: LatticeSnaps } | null = null;
  return {
    network,
    snapper,
    places: snapper.snap(region.places.lon, region.places.lat),
    picture() {
      if (!picture) {
        const grid = lattice(streetBox(region), MAX_SNAP_METRES, PICTURE_METRES, PICTURE_POINTS);
        picture = { grid, snaps: snapLattice(grid, snapper) };
      }
      return picture;
    },
  };
}

/** Box of the streets in degrees. */
export function streetBox({ graph }: Region): Bbox {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < graph.nodeLon.length; i++) {
    box[0] = Math.min(box[0], graph.nodeLon[i]);
    box[1] = Math.min(box[1], graph.nodeLat[i]);
    box[2] = Math.max(box[2], graph.nodeLon[i]);
    box[3] = Math.max(box[3], graph.nodeLat[i]);
  }
  return [box[0] / 1e7, box[1] / 1e7, box[2] / 1e7, box[3] / 1e7];
}
