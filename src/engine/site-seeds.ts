import type { Facility } from '../data/tables/facility.ts';

/** The points that sites are searched from: a site may be reached at several gates. */
export interface SiteSeeds {
  /** Degrees. */
  lon: Float64Array;
  lat: Float64Array;
  /** The site of each seed. */
  site: Int32Array;
}

/** Every entrance of every site; the site's own point where it has none. */
export function siteSeeds(
  sites: readonly Pick<Facility, 'lon' | 'lat' | 'entrances'>[],
): SiteSeeds {
  const points = sites.flatMap((site, k) =>
    (site.entrances?.length ? site.entrances : [[site.lon, site.lat]]).map(([lon, lat]) => ({
      lon,
      lat,
      k,
    })),
  );
  return {
    lon: Float64Array.from(points, ({ lon }) => lon),
    lat: Float64Array.from(points, ({ lat }) => lat),
    site: Int32Array.from(points, ({ k }) => k),
  };
}

/** The sites of which no seed joins the streets; `edge` is that of each seed, or -1. */
export function sitesOffNetwork(
  edge: Int32Array,
  { site }: Pick<SiteSeeds, 'site'>,
  siteCount: number,
): number[] {
  const joined = new Uint8Array(siteCount);
  edge.forEach((e, i) => {
    if (e >= 0) joined[site[i]] = 1;
  });
  return Array.from({ length: siteCount }, (_, k) => k).filter((k) => !joined[k]);
}
