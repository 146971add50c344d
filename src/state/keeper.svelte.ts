import { Fault, type Text } from '../data/fault.ts';
import type { Project } from '../data/project/project.ts';
import type { ProjectDb } from './project-db.ts';
import { StoreTrouble, type StoredProject, type StoreFault } from './project-db.ts';
import {
  asksNothing,
  NO_CONTENT,
  nothingIn,
  sameContent,
  sameLook,
  sameQuestion,
  settingsOf,
  show,
  showContent,
  snapshotOf,
  type Kept,
  type Snapshot,
} from './project-snapshot.ts';
import {
  freshId,
  lastOf,
  newStored,
  readStored,
  rewritten,
  rowsByLayer,
  type Found,
  type OpenProject,
  type Told,
} from './stored-project.ts';
import { askToPersist } from './storage-room.ts';

/** How far what is on screen is kept. */
export type Keeping =
  /** Nothing has been done that could be lost. */
  | { kind: 'nothing' }
  | { kind: 'waiting' }
  /** `at` in milliseconds since 1970. */
  | { kind: 'saved'; at: number }
  /** Only this page has it. */
  | { kind: 'failed'; fault: StoreFault }
  /** Another tab has changed the project, or deleted it: this one writes nothing over it. */
  | { kind: 'overtaken' | 'gone' };

/** At most so long is lost. Milliseconds. */
const WAIT = 400;
const AGAIN = 5000;

/**
 * Keeps what is on screen in a project of the region, as one edits. Every region that was open
 * keeps its own project; one is made when there is something to keep.
 */
export class Keeper {
  open: OpenProject | null = $state.raw(null);
  keeping: Keeping = $state.raw({ kind: 'nothing' });
  /** Why a project could not be opened. */
  fault: Text | null = $state.raw(null);
  /** Raised by whatever changes the list of projects. */
  changes = $state(0);

  readonly db: ProjectDb;
  readonly #session: Kept;
  /** What a new project is called. */
  readonly freshName: () => string;
  readonly tell: (told: Told) => void;
  #region = '';
  /** Of the regions that are not on screen. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nobody watches it
  readonly #others = new Map<string, { open: OpenProject | null; stored: Snapshot | null }>();
  /** What the store has. */
  #stored: Snapshot | null = $state.raw(null);
  #pending: Snapshot | null = $state.raw(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  /** To be put on screen once its region is open. */
  #wanted: Found | null = null;
  #entering = false;
  /** What to call a project that the store has not taken yet. */
  #name: string | null = null;
  #persisted = false;

  constructor(session: Kept, db: ProjectDb, freshName: () => string, tell: (told: Told) => void) {
    this.#session = session;
    this.db = db;
    this.freshName = freshName;
    this.tell = tell;
  }

  /** Whether closing the page would lose something. */
  get unsaved(): boolean {
    return this.#pending !== null && !this.#sameAsStored(this.#pending, sameContent);
  }

