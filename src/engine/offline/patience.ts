/** Milliseconds that a poor network is waited for where there is a kept copy. */
export const PATIENCE = 3000;

/** Rejects when so long has passed. */
export const late = (milliseconds: number): Promise<never> =>
  new Promise((_, reject) => setTimeout(reject, milliseconds, new Error('late')));
