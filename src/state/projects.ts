import type { Project } from '../data/project/project.ts';
import { NAME_LIMIT } from '../data/tables/text-cell.ts';
import type { Keeper } from './keeper.svelte.ts';
import type { StoredProject } from './project-db.ts';
import { freshId, newStored, readStored, rowsByLayer } from './stored-project.ts';

/** Days after which a deleted project is gone for good. */
export const DAYS_KEPT = 7;
const DAY = 86_400_000;

/** The projects there are, newest first, and the deleted ones that can still be had back. */
export async function listProjects(
  keeper: Keeper,
): Promise<{ live: StoredProject[]; deleted: StoredProject[] }> {
  const all = (await keeper.tried(() => keeper.db.list())) ?? [];
  const old = all.filter(({ deleted }) => deleted && deleted < Date.now() - DAYS_KEPT * DAY);
  for (const { id } of old) await keeper.tried(() => keeper.db.erase(id));
  const rest = all
    .filter((each) => !old.includes(each))
    .sort((a, b) => b.opened - a.opened || (a.id < b.id ? -1 : 1));
  return {
    live: rest.filter(({ deleted }) => deleted === null),
    deleted: rest.filter(({ deleted }) => deleted !== null),
  };
}

/** Puts a project of the store on screen, whatever its region. */
export async function openProject(keeper: Keeper, id: string): Promise<void> {
  await keeper.flush();
  keeper.fault = null;
  const found = await keeper.tried(() => readStored(keeper.db, id));
  if (found) keeper.present(found);
}

/** An empty project of the region on screen. */
export async function beginProject(keeper: Keeper, name: string): Promise<void> {
  await keeper.flush();
  keeper.clear();
  await keeper.keepAs(name);
}

/** A project from elsewhere, into the store and on screen; where the store has no room, on screen alone. */
export async function takeProject(keeper: Keeper, project: Project): Promise<void> {
  await keeper.flush();
  const stored = newStored(freshId(), project, Date.now());
  const kept = await keeper.tried(() => keeper.db.create(stored, rowsByLayer(project.layers)));
  keeper.present({ stored: kept, project });
  keeper.changes++;
}

export async function renameProject(keeper: Keeper, id: string, name: string): Promise<void> {
  const named = (old: StoredProject) => ({ ...old, head: { ...old.head, name } });
  if (!(await keeper.tried(() => keeper.db.change(id, null, named)))) return;
  if (id === keeper.open?.id) keeper.called(name);
  keeper.changes++;
}

/** A copy of a project of the store beside it. */
export async function duplicateProject(keeper: Keeper, id: string, name: string): Promise<void> {
  await keeper.flush();
  await keeper.tried(async () => {
    const found = await keeper.db.read(id);
    if (!found) return;
    const { project, rows } = found;
    const head = { ...project.head, name: name.slice(0, NAME_LIMIT) };
    const now = Date.now();
    const copy = { ...project, id: freshId(), rev: 1, head, changed: now, opened: now };
    await keeper.db.create(copy, rows);
  });
  keeper.changes++;
}

/** Deletes a project, to be had back by restoreProject; on screen there is the baseline then. */
export async function deleteProject(keeper: Keeper, id: string): Promise<void> {
  await keeper.flush();
  const deleted = (old: StoredProject) => ({ ...old, deleted: Date.now() });
  if (!(await keeper.tried(() => keeper.db.change(id, null, deleted)))) return;
  keeper.tell({ id, rev: 0, gone: true });
  if (id === keeper.open?.id) keeper.clear();
  keeper.changes++;
}

export async function restoreProject(keeper: Keeper, id: string): Promise<void> {
  const back = (old: StoredProject) => ({ ...old, deleted: null });
  await keeper.tried(() => keeper.db.change(id, null, back));
  keeper.changes++;
}