  /** What is on screen has changed, or has become another region's. */
  note(now: Snapshot | null): void {
    if (!now || this.#entering) return;
    const { id } = now.region;
    if (id !== this.#region || this.#wants(id)) return void this.#enter(id);
    if (this.#sameAsStored(now, sameContent) && this.#sameAsStored(now, sameLook)) {
      this.#pending = null;
      return;
    }
    if (!this.open && nothingIn(now)) return;
    this.#pending = now;
    const calm = this.keeping.kind === 'saved' || this.keeping.kind === 'nothing';
    if (calm && this.unsaved) this.keeping = { kind: 'waiting' };
    this.#later(WAIT);
  }

  /** Writes what is not written yet; to be called before the page may go. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#inTurn(() => this.#write());
  }

  /** What another tab has said. */
  hear({ id, rev, gone }: Told): void {
    this.changes++;
    if (!this.open || id !== this.open.id || (!gone && rev <= this.open.rev)) return;
    this.keeping = { kind: gone ? 'gone' : 'overtaken' };
  }

  /** Puts a project on screen: at once, or once its region is open. */
  present(found: Found): void {
    this.#wanted = found;
    const here = found.project.region.id === this.#region && this.#session.view;
    if (here && !this.#entering) this.#showWanted();
    else this.#session.settings = settingsOf(this.#session, found.project);
  }

  /** What is on screen becomes a project of its own; the one it was stays in the store as it is there. */
  async keepAs(name: string): Promise<void> {
    const now = snapshotOf(this.#session);
    this.#name = name;
    if (now) await this.#inTurn(() => this.#create(now, name));
  }

  /** The baseline, of no project. What is not written yet is let go. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pending = null;
    this.#stored = null;
    this.#name = null;
    this.open = null;
    this.keeping = { kind: 'nothing' };
    showContent(this.#session, NO_CONTENT);
  }

  /** The open project is called something else. */
  called(name: string): void {
    if (this.open) this.open = { ...this.open, name };
  }

  /** What `run` gives; null where the store or a project in it has a fault, which is said. */
  async tried<T>(run: () => Promise<T>): Promise<T | null> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof Fault) this.fault = error.text;
      else if (error instanceof StoreTrouble) this.keeping = { kind: 'failed', fault: error.fault };
      else throw error;
      return null;
    }
  }

  /** What is on screen, as a project. */
  current(): Project | null {
    const now = snapshotOf(this.#session);
    return now && { name: this.open?.name ?? this.#name ?? this.freshName(), ...now };
  }

  async #enter(region: string): Promise<void> {
    this.#entering = true;
    if (!this.#wants(region)) this.#wanted = null;
    try {
      await this.flush();
      this.#others.set(this.#region, { open: this.open, stored: this.#stored });
      const before = this.#others.get(region);
      this.#region = region;
      this.#pending = null;
      this.#name = null;
      this.open = before?.open ?? null;
      this.#stored = before?.stored ?? null;
      this.keeping = this.open ? saved() : { kind: 'nothing' };
      if (!before && !this.#wanted) await this.#resume(region);
      if (this.#wants(region)) this.#showWanted();
    } finally {
      this.#entering = false;
    }
    this.note(snapshotOf(this.#session));
  }

  /** Goes on with the project of the region that was open last. */
  async #resume(region: string): Promise<void> {
    const all = (await this.tried(() => this.db.list())) ?? [];
    const last = lastOf(all, region);
    const found = last && (await this.tried(() => readStored(this.db, last.id)));
    // Whoever has begun meanwhile goes on with that, in a project of its own.
    const begun = this.#session.scenarios.list.length > 0 || this.#wanted !== null;
    if (!found || begun || snapshotOf(this.#session)?.region.id !== region) return;
    const { project } = found;
    const { settings } = this.#session;
    const same = sameQuestion(settingsOf(this.#session, project), settings);
    // An address that asks for something else means the baseline.
    if (asksNothing(settings)) show(this.#session, project);
    else showContent(this.#session, same ? project : { ...project, chosen: null, on: null });
    this.#opened(found);
  }

  #wants(region: string): boolean {
    return this.#wanted?.project.region.id === region;
  }

  #showWanted(): void {
    const found = this.#wanted!;
    this.#wanted = null;
    show(this.#session, found.project);
    this.#opened(found);
  }

  #opened({ stored, project }: Found): void {
    const now = snapshotOf(this.#session)!;
    this.#pending = null;
    this.#stored = stored && now;
    this.#name = project.name;
    this.changes++;
    if (!stored) {
      this.open = null;
      return;
    }
    const otherData = project.region.bundle !== now.region.bundle;
    this.open = { id: stored.id, rev: stored.rev, name: project.name, otherData };
    this.keeping = { kind: 'saved', at: stored.changed };
    const touched = (old: StoredProject) => ({ ...old, opened: Date.now() });
    void this.tried(() => this.db.change(stored.id, null, touched));
  }

  async #write(): Promise<void> {
    const now = this.#pending;
    if (!now || this.keeping.kind === 'overtaken' || this.keeping.kind === 'gone') return;
    if (!this.open) return this.#create(now, this.#name ?? this.freshName());
    const { id, rev } = this.open;
    const content = !this.#sameAsStored(now, sameContent);
    const rows = now.layers === this.#stored?.layers ? null : rowsByLayer(now.layers);
    const change = (old: StoredProject) => rewritten(old, now, content, Date.now());
    const expected = content ? rev : null;
    const result = await this.tried(() => this.db.change(id, expected, change, rows));
    if (result === null) return this.#later(AGAIN);
    if (result === 'overtaken' || result === 'gone') {
      this.keeping = { kind: result };
      return;
    }
    // A look may be written beside what another tab has made of the content.
    if (content) this.open = { ...this.open, rev: result.rev };
    this.#written(now, content);
  }

  async #create(now: Snapshot, name: string): Promise<void> {
    const project = newStored(freshId(), { name, ...now }, Date.now());
    const result = await this.tried(() => this.db.create(project, rowsByLayer(now.layers)));
    if (!result) {
      this.#pending ??= now;
      return this.#later(AGAIN);
    }
    this.open = { id: project.id, rev: project.rev, name, otherData: false };
    this.#written(now, true);
    if (this.#persisted) return;
    this.#persisted = true;
    void askToPersist();
  }

  #written(now: Snapshot, content: boolean): void {
    this.#stored = now;
    if (this.#pending === now) this.#pending = null;
    this.#session.scenarios.markSaved(now.scenarios);
    this.keeping = saved();
    if (!content) return;
    this.changes++;
    this.tell({ id: this.open!.id, rev: this.open!.rev });
  }

  #sameAsStored(now: Snapshot, same: (a: Snapshot, b: Snapshot) => boolean): boolean {
    return this.#stored !== null && same(this.#stored, now);
  }

  #later(milliseconds: number): void {
    this.#timer ??= setTimeout(() => void this.flush(), milliseconds);
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(run);
    this.#turn = next.catch(() => {});
    return next;
  }
}

const saved = (): Keeping => ({ kind: 'saved', at: Date.now() });
