/** Milliseconds that long work may keep others waiting. */
const TURN = 40;

/** Lets others have their turn now and then; says whether the work is to stop. */
export function breathing(stopped: () => boolean): () => Promise<boolean> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < TURN) return stopped();
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
    return stopped();
  };
}
