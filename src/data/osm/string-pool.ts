// ignoreBOM: a value may begin with U+FEFF, and two different values must stay two.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const ABSENT = -1;

/**
 * Interns strings by their UTF-8 bytes, so that a tag read a million times becomes
 * one JavaScript string and never a garbage one. An open-addressing hash table (FNV-1a)
 * over one arena of bytes; index 0 is the empty string.
 */
export class StringPool {
  /** Every string once, in the order of first use; grows while reading. */
  readonly strings: string[] = [''];
  private slots = new Int32Array(1 << 12).fill(ABSENT);
  private hashes = new Int32Array(1 << 11);
  /** Bytes of string i: arena[starts[i]] to arena[starts[i + 1] - 1]. */
  private starts = new Uint32Array((1 << 11) + 1);
  private arena = new Uint8Array(1 << 16);

  /**
   * The index of the string in bytes[start] to bytes[end - 1], added when new.
   * @returns -1 when the bytes are not UTF-8 (nothing is added then).
   */
  intern(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    let hash = 0x811c9dc5;
    for (let p = start; p < end; p++) hash = Math.imul(hash ^ bytes[p], 0x01000193);
    // FNV leaves its best bits on top; the table takes the low ones.
    hash ^= hash >>> 15;
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let found = slots[slot]; found !== ABSENT; found = slots[slot]) {
      if (hashes[found] === hash && this.equals(found, bytes, start, end)) return found;
      slot = (slot + 1) & mask;
    }
    return this.add(bytes, start, end, hash, slot);
  }

  private equals(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { arena } = this;
    const from = this.starts[index];
    if (this.starts[index + 1] - from !== end - start) return false;
    for (let p = start, q = from; p < end; p++, q++) if (bytes[p] !== arena[q]) return false;
    return true;
  }

  private add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    let text: string;
    try {
      text = decoder.decode(bytes.subarray(start, end));
    } catch {
      return -1;
    }
    const index = this.strings.length;
    const from = this.starts[index];
    const to = from + end - start;
    if (to > this.arena.length) {
      const arena = new Uint8Array(Math.max(to, this.arena.length * 2));
      arena.set(this.arena);
      this.arena = arena;
    }
    this.arena.set(bytes.subarray(start, end), from);
    this.strings.push(text);
    this.starts[index + 1] = to;
    this.hashes[index] = hash;
    this.slots[slot] = index;
    if (index + 1 === this.hashes.length) this.grow();
    return index;
  }

  /** Doubles the tables; they are never more than half full. */
  private grow(): void {
    const capacity = this.hashes.length * 2;
    const hashes = new Int32Array(capacity);
    hashes.set(this.hashes);
    const starts = new Uint32Array(capacity + 1);
    starts.set(this.starts);
    const slots = new Int32Array(capacity * 2).fill(ABSENT);
    const mask = slots.length - 1;
    for (let i = 1; i < this.strings.length; i++) {
      let slot = hashes[i] & mask;
      while (slots[slot] !== ABSENT) slot = (slot + 1) & mask;
      slots[slot] = i;
    }
    this.hashes = hashes;
    this.starts = starts;
    this.slots = slots;
  }
}
