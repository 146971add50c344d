/** Pairs of numbers with a key, least key first; of equal keys, those pushed first need not come first. */
export class PairHeap {
  readonly #key: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  get length(): number {
    return this.#key.length;
  }

  /** The least key; Infinity where there is none. */
  get key(): number {
    return this.#key.length ? this.#key[0] : Infinity;
  }

  /** The pair with the least key; only where there is one. */
  get from(): number {
    return this.#from[0];
  }

  get to(): number {
    return this.#to[0];
  }

  push(key: number, from: number, to: number): void {
    let at = this.#key.length;
    for (; at > 0;) {
      const parent = (at - 1) >> 1;
      if (this.#key[parent] <= key) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#put(at, key, from, to);
  }

  pop(): void {
    const [key, from, to] = [this.#key.pop()!, this.#from.pop()!, this.#to.pop()!];
    const length = this.#key.length;
    if (!length) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && this.#key[child + 1] < this.#key[child]) child++;
      if (this.#key[child] >= key) break;
      this.#move(child, at);
      at = child;
    }
    this.#put(at, key, from, to);
  }

  #move(source: number, target: number): void {
    this.#put(target, this.#key[source], this.#from[source], this.#to[source]);
  }

  #put(at: number, key: number, from: number, to: number): void {
    this.#key[at] = key;
    this.#from[at] = from;
    this.#to[at] = to;
  }
}
