import type { Fault, Text } from '../fault.ts';
import { osmFault } from './osm-faults.ts';
import { NEWLINE } from './xml-bytes.ts';

/** One tag may be this long, in bytes: it must stand in the window in one piece. */
export const MAX_TAG = 1 << 20;

/** The piece of a document now being read, and where in the document it is. */
export class XmlWindow {
  bytes: Uint8Array = new Uint8Array(0);
  /** The next byte to read; all before it is done with. */
  pos = 0;
  /** Bytes and lines of the document before `bytes`. */
  protected base = 0;
  private lines = 0;

  /** Gives the next piece; what is not done with is kept in front of it. */
  feed(chunk: Uint8Array): void {
    const left = this.bytes.length - this.pos;
    if (left > MAX_TAG) throw this.tooLong(this.pos);
    this.lines += countLines(this.bytes, this.pos);
    this.base += this.pos;
    if (left === 0) this.bytes = chunk;
    else {
      const joined = new Uint8Array(left + chunk.length);
      joined.set(this.bytes.subarray(this.pos));
      joined.set(chunk, left);
      this.bytes = joined;
    }
    this.pos = 0;
  }

  /** Place of bytes[p] in the document, for the texts of faults. */
  place(p: number): { at: number; line: number } {
    return { at: this.base + p, line: this.lines + countLines(this.bytes, p) + 1 };
  }

  /** The document ends before `expected`. */
  cut(expected: string): Fault {
    return osmFault('xml-cut', { ...this.place(this.bytes.length), expected });
  }

  /** What stands at bytes[p] is not what XML wants there. */
  syntax(p: number, expected: Text): Fault {
    const got = new TextDecoder().decode(this.bytes.subarray(p, p + 20)).replace(/\s+/g, ' ');
    return osmFault('xml-syntax', { ...this.place(p), got, expected });
  }

  tooLong(p: number): Fault {
    return this.syntax(p, {
      zh: `短于 ${MAX_TAG} 字节的标签`,
      en: `a tag shorter than ${MAX_TAG} bytes`,
    });
  }
}

function countLines(bytes: Uint8Array, end: number): number {
  let lines = 0;
  for (let p = 0; p < end; p++) if (bytes[p] === NEWLINE) lines++;
  return lines;
}
