import type { Recipe } from '../../../src/data/claim-recipe.ts';
import type { Claim, Meaning } from '../../../src/data/claims.ts';
import type { Region } from '../../../src/data/region/region.ts';
import type { Service } from '../../../src/data/services.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';
import type { ClaimGround } from '../../../src/engine/claims/claim-ground.ts';
import { testClaims } from '../../../src/engine/claims/test-claims.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { town } from '../core/town.ts';
import { regionOf } from '../engine/region-of.ts';
import { SERVICES } from '../see/services-of.ts';

const both = (text: string) => ({ zh: text, en: text });
const MEANING_OF: Record<Recipe['kind'], Meaning> = {
  reach: 'reach',
  equipped: 'equipped',
  units: 'units',
  enrolled: 'enrolled',
  count: 'number',
  needs: 'number',
};

/** A claim of 2024 about the town, by this recipe. */
export function claimOf(recipe: Recipe | null, parts: Partial<Claim> = {}): Claim {
  return {
    id: 'c',
    place: both('镇'),
    regions: ['town'],
    topic: both('服务'),
    services: [],
    figure: both('说法'),
    meaning: recipe ? MEANING_OF[recipe.kind] : 'number',
    of: null,
    source: both('报道'),
    year: '2024',
    testable: recipe ? 'map' : 'no',
    recipe,
    ...parts,
  };
}

export const ELDER: Service = {
  ...SERVICES[0],
  key: 'elder',
  zh: '养老',
  en: 'elder',
  people: { from: 60 },
};

/** A region as claims see it: data of June 2024, 2 % of drift, unless said otherwise. */
export function groundOf(
  region: Region,
  about: Partial<ClaimGround['about']> = {},
  drift = 0.02,
): ClaimGround {
  return {
    prepared: new Prepared(region),
    services: [...SERVICES, ELDER],
    about: { id: 'town', name: '镇', data_date: '2024-06-01', invented: true, ...about },
    drift,
  };
}

export function tested(recipe: Recipe | null, ground: ClaimGround, parts: Partial<Claim> = {}) {
  return testClaims([claimOf(recipe, parts)], ground)[0];
}

export const site = (id: string, parts: Partial<Facility> = {}): Facility => ({
  id,
  name: id,
  service: 'clinic',
  lon: 0,
  lat: 0,
  status: 'open',
  ...parts,
});

/** One clinic; 6 people 60 m off, 3 people 420 m, 1 person 900 m, and street enough to be one. */
export const STREET = regionOf(town('A6-----3-------1----+', 60));

/** The arithmetic of a result, line by line. */
export const zh = (result: { steps: { zh: string }[] }) =>
  result.steps.map((step) => step.zh.replaceAll('\u202f', ' ')).join('\n');
