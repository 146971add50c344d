/** How much of the browser's room is taken. Bytes. */
export interface StorageRoom {
  used: number;
  quota: number;
  /** Whether the browser has promised not to clear it by itself. */
  persisted: boolean;
}

/** Share of the room from which a project had better be exported. */
const NEARLY_FULL = 0.8;

/** Null where the browser does not say, as on a page without TLS. */
export async function storageRoom(): Promise<StorageRoom | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    if (usage === undefined || !quota) return null;
    return { used: usage, quota, persisted: await navigator.storage.persisted() };
  } catch {
    return null;
  }
}

export function nearlyFull({ used, quota }: StorageRoom): boolean {
  return used > NEARLY_FULL * quota;
}

/** Asks the browser not to clear our data by itself; some ask their user. */
export async function askToPersist(): Promise<void> {
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // Nobody to ask.
  }
}
