import type { ProjectHead } from '../data/project/project.ts';
import { STORE } from './store-name.ts';

/** A project as the browser keeps it; the rows of its layers lie beside it. */
export interface StoredProject {
  id: string;
  /** Counts the changes of its content: who would write over a newer one is refused. */
  rev: number;
  /** Version of the project format. */
  version: number;
  head: ProjectHead;
  /** Milliseconds since 1970. */
  changed: number;
  opened: number;
  /** When it was deleted; null where it was not. */
  deleted: number | null;
  /** Bytes of its layers. */
  bytes: number;
}

/** full: no room; unavailable: the browser gives no store; newer: a newer version of the page made it. */
export type StoreFault = 'full' | 'unavailable' | 'newer' | 'broken';

/** Why the store could not do it. */
export class StoreTrouble extends Error {
  constructor(
    readonly fault: StoreFault,
    cause: unknown,
  ) {
    super(fault, { cause });
  }
}

const VERSION = 1;
const PROJECTS = 'projects';
const LAYERS = 'layers';

/**
 * Projects in IndexedDB. Each change is one transaction, so a crash leaves the state before it or
 * the one after. All methods throw StoreTrouble.
 */
export class ProjectDb {
  readonly #name: string;
  #db: Promise<IDBDatabase> | null = null;

  constructor(name = STORE) {
    this.#name = name;
  }

  /** All of them, the deleted ones too. */
  list(): Promise<StoredProject[]> {
    return this.#run('readonly', (transaction) => asked(transaction, PROJECTS, (s) => s.getAll()));
  }

  /** One with its layers' rows by id of the layer; null where there is none. */
  read(
    id: string,
  ): Promise<{ project: StoredProject; rows: Map<string, Uint8Array<ArrayBuffer>> } | null> {
    return this.#run('readonly', async (transaction) => {
      const [project, keys, rows] = await Promise.all([
        asked<StoredProject | undefined>(transaction, PROJECTS, (s) => s.get(id)),
        asked<IDBValidKey[]>(transaction, LAYERS, (s) => s.getAllKeys(layersOf(id))),
        asked<Uint8Array<ArrayBuffer>[]>(transaction, LAYERS, (s) => s.getAll(layersOf(id))),
      ]);
      if (!project) return null;
      return { project, rows: new Map(keys.map((key, k) => [(key as string[])[1], rows[k]])) };
    });
  }

  /** A new one, or one in place of whatever has its id. */
  async create(
    project: StoredProject,
    rows: Map<string, Uint8Array<ArrayBuffer>>,
  ): Promise<StoredProject> {
    await this.#run('readwrite', (transaction) => {
      transaction.objectStore(PROJECTS).put(project);
      putRows(transaction, project.id, rows);
    });
    return project;
  }

  /**
   * Changes one: `change` is given it as it is and says what it becomes; with `rows` its layers'
   * rows are replaced. Where `expected` is a number, only if that is its `rev`. Comes back with the
   * project after the change, `overtaken` where somebody else has changed it, `gone` where it is
   * not there, or deleted.
   */
  change(
    id: string,
    expected: number | null,
    change: (project: StoredProject) => StoredProject,
    rows: Map<string, Uint8Array<ArrayBuffer>> | null = null,
  ): Promise<StoredProject | 'overtaken' | 'gone'> {
    return this.#run('readwrite', async (transaction) => {
      const old = await asked<StoredProject | undefined>(transaction, PROJECTS, (s) => s.get(id));
      if (!old || (expected !== null && old.deleted !== null)) return 'gone';
      if (expected !== null && old.rev !== expected) return 'overtaken';
      const next = change(old);
      transaction.objectStore(PROJECTS).put(next);
      if (rows) putRows(transaction, id, rows);
      return next;
    });
  }

  /** Takes one out for good. */
  erase(id: string): Promise<void> {
    return this.#run('readwrite', (transaction) => {
      transaction.objectStore(PROJECTS).delete(id);
      transaction.objectStore(LAYERS).delete(layersOf(id));
    });
  }

  /** One transaction; it is over, or undone, when this comes back. */
  async #run<T>(
    mode: IDBTransactionMode,
    work: (transaction: IDBTransaction) => T | Promise<T>,
  ): Promise<T> {
    try {
      const db = await (this.#db ??= this.#open());
      const transaction = db.transaction([PROJECTS, LAYERS], mode, { durability: 'strict' });
      const over = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
      });
      // Handled below; until then nobody waits for it.
      over.catch(() => {});
      let value: T;
      try {
        value = await work(transaction);
      } catch (error) {
        // What was put before must not stay by itself.
        abort(transaction);
        throw error;
      }
      await over;
      return value;
    } catch (error) {
      if (error instanceof StoreTrouble) throw error;
      // A store that was closed meanwhile is opened again by the next call.
      if (nameOf(error) === 'InvalidStateError') this.#db = null;
      throw new StoreTrouble(nameOf(error) === 'QuotaExceededError' ? 'full' : 'broken', error);
    }
  }

  #open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const fail = (error: unknown) => {
        this.#db = null;
        const fault = nameOf(error) === 'VersionError' ? 'newer' : 'unavailable';
        reject(new StoreTrouble(fault, error));
      };
      // In some private windows there is none, in others it throws.
      try {
        const request = indexedDB.open(this.#name, VERSION);
        request.onupgradeneeded = () => {
          request.result.createObjectStore(PROJECTS, { keyPath: 'id' });
          request.result.createObjectStore(LAYERS);
        };
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          const db = request.result;
          const forget = () => {
            db.close();
            this.#db = null;
          };
          // A newer page wants to change it, or its data were cleared.
          db.onversionchange = forget;
          db.onclose = forget;
          resolve(db);
        };
      } catch (error) {
        fail(error);
      }
    });
  }
}

/** Keys of a project's layers: [project, layer]; an array sorts behind every string. */
const layersOf = (id: string) => IDBKeyRange.bound([id], [id, []]);
const nameOf = (error: unknown) => (error as DOMException | null)?.name ?? '';

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

function putRows(
  transaction: IDBTransaction,
  id: string,
  rows: Map<string, Uint8Array<ArrayBuffer>>,
): void {
  const layers = transaction.objectStore(LAYERS);
  layers.delete(layersOf(id));
  for (const [layer, data] of rows) layers.put(data, [id, layer]);
}

function asked<T>(
  transaction: IDBTransaction,
  store: string,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = ask(transaction.objectStore(store));
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
}
