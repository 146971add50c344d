import type { Counted } from '../core/coverage.ts';
import type { ZoneMinutes } from '../core/profile.ts';
import type { Region } from '../data/region/region.ts';

export type Zone = 'urban' | 'rural' | null;

/** People held to the limit of their own zone; zone null is areas that state none and people in no area. */
export interface ZonedFigures {
  covered: number;
  share: number;
  zones: { zone: Zone; minutes: number; people: number; covered: number; share: number }[];
}

/** Whether any area says which zone it is: without one a limit by zone means nothing. */
export function hasZones({ areas }: Pick<Region, 'areas'>): boolean {
  return areas.some(({ zone }) => zone);
}

/** Seconds that each place's people are held to: people without a zone to the urban limit. */
export function zoneLimits(region: Region, { urban, rural }: ZoneMinutes): Float64Array {
  return byZone(region, urban * 60, rural * 60);
}

/** The value for the zone of each place; people without a zone have the urban one. */
export function byZone({ places, areas }: Region, urban: number, rural: number): Float64Array {
  const values = areas.map(({ zone }) => (zone === 'rural' ? rural : urban));
  return Float64Array.from(places.area, (a) => (a < 0 ? urban : values[a]));
}

/** How many people are within the limit of their own zone, zone by zone. */
export function zonedFigures(
  { places, areas }: Region,
  seconds: Float64Array,
  who: Counted,
  minutes: ZoneMinutes,
): ZonedFigures {
  const zones = (['urban', 'rural', null] as const).map((zone) => ({
    zone,
    minutes: minutes[zone ?? 'urban'],
    people: 0,
    covered: 0,
  }));
  const of = (zone?: Zone) => zones[zone === 'urban' ? 0 : zone === 'rural' ? 1 : 2];
  const byArea = areas.map(({ zone }) => of(zone));
  for (let i = 0; i < seconds.length; i++) {
    if (!who.counted[i]) continue;
    const figures = places.area[i] < 0 ? of() : byArea[places.area[i]];
    figures.people += who.people[i];
    if (seconds[i] <= figures.minutes * 60) figures.covered += who.people[i];
  }
  const sum = (key: 'people' | 'covered') => zones.reduce((all, zone) => all + zone[key], 0);
  const share = (covered: number, people: number) => (people ? covered / people : 0);
  return {
    covered: sum('covered'),
    share: share(sum('covered'), sum('people')),
    zones: zones
      .filter(({ people }) => people > 0)
      .map((zone) => ({ ...zone, share: share(zone.covered, zone.people) })),
  };
}
