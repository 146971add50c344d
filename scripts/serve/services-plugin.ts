import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { Fault } from '../../src/data/fault.ts';
import { parseServices } from '../../src/data/services.ts';

/** Checks data/services.json when the page is built: the page itself then takes it as it is. */
export function servicesChecked(): Plugin {
  return {
    name: 'huimin-services',
    buildStart() {
      const file = 'data/services.json';
      this.addWatchFile(file);
      try {
        parseServices(JSON.parse(readFileSync(file, 'utf8')));
      } catch (error) {
        const text = error instanceof Fault ? `${error.text.zh} ${error.text.en}` : String(error);
        this.error(`${file}: ${text}`);
      }
    },
  };
}
