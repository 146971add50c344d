import { buildNetwork, type Network } from '../core/network.ts';
import { Snapper } from '../core/snap.ts';
import type { TravelKey } from '../core/travel.ts';
import type { Region } from '../data/region/region.ts';

/** The streets as one way of moving uses them, and what joins points to them. */
export interface StreetWay {
  network: Network;
  snapper: Snapper;
}

/** What a question of one point needs of a region: `Prepared` gives it too, with the people. */
export interface Streets {
  readonly region: Pick<Region, 'graph' | 'streetNames'>;
  /** The streets searched in the direction of travel (`outward`) or against it. */
  travelled(travel: TravelKey, outward: boolean): StreetWay;
}

/** Streets without people: nobody is joined to them. Every way of moving is made on first use and kept. */
export function plainStreets(region: Streets['region']): Streets {
  const ways = new Map<string, StreetWay>();
  return {
    region,
    travelled(travel, outward) {
      const key = `${travel} ${outward}`;
      const known = ways.get(key);
      if (known) return known;
      const network = buildNetwork(region.graph, travel, outward);
      const way = { network, snapper: new Snapper(network) };
      ways.set(key, way);
      return way;
    },
  };
}
