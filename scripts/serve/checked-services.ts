import { resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { parseServices } from '../../src/data/services.ts';

/**
 * Checks data/services.json when the page is built or served, so that neither the check nor what it
 * says need be downloaded: a list with a fault ends the build with the fault's sentence.
 */
export function checkedServices(): Plugin {
  let file = '';
  return {
    name: 'huimin-services',
    enforce: 'pre',
    configResolved({ root }) {
      file = normalizePath(resolve(root, 'data/services.json'));
    },
    transform(code, id) {
      if (id === file) return { code: servicesText(code), map: null };
    },
  };
}

/** The text of a services.json → the same services, without members that are not ours. Throws Fault. */
export function servicesText(text: string): string {
  return JSON.stringify(parseServices(JSON.parse(text)));
}
