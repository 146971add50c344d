import type { Plugin } from 'vite';

const OPENING = /[\\/]data[\\/]region[\\/]manifest\.ts$/;

/**
 * A module cannot be cut in two: what opens a region would carry every check that any study, loaded
 * or not, makes with `valibot`. It gets a copy with only its own, and every page loads 1 kB less.
 */
export function leanChecks(): Plugin {
  return {
    name: 'huimin-lean-checks',
    enforce: 'pre',
    async resolveId(name, importer) {
      if (name !== 'valibot' || !OPENING.test(importer ?? '')) return null;
      const found = await this.resolve(name, importer, { skipSelf: true });
      return found && { ...found, id: `${found.id}?opening` };
    },
  };
}
