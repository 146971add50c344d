import type { Text } from '../data/fault.ts';

/** What went wrong: a region that cannot be opened, no list of regions, or the engine itself. */
export interface Trouble {
  kind: 'region' | 'list' | 'engine';
  text: Text;
}
