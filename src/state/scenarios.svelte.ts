import type { Edit } from '../engine/scenario/scenario.ts';

/** The scenarios of the open region, and which one is on screen. */
export class Scenarios {
  /** Edits of the scenario on screen; none is the baseline. */
  edits: Edit[] = $state.raw([]);
  /** The day looked at, ISO; null for the facilities as listed. */
  on: string | null = $state(null);
}
