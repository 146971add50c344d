import type { FacilityStatus } from '../tables/facility.ts';
import type { ServiceRule, Wanted } from './service-rules.ts';
import type { TagSet } from './tag-set.ts';

/** A service that an object's tags speak of. */
export interface Match {
  rule: ServiceRule;
  status: FacilityStatus;
}

/** What stands before a key whose place is no longer there, or not yet. */
const LIFECYCLE: Record<string, FacilityStatus> = {
  disused: 'closed',
  abandoned: 'closed',
  construction: 'building',
  planned: 'planned',
  proposed: 'planned',
};

/** Every key by which a rule may apply to an object: those of its tags, with each prefix and without. */
export function ruleKeys(rules: readonly ServiceRule[]): Set<string> {
  const keys = new Set(rules.map((rule) => Object.keys(rule.tags)[0]));
  for (const key of [...keys]) {
    for (const prefix of Object.keys(LIFECYCLE)) keys.add(`${prefix}:${key}`);
  }
  return keys;
}

/**
 * What the rules say of an object, at most one match for each service: the first rule it meets as
 * it is, else the first it meets by `disused:`, `construction:` … keys, with the status they say.
 */
export function matchRules(rules: readonly ServiceRule[], tags: TagSet): Match[] {
  const matches = new Map<string, Match>();
  for (const { tags: seen, status, needed } of readings(tags)) {
    for (const rule of rules) {
      if (matches.has(rule.service) || !meets(rule, seen)) continue;
      if (needed && !Object.keys(rule.tags).some((key) => needed.has(key))) continue;
      matches.set(rule.service, { rule, status });
    }
  }
  return [...matches.values()];
}

/** The tags as they stand; then, for each prefix, as they would without it. */
function readings(tags: TagSet) {
  const dead = tags.get('disused') === 'yes' || tags.get('abandoned') === 'yes';
  const list: { tags: TagSet; status: FacilityStatus; needed?: Set<string> }[] = [
    { tags, status: dead ? 'closed' : 'open' },
  ];
  for (const [prefix, status] of Object.entries(LIFECYCLE)) {
    const needed = new Set<string>();
    const bare = new Map(tags);
    for (const [key, value] of tags) {
      if (!key.startsWith(`${prefix}:`)) continue;
      needed.add(key.slice(prefix.length + 1));
      bare.set(key.slice(prefix.length + 1), value);
    }
    if (needed.size) list.push({ tags: bare, status, needed });
  }
  return list;
}

function meets({ tags: wanted, name, except }: ServiceRule, tags: TagSet): boolean {
  for (const key in wanted) if (!says(tags.get(key), wanted[key])) return false;
  for (const key in except) if (says(tags.get(key), except[key])) return false;
  if (!name) return true;
  const names = `${tags.get('name') ?? ''}\n${tags.get('name:zh') ?? ''}`;
  return name.some((part) => names.includes(part));
}

/** OSM writes several values into one tag with semicolons. */
function says(value: string | undefined, wanted: Wanted): boolean {
  if (value === undefined) return false;
  if (wanted === '*') return true;
  return value.split(';').some((part) => {
    const word = part.trim();
    return Array.isArray(wanted) ? wanted.includes(word) : wanted === word;
  });
}
