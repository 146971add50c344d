import type { Claim } from '../data/claims.ts';
import type { Layer } from '../data/project/layer.ts';

/** What was brought along into the open project. Never changed in place. */
export class Layers {
  list: Layer[] = $state.raw([]);
  /** Published figures of one's own; never changed in place either. */
  claims: Claim[] = $state.raw([]);

  /** With a layer more, or in place of the one of its id. */
  put(layer: Layer): void {
    const there = this.list.some(({ id }) => id === layer.id);
    this.list = there
      ? this.list.map((each) => (each.id === layer.id ? layer : each))
      : [...this.list, layer];
  }

  remove(id: string): void {
    this.list = this.list.filter((layer) => layer.id !== id);
  }
}
