import rules from '../../../data/osm-services.json';
import { parseServiceRules } from '../../../src/data/osm-services/service-rules.ts';
import { SERVICES } from '../tables/services-json.ts';

/** The table of tags the project ships. */
export const RULES = parseServiceRules(rules, SERVICES);

/** Keys of all its services. */
export const ALL = new Set(RULES.map(({ service }) => service));
