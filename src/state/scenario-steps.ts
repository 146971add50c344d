import type { Facility } from '../data/tables/facility.ts';
import { NAME_LIMIT } from '../data/tables/text-cell.ts';
import type { Edit, Scenario } from '../engine/scenario/scenario.ts';
import { mergeEdit, withoutEdit } from './merge-edit.ts';
import type { Desk } from './scenarios.svelte.ts';

/** A new scenario like the baseline, on screen. */
export function withNew(desk: Desk, name: string): Desk {
  const scenario = { id: freshId(desk.list), name, edits: [] };
  return { list: [...desk.list, scenario], chosen: scenario.id };
}

/** The scenario on screen with these edits more; over the baseline they make a scenario called `name`. */
export function withEdits(desk: Desk, edits: Edit[], baseline: Facility[], name: string): Desk {
  const merge = (before: Edit[]) =>
    edits.reduce((all, edit) => mergeEdit(all, edit, baseline), before);
  if (desk.list.some(({ id }) => id === desk.chosen)) {
    return changed(desk, desk.chosen!, (scenario) => ({
      ...scenario,
      edits: merge(scenario.edits),
    }));
  }
  const first = merge([]);
  if (!first.length) return desk;
  return changed(withNew(desk, name), freshId(desk.list), (scenario) => ({
    ...scenario,
    edits: first,
  }));
}

/** The scenario on screen without one of its edits. */
export function withoutOne(desk: Desk, edit: Edit): Desk {
  return changed(desk, desk.chosen ?? '', (scenario) => ({
    ...scenario,
    edits: withoutEdit(scenario.edits, edit),
  }));
}

/** Another name for a facility that the scenario on screen adds. */
export function withSiteNamed(desk: Desk, site: string, name: string): Desk {
  return changed(desk, desk.chosen ?? '', (scenario) => ({
    ...scenario,
    edits: scenario.edits.map((edit) =>
      edit.kind === 'add' && edit.facility.id === site && edit.facility.name !== name
        ? { ...edit, facility: { ...edit.facility, name } }
        : edit,
    ),
  }));
}

export function renamed(desk: Desk, id: string, name: string): Desk {
  return changed(desk, id, (scenario) =>
    scenario.name === name ? scenario : { ...scenario, name },
  );
}

/** A copy of a scenario behind it, on screen. */
export function duplicated(desk: Desk, id: string, name: string): Desk {
  const k = desk.list.findIndex((each) => each.id === id);
  if (k < 0) return desk;
  // Longer than files take; what it is a copy of may be as long as they do.
  const copy = { ...desk.list[k], id: freshId(desk.list), name: name.slice(0, NAME_LIMIT) };
  const list = [...desk.list.slice(0, k + 1), copy, ...desk.list.slice(k + 1)];
  return { list, chosen: copy.id };
}

/** A scenario one place up (-1) or down (1). */
export function shifted(desk: Desk, id: string, by: -1 | 1): Desk {
  const k = desk.list.findIndex((each) => each.id === id);
  if (k < 0 || !desk.list[k + by]) return desk;
  const list = desk.list.slice();
  [list[k], list[k + by]] = [list[k + by], list[k]];
  return { ...desk, list };
}

/** Without a scenario; where it was on screen the one before it is, or the baseline. */
export function without(desk: Desk, id: string): Desk {
  const k = desk.list.findIndex((each) => each.id === id);
  if (k < 0) return desk;
  const list = desk.list.filter((_, i) => i !== k);
  return { list, chosen: desk.chosen === id ? (list[k - 1]?.id ?? null) : desk.chosen };
}

/** With scenarios from elsewhere behind one's own, the first of them on screen. */
export function withAll(desk: Desk, scenarios: Omit<Scenario, 'id'>[]): Desk {
  let list = desk.list;
  for (const { name, edits } of scenarios) list = [...list, { id: freshId(list), name, edits }];
  if (list === desk.list) return desk;
  return { list, chosen: list[desk.list.length].id };
}

/** A facility that nobody has built yet, with an id that neither the region nor the scenario has. */
export function newFacility(
  taken: Facility[],
  name: string,
  service: string,
  lon: number,
  lat: number,
): Facility {
  const ids = new Set(taken.map(({ id }) => id));
  let n = 1;
  while (ids.has(`scenario-${n}`)) n++;
  return { id: `scenario-${n}`, name, service, lon, lat, status: 'open', accuracy: 'scenario' };
}

/** The first of name(1), name(2), … that is not taken. */
export function freshName(taken: { name: string }[], name: (n: string) => string): string {
  const names = new Set(taken.map((each) => each.name));
  let n = 1;
  while (names.has(name(String(n)))) n++;
  return name(String(n));
}

function freshId(list: Scenario[]): string {
  const ids = new Set(list.map(({ id }) => id));
  let n = 1;
  while (ids.has(`s${n}`)) n++;
  return `s${n}`;
}

/** The very same desk where `change` changes nothing. */
function changed(desk: Desk, id: string, change: (scenario: Scenario) => Scenario): Desk {
  let any = false;
  const list = desk.list.map((scenario) => {
    if (scenario.id !== id) return scenario;
    const next = change(scenario);
    const same =
      next.name === scenario.name &&
      next.edits.length === scenario.edits.length &&
      next.edits.every((edit, k) => edit === scenario.edits[k]);
    any ||= !same;
    return same ? scenario : next;
  });
  return any ? { ...desk, list } : desk;
}
