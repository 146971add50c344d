import type { Service } from '../data/services.ts';
import type { Prepared } from './prepared.ts';

/** What a study works on: the region that is open, and the services there are. */
export interface Opened {
  prepared: Prepared;
  services: Service[];
}

/**
 * Studies beyond the first answer, each a plain method that delegates to a file of its own. It
 * lives in the engine's worker and is loaded when it is first wanted.
 */
export class Workbench {
  readonly #opened: () => Opened;

  /** `opened` throws where no region is open. */
  constructor(opened: () => Opened) {
    this.#opened = opened;
  }

  /** Id of the region that is open. */
  async region(): Promise<string> {
    return this.#opened().prepared.region.id;
  }
}
