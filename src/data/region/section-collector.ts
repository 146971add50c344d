import { bundleFaults } from './bundle-faults.ts';
import {
  arrayOf,
  HEADER_BYTES,
  JSON_TYPE,
  readHeader,
  readTable,
  type FlatArray,
  type Section,
} from './sections.ts';

/** A file of sections as it comes, piece by piece, in one buffer of the length that its header names. */
export class SectionCollector {
  #bytes = new Uint8Array(HEADER_BYTES);
  #filled = 0;
  /** Where the table ends; 0 until the header is here. */
  #tableEnd = 0;
  #columns: Section[] | null = null;

  /** Throws Fault where the file is none of ours, or longer than it says. */
  push(piece: Uint8Array): void {
    const missing = HEADER_BYTES - this.#filled;
    if (missing > 0) {
      this.#put(piece.subarray(0, missing));
      if (this.#filled < HEADER_BYTES) return;
      this.#begin();
      this.#put(piece.subarray(missing));
    } else this.#put(piece);
  }

  /** Names of all columns of the file; null until its table is here. Throws Fault. */
  names(): string[] | null {
    if (!this.#tableEnd || this.#filled < this.#tableEnd) return null;
    this.#columns ??= readTable(this.#bytes).filter(({ type }) => type !== JSON_TYPE);
    return this.#columns.map(({ name }) => name);
  }

  /** The columns that are here as a whole; what they say is not checked yet. Throws Fault. */
  columns(): Record<string, FlatArray> {
    const here = this.#columns?.filter(({ offset, length }) => offset + length <= this.#filled);
    return Object.fromEntries(
      (here ?? []).map((column) => [column.name, arrayOf(this.#bytes, column)]),
    );
  }

  /** All that came. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#filled);
  }

  #begin(): void {
    const { total, tableEnd } = readHeader(this.#bytes);
    if (tableEnd > total) throw bundleFaults.corrupt('table');
    const header = this.#bytes;
    try {
      this.#bytes = new Uint8Array(total);
    } catch {
      throw bundleFaults.corrupt(`${total} B`);
    }
    this.#bytes.set(header);
    this.#tableEnd = tableEnd;
  }

  #put(piece: Uint8Array): void {
    const room = this.#bytes.length - this.#filled;
    if (piece.length > room)
      throw bundleFaults.cut(this.#filled + piece.length, this.#bytes.length);
    this.#bytes.set(piece, this.#filled);
    this.#filled += piece.length;
  }
}
