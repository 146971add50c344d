import { STORE } from './store-name.ts';

/** Whether this browser has a store of projects, or does not say so. */
export async function hasKept(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === STORE);
  } catch {
    // No list, or no store at all: whoever keeps projects says what is wrong.
    return true;
  }
}
