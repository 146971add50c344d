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
 * The facilities after the edits, in the baseline's order with added ones behind. Pure; without
 * edits it is the very same list. Edits that have nothing to change are left out: `ignoredEdits`
 * says which.
 */
export function applyEdits(facilities: Facility[], edits: Edit[]): Facility[] {
  return edits.length ? edit(facilities, edits).edited : facilities;
}

/**
 * The edits that name a facility that is not there when their turn comes, and the additions whose
 * id is taken: the scenario was made for another region, or for an older state of this one.
 */
export function ignoredEdits(facilities: Facility[], edits: Edit[]): Edit[] {
  return edits.length ? edit(facilities, edits).ignored : [];
}

function edit(facilities: Facility[], edits: Edit[]): { edited: Facility[]; ignored: Edit[] } {
  const edited = facilities.slice();
  const at = new Map(facilities.map(({ id }, k) => [id, k]));
  const ignored: Edit[] = [];
  for (const each of edits) {
    const k = at.get(each.kind === 'add' ? each.facility.id : each.id);
    if (each.kind === 'add') {
      if (k === undefined) at.set(each.facility.id, edited.push(each.facility) - 1);
      else ignored.push(each);
    } else if (k === undefined) ignored.push(each);
    else edited[k] = changed(edited[k], each);
  }
  return { edited, ignored };
}

function changed(before: Facility, edit: Exclude<Edit, { kind: 'add' }>): Facility {
  switch (edit.kind) {
    case 'move':
      return movedTo(before, edit.lon, edit.lat);
    case 'status':
      return { ...before, status: edit.status };
    case 'capacity':
      return { ...before, capacity: edit.capacity ?? undefined };
    case 'opened':
      return { ...before, opened: edit.opened ?? undefined };
  }
}

/**
 * A facility at another place. It loses its entrances: they are gates in the old place's fence, so
 * people would still be sent there; where the new gates will be nobody has said, so it is reached
 * at its own point.
 */
export function movedTo(facility: Facility, lon: number, lat: number): Facility {
  return { ...facility, lon, lat, entrances: undefined };
}

/**
 * The facilities as they will stand on a day: what is planned or being built and has an opening
 * date on or before it is open. Nothing else changes: without a date nobody knows, and what is
 * listed as open or closed is so today. A date without day or month is met when it is over, so that
 * nobody is counted before it is certain. Dates are ISO (yyyy, yyyy-mm or yyyy-mm-dd).
 */
export function openOn(facilities: Facility[], date: string): Facility[] {
  const day = lastDay(date);
  return facilities.map((facility) =>
    facility.opened && coming(facility) && lastDay(facility.opened) <= day
      ? { ...facility, status: 'open' }
      : facility,
  );
}

/**
 * The dates on which something of the service opens, each once, soonest first, as they are listed:
 * the stops of a slider. `openOn` any of them counts what it names.
 */
export function openingDates(facilities: Facility[], service: string): string[] {
  const dates = new Set<string>();
  for (const facility of facilities) {
    if (facility.service === service && facility.opened && coming(facility)) {
      dates.add(facility.opened);
    }
  }
  return [...dates].sort((a, b) => lastDay(a).localeCompare(lastDay(b)) || a.length - b.length);
}

function coming({ status }: Facility): boolean {
  return status === 'planned' || status === 'building';
}

/** The end of the year, month or day, for comparing; every month is given 31 days. */
function lastDay(date: string): string {
  return date + '-12-31'.slice(date.length - 4);
}
