import type { Draft } from './ground.ts';
import type { MapNode, Tags } from './osm-writer.ts';

/** How OpenStreetMap would tag each service that is mapped as a point. */
const TAGS: Record<string, Tags> = {
  clinic: { amenity: 'clinic', healthcare: 'clinic' },
  school: { amenity: 'school' },
  elder_care: {
    amenity: 'social_facility',
    social_facility: 'day_care',
    'social_facility:for': 'senior',
  },
  jikang: {
    amenity: 'social_facility',
    social_facility: 'day_care',
    'social_facility:for': 'disabled',
  },
  ambulance_base: { emergency: 'ambulance_station' },
};

/** Mappers have not found everything: of a service they know every so many. */
const EVERY: Record<string, number> = { clinic: 2, elder_care: 3 };

/**
 * Facilities that OpenStreetMap knows too, under the very names and places of facilities.csv. The
 * schools in town and the parks are there as land; estates with charging are not mapped at all.
 */
export function mappedFacilities(facilities: Draft[]): MapNode[] {
  const open = facilities.filter(({ status }) => status === 'open');
  return Object.entries(TAGS).flatMap(([service, tags]) =>
    open
      .filter((draft) => draft.service === service && !draft.onGround)
      .filter((_, i) => i % (EVERY[service] ?? 1) === 0)
      .map(({ site, name, hours }): MapNode => ({
        at: site.at,
        tags: {
          ...tags,
          name: name[0],
          'name:en': name[1],
          ...(service === 'clinic' && hours ? { opening_hours: openingHours(hours) } : {}),
        },
      })),
  );
}

function openingHours(hours: string): string {
  return hours === '00:00-24:00' ? '24/7' : hours;
}
