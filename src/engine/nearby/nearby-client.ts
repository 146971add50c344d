import { wrap, type Remote } from 'comlink';
import type { Nearby } from './nearby.ts';

/**
 * Starts the worker, or takes the one that was `started`; `broke` is called when it fails and will
 * answer nothing any more.
 */
export function startNearby(
  broke: (error: unknown) => void,
  started: Worker | null = null,
): Remote<Nearby> {
  const worker =
    started ?? new Worker(new URL('./nearby-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', (event) => broke(event.message || 'worker'));
  worker.addEventListener('messageerror', () => broke('messageerror'));
  return wrap<Nearby>(worker);
}
