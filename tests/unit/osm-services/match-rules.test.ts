import { describe, expect, it } from 'vitest';
import { matchRules } from '../../../src/data/osm-services/match-rules.ts';
import { RULES } from './shipped-rules.ts';

/** As "service" or "service status" or "service skip", spaces between. */
function said(tags: Record<string, string>): string {
  return matchRules(RULES, new Map(Object.entries(tags)))
    .map(({ rule, status }) => {
      if (rule.skip) return `${rule.service} skip`;
      return status === 'open' ? rule.service : `${rule.service} ${status}`;
    })
    .sort()
    .join(', ');
}

const social = (tags: Record<string, string>) => ({ amenity: 'social_facility', ...tags });
const charger = (tags: Record<string, string>) => ({ amenity: 'charging_station', ...tags });

describe('what tags say', () => {
  it.each([
    [{ amenity: 'school' }, 'school'],
    [{ amenity: 'kindergarten', name: '实验幼儿园' }, 'kindergarten'],
    [{ amenity: 'childcare', name: '北门幼儿园' }, 'kindergarten'],
    [{ amenity: 'childcare', name: '托管班' }, ''],
    [{ amenity: 'hospital' }, 'hospital'],
    [{ healthcare: 'hospital' }, 'hospital'],
    [{ amenity: 'doctors' }, 'clinic'],
    [{ amenity: 'clinic', healthcare: 'clinic' }, 'clinic'],
    // One object may serve twice.
    [{ amenity: 'hospital', name: '柳河镇卫生院' }, 'clinic, hospital'],
    [{ amenity: 'hospital', 'name:zh': '东社区卫生服务中心' }, 'clinic, hospital'],
    [{ amenity: 'school;kindergarten' }, 'kindergarten, school'],
    [{ emergency: 'ambulance_station' }, 'ambulance_base'],
    [{ amenity: 'community_centre' }, 'community_centre'],
    [{ leisure: 'park' }, 'park'],
    [{ leisure: 'park', access: 'private' }, ''],
    [{ leisure: 'park', access: 'yes' }, 'park'],
    [{ leisure: 'fitness_station' }, 'fitness'],
    [{ leisure: 'fitness_centre' }, ''],
    [{ building: 'school' }, ''],
    [{ amenity: 'parking' }, ''],
  ])('%j: %s', (tags, services) => {
    expect(said(tags as Record<string, string>)).toBe(services);
  });

  it.each([
    [{ amenity: 'nursing_home' }, 'elder_care'],
    [social({ 'social_facility:for': 'senior' }), 'elder_care'],
    [social({ 'social_facility:for': 'senior;disabled' }), 'elder_care, jikang'],
    [social({ social_facility: 'day_care', 'social_facility:for': 'senior' }), 'elder_care'],
    [social({ social_facility: 'assisted_living' }), 'elder_care'],
    [social({ social_facility: 'nursing_home' }), 'elder_care'],
    [social({ social_facility: 'nursing_home', 'social_facility:for': 'disabled' }), 'jikang'],
    [social({ social_facility: 'day_care', 'social_facility:for': 'disabled' }), 'jikang'],
    // A day care of whom it does not say may be for children.
    [social({ social_facility: 'day_care' }), ''],
    [social({ social_facility: 'shelter', 'social_facility:for': 'homeless' }), ''],
    [social({ social_facility: 'soup_kitchen', 'social_facility:for': 'senior' }), 'elder_canteen'],
    [{ amenity: 'restaurant', name: '东街长者食堂' }, 'elder_canteen'],
    [{ amenity: 'community_centre', name: '龙山吉康之家' }, 'community_centre, jikang'],
    [{ highway: 'residential', name: '吉康之家路' }, ''],
  ])('social facilities: %j: %s', (tags, services) => {
    expect(said(tags as Record<string, string>)).toBe(services);
  });

  it.each([
    [charger({ bicycle: 'yes' }), 'charging'],
    [charger({ motorcar: 'yes', bicycle: 'yes' }), 'charging'],
    [charger({ scooter: 'yes' }), 'charging'],
    [charger({ motorcar: 'yes' }), 'charging skip'],
    [charger({ bicycle: 'no', motorcar: 'designated' }), 'charging skip'],
    [charger({}), 'charging skip'],
  ])('e-bikes are not cars: %j: %s', (tags, services) => {
    expect(said(tags)).toBe(services);
  });

  it.each([
    [{ 'disused:amenity': 'school' }, 'school closed'],
    [{ 'abandoned:amenity': 'clinic' }, 'clinic closed'],
    [{ 'construction:amenity': 'hospital' }, 'hospital building'],
    [{ 'planned:leisure': 'park' }, 'park planned'],
    [{ 'proposed:amenity': 'school' }, 'school planned'],
    [{ amenity: 'school', disused: 'yes' }, 'school closed'],
    // What is there goes before what was.
    [{ amenity: 'school', 'disused:amenity': 'school' }, 'school'],
    [{ amenity: 'library', 'disused:amenity': 'school' }, 'school closed'],
    [{ leisure: 'park', 'disused:amenity': 'school' }, 'park, school closed'],
    [{ 'demolished:amenity': 'school' }, ''],
    [
      {
        'planned:amenity': 'social_facility',
        'planned:social_facility': 'nursing_home',
      },
      'elder_care planned',
    ],
    // Its old name says nothing of its old use.
    [{ amenity: 'parking', 'disused:name': '吉康之家' }, ''],
  ])('before and after: %j: %s', (tags, services) => {
    expect(said(tags as Record<string, string>)).toBe(services);
  });
});
