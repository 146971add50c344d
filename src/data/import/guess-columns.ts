import { fieldOf, isField, type Target } from './fields.ts';

/** Which column each field is read from: by the column's name, so that it can be kept for the next file. */
export type Mapping = [field: string, column: string][];

/** Another column that could have been meant. */
export interface Rival {
  field: string;
  column: string;
}

/**
 * The best column for each field by the names alone: the name itself before a word for it, that
 * before a likeness, and the first of equals. `rivals` are equals that were passed over.
 */
export function guessColumns(
  target: Target,
  names: readonly string[],
): { mapping: Mapping; rivals: Rival[] } {
  const best = new Map<string, { column: string; sure: number }>();
  const rivals: Rival[] = [];
  for (const column of names) {
    const found = fieldOf(target, column);
    if (!found) continue;
    const { field, sure } = found;
    const there = best.get(field);
    if (!there || sure > there.sure) best.set(field, { column, sure });
    else if (sure === there.sure) rivals.push({ field, column });
  }
  // Two columns of degrees say more than one of both.
  if (best.has('lon') && best.has('lat')) best.delete('position');
  const mapping = [...best].map(([field, { column }]): Mapping[number] => [field, column]);
  return { mapping, rivals: rivals.filter(({ field }) => best.has(field)) };
}

/** What of a remembered mapping still holds: its columns are there, its fields are of this target. */
export function knownMapping(target: Target, names: readonly string[], mapping: Mapping): Mapping {
  return mapping.filter(([field, column]) => isField(target, field) && names.includes(column));
}
