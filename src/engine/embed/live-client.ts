import type { Outcome } from '../engine.ts';
import { workerAddress } from '../worker-address.ts';
import type { LiveAnswer, LiveQuestion } from './live-answer.ts';
import workerUrl from './live-worker.ts?worker&url';

/** Asks in a worker, which ends with its answer. Rejects where the worker cannot be started or breaks. */
export function askLive(question: LiveQuestion): Promise<Outcome<LiveAnswer>> {
  return new Promise<Outcome<LiveAnswer>>((resolve, reject) => {
    const worker = new Worker(workerAddress(workerUrl), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Outcome<LiveAnswer>>) => {
      worker.terminate();
      resolve(data);
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'worker')));
    worker.postMessage(question);
  });
}
