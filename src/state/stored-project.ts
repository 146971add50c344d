import type { Layer } from '../data/project/layer.ts';
import { parseProject, PROJECT_VERSION, type Project } from '../data/project/project.ts';
import { projectFaults } from '../data/project/project-faults.ts';
import { NAME_LIMIT } from '../data/tables/text-cell.ts';
import type { ProjectDb, StoredProject } from './project-db.ts';
import type { Snapshot } from './project-snapshot.ts';

/** A project that is to be put on screen. */
export interface Found {
  /** As the store has it; null where it has not. */
  stored: StoredProject | null;
  project: Project;
}

/** The open project: its id and revision in the store, and what it is called. */
export interface OpenProject {
  id: string;
  rev: number;
  name: string;
  /** The region's data were others when it was made: its figures may differ. */
  otherData: boolean;
}

/** What tabs tell each other. */
export interface Told {
  id: string;
  rev: number;
  /** Deleted. */
  gone?: boolean;
}

/** A new project for the store. `now` in milliseconds since 1970. */
export function newStored(
  id: string,
  { name, layers, ...rest }: Project,
  now: number,
): StoredProject {
  return {
    id,
    rev: 1,
    version: PROJECT_VERSION,
    head: {
      name: name.slice(0, NAME_LIMIT),
      ...rest,
      layers: layers.map(({ data: _, ...head }) => head),
    },
    changed: now,
    opened: now,
    deleted: null,
    bytes: layers.reduce((sum, { data }) => sum + data.length, 0),
  };
}

/** A stored project as it is after this moment; without `content` only what is looked at changes. */
export function rewritten(
  old: StoredProject,
  moment: Snapshot,
  content: boolean,
  now: number,
): StoredProject {
  const { chosen, on, settings } = moment;
  if (!content) return { ...old, head: { ...old.head, chosen, on, settings } };
  // Its name is the store's: it may have been changed elsewhere.
  const fresh = newStored(old.id, { name: old.head.name, ...moment }, now);
  return { ...fresh, opened: old.opened, rev: old.rev + 1 };
}

export function rowsByLayer(layers: Layer[]): Map<string, Uint8Array<ArrayBuffer>> {
  return new Map(layers.map(({ id, data }) => [id, data]));
}

/** Null where there is none. Throws StoreTrouble, and the Faults of parseProject. */
export async function readStored(db: ProjectDb, id: string): Promise<Found | null> {
  const found = await db.read(id);
  if (!found) return null;
  const { project: stored, rows } = found;
  const name = String(stored.head.name);
  const { layers, ...head } = parseProject(stored.head, stored.version, name);
  const whole = layers.map((layer): Layer => {
    const data = rows.get(layer.id);
    if (!data) throw projectFaults.damaged(name, layer.name);
    return { ...layer, data };
  });
  return { stored, project: { ...head, layers: whole } };
}

/** The project of a region that was open last. */
export function lastOf(all: StoredProject[], region: string): StoredProject | null {
  const mine = all.filter(({ deleted, head }) => deleted === null && head.region?.id === region);
  return mine.sort((a, b) => b.opened - a.opened)[0] ?? null;
}

/** Not crypto.randomUUID, which a page without TLS has not. */
export function freshId(): string {
  const random = Math.random().toString(36).slice(2, 12).padEnd(10, '0');
  return `p${Date.now().toString(36)}${random}`;
}
