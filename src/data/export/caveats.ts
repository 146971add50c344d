import type { Manifest } from '../region/manifest.ts';
import type { PrintNumbers } from './print-numbers.ts';
import type { PrintWords } from './print-words.ts';

/** What a figure lacks, in the order it is said. */
export const CAVEATS = [
  /** Everybody is counted for want of ages. */
  'fallback',
  /** Totals of areas were spread over homes: where people live is an estimate. */
  'spread',
  'off_network',
  'edge',
  'sparse',
  'no_traffic',
  'circles',
] as const;
export type Caveat = (typeof CAVEATS)[number];

/** What an answer lacks that was found by this method in a region with this manifest. */
export function caveatsOf(
  { method, offNetwork, fallback }: { method: string; offNetwork: number; fallback: boolean },
  manifest: Pick<Manifest, 'edge_warning' | 'evidence' | 'population_rule'>,
): Caveat[] {
  const streets = method === 'network';
  const rule = manifest.population_rule?.method;
  const found: Record<Caveat, boolean> = {
    fallback,
    spread: rule === 'buildings' || rule === 'land',
    off_network: streets && offNetwork > 0,
    edge: !!manifest.edge_warning,
    sparse: streets && manifest.evidence?.grade === 'sparse',
    no_traffic: streets,
    circles: !streets,
  };
  return CAVEATS.filter((caveat) => found[caveat]);
}

/** The sentence of a caveat; `offNetwork` in people. */
export function caveatSentence(
  caveat: Caveat,
  offNetwork: number,
  words: PrintWords,
  numbers: PrintNumbers,
): string {
  switch (caveat) {
    case 'fallback':
      return words.fallback;
    case 'spread':
      return words.spread;
    case 'off_network':
      return words.offNetwork(numbers.whole(offNetwork));
    case 'edge':
      return words.edge;
    case 'sparse':
      return words.sparse;
    case 'no_traffic':
      return words.noTraffic;
    case 'circles':
      return words.circleCaveat;
  }
}
