import type { Facility, FacilityStatus } from '../../data/tables/facility.ts';

/** One change to the list of facilities. */
export type Edit =
  | { kind: 'add'; facility: Facility }
  | { kind: 'move'; id: string; lon: number; lat: number }
  /** Close, reopen, or any other status. */
  | { kind: 'status'; id: string; status: FacilityStatus }
  /** Upgrade: places, beds, seats; null for unknown. */
  | { kind: 'capacity'; id: string; capacity: number | null }
  /** Opening date, ISO (yyyy, yyyy-mm or yyyy-mm-dd); null for unknown. */
  | { kind: 'opened'; id: string; opened: string | null };

/** A named list of edits over the baseline, in the order they were made. */
export interface Scenario {
  id: string;
  name: string;
  edits: Edit[];
}

/**
 * The facilities after the edits, in the baseline's order with added ones behind. Without edits it
 * is the very same list. An edit of an id that is not there changes nothing.
 */
export function applyEdits(facilities: Facility[], edits: Edit[]): Facility[] {
  if (!edits.length) return facilities;
  const edited = new Map(facilities.map((facility) => [facility.id, facility]));
  for (const edit of edits) {
    if (edit.kind === 'add') {
      edited.set(edit.facility.id, edit.facility);
      continue;
    }
    const before = edited.get(edit.id);
    if (before) edited.set(edit.id, changed(before, edit));
  }
  return [...edited.values()];
}

function changed(before: Facility, edit: Exclude<Edit, { kind: 'add' }>): Facility {
  switch (edit.kind) {
    case 'move':
      // Its gates stay where they were: at the new place it is reached at its own point.
      return { ...before, lon: edit.lon, lat: edit.lat, entrances: undefined };
    case 'status':
      return { ...before, status: edit.status };
    case 'capacity':
      return { ...before, capacity: edit.capacity ?? undefined };
    case 'opened':
      return { ...before, opened: edit.opened ?? undefined };
  }
}

/**
 * The facilities as they will stand on a day: what is planned or being built and has an opening
 * date on or before it is open. Nothing else changes.
 */
export function openOn(facilities: Facility[], date: string): Facility[] {
  return facilities.map((facility) => {
    const { status, opened } = facility;
    const coming = status === 'planned' || status === 'building';
    return coming && opened && opened <= date ? { ...facility, status: 'open' } : facility;
  });
}
