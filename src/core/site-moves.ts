import { PairHeap } from './pair-heap.ts';

/**
 * The moves that people of one site could make to others, by the other site: the cheapest of each is
 * at hand in flat lists, the rest wait in a heap.
 */
export class SiteMoves {
  /** The other sites, and what the cheapest move there changes; Infinity where nobody could. */
  readonly others: number[] = [];
  readonly least: number[] = [];
  readonly #heaps: PairHeap[] = [];
  readonly #slot = new Map<number, number>();

  /** Somebody of pair `from` could take pair `to`, at the other site. */
  put(other: number, change: number, from: number, to: number): void {
    let slot = this.#slot.get(other);
    if (slot === undefined) {
      slot = this.others.length;
      this.#slot.set(other, slot);
      this.others.push(other);
      this.least.push(Infinity);
      this.#heaps.push(new PairHeap());
    }
    this.#heaps[slot].push(change, from, to);
    this.least[slot] = this.#heaps[slot].key;
  }

  /** The cheapest move to a site that is among the others. */
  cheapest(other: number): { from: number; to: number } {
    const { from, to } = this.#heaps[this.#slot.get(other)!];
    return { from, to };
  }

  /** Takes from the tops what is gone. */
  drop(gone: (from: number) => boolean): void {
    this.#heaps.forEach((heap, slot) => {
      while (heap.length && gone(heap.from)) heap.pop();
      this.least[slot] = heap.key;
    });
  }
}
