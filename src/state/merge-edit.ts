import type { Facility } from '../data/tables/facility.ts';
import { applyEdits, type Edit } from '../engine/scenario/scenario.ts';

/** Id of the facility an edit is about. */
export function idOf(edit: Edit): string {
  return edit.kind === 'add' ? edit.facility.id : edit.id;
}

/**
 * The edits with one more. What is said of an added facility changes the addition, a second word on
 * the same thing takes the place of the first, and one that leads back to the baseline takes the
 * first away: the list says what is different, and not how it came about.
 */
export function mergeEdit(edits: Edit[], edit: Edit, baseline: Facility[]): Edit[] {
  if (edit.kind === 'add') return [...edits, edit];
  const added = edits.findIndex((each) => each.kind === 'add' && each.facility.id === edit.id);
  if (added >= 0) {
    const { facility } = edits[added] as Extract<Edit, { kind: 'add' }>;
    if (says(facility, edit)) return edits;
    const [changed] = applyEdits([facility], [edit]);
    return replaced(edits, added, { kind: 'add', facility: changed });
  }
  const before = baseline.find(({ id }) => id === edit.id);
  const same = edits.findIndex((each) => each.kind === edit.kind && idOf(each) === edit.id);
  if (before && says(before, edit)) return same < 0 ? edits : edits.filter((_, k) => k !== same);
  if (same < 0) return [...edits, edit];
  return says(edits[same] as Partial<Facility>, edit) ? edits : replaced(edits, same, edit);
}

/** The edits without one of them; without an addition, nothing is left to say of what was added. */
export function withoutEdit(edits: Edit[], edit: Edit): Edit[] {
  const gone = edit.kind === 'add' ? edit.facility.id : null;
  return edits.filter((each) => each !== edit && idOf(each) !== gone);
}

/** Whether a facility, or an edit of the same kind, is already as the edit would have it. */
function says(facility: Partial<Facility>, edit: Exclude<Edit, { kind: 'add' }>): boolean {
  switch (edit.kind) {
    case 'move':
      return facility.lon === edit.lon && facility.lat === edit.lat;
    case 'status':
      return facility.status === edit.status;
    case 'capacity':
      return (facility.capacity ?? null) === edit.capacity;
    case 'opened':
      return (facility.opened ?? null) === edit.opened;
  }
}

function replaced(edits: Edit[], k: number, edit: Edit): Edit[] {
  return edits.map((each, i) => (i === k ? edit : each));
}
