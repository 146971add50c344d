import { ageRange, type AgeRange } from '../../data/tables/age-range.ts';

/** People of one age group by place. */
export interface AgeGroup {
  /** Null for the ages that no group of the region tells. */
  range: AgeRange | null;
  /** The population field; null for the rest. */
  field: string | null;
  people: Float64Array;
}

/** Less than so many people in all is rounding. */
const NOBODY = 0.5;

/**
 * Age groups of which nobody is in two: of the region's age fields as many as are disjoint (those
 * that end first, the wider of two that end together), youngest first, and whoever is in none of
 * them. `left` are the fields that overlap with those. No groups where the region has no ages.
 */
export function ageGroups(fields: Record<string, Float64Array>): {
  groups: AgeGroup[];
  left: string[];
} {
  const bands = Object.keys(fields).flatMap((field) => {
    const range = ageRange(field);
    return range ? [{ field, range, end: range.to ?? Infinity }] : [];
  });
  // Infinity − Infinity is no order.
  bands.sort((a, b) => (a.end === b.end ? a.range.from - b.range.from : a.end - b.end));
  const groups: AgeGroup[] = [];
  const left: string[] = [];
  let last = -1;
  for (const { field, range, end } of bands) {
    if (range.from <= last) {
      left.push(field);
      continue;
    }
    groups.push({ range, field, people: fields[field] });
    last = end;
  }
  if (!groups.length) return { groups, left };
  const rest = fields.total.map((all, i) => groups.reduce((sum, g) => sum - g.people[i], all));
  const others = rest.reduce((sum, people) => sum + people, 0);
  if (others >= NOBODY) groups.push({ range: null, field: null, people: rest });
  return { groups, left };
}
