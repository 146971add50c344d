import { interiorPoint } from '../../core/interior-point.ts';
import type { Region } from './region.ts';
import { streetMiddles } from './street-middles.ts';

/** Somewhere of a region that has a name, to set out from. */
export interface NamedPlace {
  /** As in the region; `street-<index in streetNames>` for a street. */
  id: string;
  kind: 'estate' | 'area' | 'street' | 'facility';
  name: string;
  nameEn?: string;
  /** Syllables of the name without tones, split by spaces: "yu shu li"; '' where nobody wrote them down. */
  pinyin: string;
  /** Degrees. */
  lon: number;
  lat: number;
}

/** An area as a point inside it. */
export type AreaPoint = Omit<NamedPlace, 'kind' | 'pinyin'>;

export function areaPoints({ areas }: Region): AreaPoint[] {
  return areas.map(({ id, name, nameEn, polygons }) => {
    const [lon, lat] = interiorPoint(polygons);
    return { id, name, ...(nameEn && { nameEn }), lon, lat };
  });
}

/**
 * The named places of a region: estates, areas, streets, facilities, each kind in the region's order.
 * @param pinyin of each of them in that order; none where it is not known.
 */
export function namedPlaces(region: Region, areas: AreaPoint[], pinyin: string[]): NamedPlace[] {
  const streets = streetMiddles(region).map(({ street, lon, lat }) => {
    return { id: `street-${street}`, ...region.streetNames[street], lon, lat };
  });
  const kinds = [
    ['estate', region.estates ?? []],
    ['area', areas],
    ['street', streets],
    ['facility', region.facilities],
  ] as const;
  const places = kinds.flatMap(([kind, list]) => list.map((each) => ({ ...each, kind })));
  return places.map(({ id, kind, name, nameEn, lon, lat }, k) => {
    return { id, kind, name, ...(nameEn && { nameEn }), pinyin: pinyin[k] ?? '', lon, lat };
  });
}
