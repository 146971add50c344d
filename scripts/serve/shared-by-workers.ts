import type { Plugin } from 'vite';

/**
 * A worker's parts on demand may take what they share with it from the worker's own file. The
 * resident's, of two parts, is one file so, and at work a round trip earlier.
 */
export const sharedByWorkers = (): Plugin => ({
  name: 'huimin-shared-by-workers',
  // Vite's own list of options for workers leaves this one out.
  options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' }),
});
