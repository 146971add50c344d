/** What is claimed or wondered about: so many sites, anywhere. */
export interface GreatestRequest {
  /** How many new sites, 1 or more. */
  n: number;
  /** A share of people, above 0, at most 1: whether n sites can reach it, and how few could. */
  share?: number | null;
  /** Whether the sites that are there stay; else everything is built anew. */
  keepExisting?: boolean;
  /** Pairs of a spot and a place that may be kept at once, 8 bytes each. */
  pairs?: number;
}

/** The most that any n sites could do, and the best that was found. */
export interface Greatest {
  n: number;
  /** The denominator: everybody who counts, those off the network included. */
  people: number;
  /** People within the limit of sites that stay; 0 where none do. */
  before: number;
  /** No n sites, wherever they stand, cover more people. */
  upper: number;
  upperShare: number;
  /** What the sites below cover, with those that stay: recounted like any facility's. */
  found: number;
  foundShare: number;
  /** People newly covered by each, given those before it. At most n; fewer where more do not help. */
  sites: { lon: number; lat: number; gain: number }[];
  share: number | null;
  /** With fewer sites the share is impossible; null: with any number, or not asked. */
  smallest: number | null;
  /** A number of sites that was found to reach it. */
  smallestFound: number | null;
  /** How fine the bound is: metres of street in a spot; and of the squares that unite spots and places, 0 for none. */
  fineness: { metres: number; square: number };
  /** Stopped before it was as sharp as it gets: the bound holds all the same. */
  stopped: boolean;
}

/** How far it is: the bound and what was found so far, of `people`. */
export interface GreatestProgress {
  n: number;
  metres: number;
  upper: number;
  found: number;
  people: number;
  /** Once n itself is answered, and only the smallest number for the share is still looked for. */
  answer?: Greatest;
}
