/**
 * A monotone priority queue of (node, key) with keys of at most `span` above the key popped last
 * (Dial 1969, with real keys): circular buckets `width` wide, waiting entries in one pool.
 * Inside a bucket the order is not by key, so the caller corrects labels: it skips an entry
 * whose key is no longer the node's own.
 */
export class BucketQueue {
  /** The entry popped last. */
  node = -1;
  key = 0;

  readonly #perKey: number;
  readonly #mask: number;
  readonly #head: Int32Array;
  #nodes = new Uint32Array(4096);
  #keys = new Float64Array(4096);
  #next = new Int32Array(4096);
  #used = 0;
  #free = -1;
  #waiting = 0;
  #at = 0;

  constructor(width: number, span: number) {
    let buckets = 4;
    while (buckets < span / width + 2) buckets *= 2;
    this.#perKey = 1 / width;
    this.#mask = buckets - 1;
    this.#head = new Int32Array(buckets).fill(-1);
  }

  push(node: number, key: number): void {
    let entry = this.#free;
    if (entry >= 0) this.#free = this.#next[entry];
    else {
      entry = this.#used++;
      if (entry === this.#nodes.length) this.#grow();
    }
    const bucket = Math.floor(key * this.#perKey) & this.#mask;
    this.#nodes[entry] = node;
    this.#keys[entry] = key;
    this.#next[entry] = this.#head[bucket];
    this.#head[bucket] = entry;
    this.#waiting++;
  }

  /** Moves the next entry to `node` and `key`; false where none is left. */
  pop(): boolean {
    if (this.#waiting === 0) return false;
    while (this.#head[this.#at] < 0) this.#at = (this.#at + 1) & this.#mask;
    const entry = this.#head[this.#at];
    this.#head[this.#at] = this.#next[entry];
    this.#next[entry] = this.#free;
    this.#free = entry;
    this.#waiting--;
    this.node = this.#nodes[entry];
    this.key = this.#keys[entry];
    return true;
  }

  #grow(): void {
    const size = this.#nodes.length * 2;
    const grown = <T extends { set(from: T): void }>(from: T, to: T): T => (to.set(from), to);
    this.#nodes = grown(this.#nodes, new Uint32Array(size));
    this.#keys = grown(this.#keys, new Float64Array(size));
    this.#next = grown(this.#next, new Int32Array(size));
  }
}
