import type { OsmData } from '../osm/osm.ts';
import type { Facility } from '../tables/facility.ts';
import { facilityDetails } from './facility-details.ts';
import { matchRules, ruleKeys, type Match } from './match-rules.ts';
import type { Ground, ObjectPlace, ObjectPlaces } from './object-place.ts';
import type { ServiceRule } from './service-rules.ts';
import { tagSet, withKeys, type TagSet } from './tag-set.ts';

/** A facility that an OSM object speaks of. */
export interface Found {
  facility: Facility;
  /** False where its name only says what such places are called. */
  named: boolean;
  ground: Ground | null;
}

export interface FoundFacilities {
  found: Found[];
  /** Objects that a `skip` rule left out. */
  skipped: Map<ServiceRule, number>;
  /** Ids of objects of which the extract holds no position at all. */
  nowhere: string[];
}

/** Every object that the rules say offers a service, nodes first; one that offers two comes twice. */
export function findFacilities(
  osm: OsmData,
  places: ObjectPlaces,
  rules: readonly ServiceRule[],
): FoundFacilities {
  const result: FoundFacilities = { found: [], skipped: new Map(), nowhere: [] };
  const keys = ruleKeys(rules);
  const types = [
    ['n', osm.nodes, (i: number) => places.node(i)],
    ['w', osm.ways, (i: number) => places.way(i)],
    ['r', osm.relations, (i: number) => places.relation(i)],
  ] as const;
  for (const [letter, objects, placeOf] of types) {
    for (const i of withKeys(osm.strings, objects, keys)) {
      const tags = tagSet(osm.strings, objects, i);
      const matches = matchRules(rules, tags);
      for (const { rule } of matches) {
        if (rule.skip) result.skipped.set(rule, (result.skipped.get(rule) ?? 0) + 1);
      }
      const taken = matches.filter(({ rule }) => !rule.skip);
      if (!taken.length) continue;
      const id = `osm-${letter}${objects.ids[i]}`;
      const place = placeOf(i);
      if (!place) result.nowhere.push(id);
      else taken.forEach((match, k) => result.found.push(foundOf(id, k, match, tags, place)));
    }
  }
  return result;
}

/** The k-th service of an object; ids are unique in a region, so the second service names itself. */
function foundOf(id: string, k: number, match: Match, tags: TagSet, place: ObjectPlace): Found {
  const { rule, status } = match;
  const { name, ...details } = facilityDetails(tags);
  const [lon, lat] = place.point;
  return {
    facility: {
      id: k ? `${id}-${rule.service}` : id,
      name: name ?? `${rule.zh}（未命名）`,
      ...(name || details.nameEn ? {} : { nameEn: `${rule.en} (unnamed)` }),
      service: rule.service,
      lon,
      lat,
      status,
      ...details,
    },
    named: name !== undefined,
    ground: place.ground,
  };
}
