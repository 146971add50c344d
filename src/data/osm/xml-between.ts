import type { Text } from '../fault.ts';
import { osmFault } from './osm-faults.ts';
import * as B from './xml-bytes.ts';
import { MAX_TAG, XmlWindow } from './xml-window.ts';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const SECTIONS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
];

/**
 * Steps over what lies between the tags of an XML document: text, comments, CDATA and processing
 * instructions. Other encodings than UTF-8 and DOCTYPE, with its entities, are refused.
 */
export class XmlBetween extends XmlWindow {
  /** The end that a comment or CDATA section is waiting for; '' outside one. */
  protected until = '';

  /**
   * Moves pos to the '<' of the next start or end tag; false when more bytes are needed.
   * @param expected where text is out of place, what should stand there; null where it may be.
   * @throws Fault xml-syntax, xml-doctype, xml-encoding.
   */
  protected toTag(expected: Text | null): boolean {
    const { bytes } = this;
    for (;;) {
      if (this.until !== '' && !this.skipSection()) return false;
      if (!this.skipText(expected)) return false;
      // The byte after '<' tells what it begins.
      const after = bytes[this.pos + 1];
      if (after === undefined) return false;
      if (after === B.BANG) {
        if (!this.beginSection()) return false;
      } else if (after === B.QUESTION) {
        if (!this.skipInstruction()) return false;
      } else return true;
    }
  }

  /** To the next '<'; false when there is none. */
  private skipText(expected: Text | null): boolean {
    const { bytes } = this;
    if (expected === null) {
      const found = bytes.indexOf(B.LESS, this.pos);
      this.pos = found === -1 ? bytes.length : found;
      return found !== -1;
    }
    if (this.base + this.pos === 0 && bytes[0] === BYTE_ORDER_MARK[0]) {
      if (bytes.length < 3) return false;
      if (BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte)) this.pos = 3;
    }
    let p = this.pos;
    while (p < bytes.length && B.isSpace(bytes[p])) p++;
    this.pos = p;
    if (p === bytes.length) return false;
    if (bytes[p] === B.LESS) return true;
    throw this.syntax(p, expected);
  }

  /** A comment or CDATA section at pos; anything else that begins with '<!' is a DOCTYPE. */
  private beginSection(): boolean {
    const { bytes, pos } = this;
    for (const [begin, end] of SECTIONS) {
      const stop = Math.min(pos + begin.length, bytes.length);
      if (!B.isText(bytes, pos, stop, begin.slice(0, stop - pos))) continue;
      if (stop - pos < begin.length) return false;
      this.until = end;
      this.pos = stop;
      return true;
    }
    throw osmFault('xml-doctype', this.place(pos));
  }

  private skipSection(): boolean {
    const { bytes, until } = this;
    const found = B.findText(bytes, this.pos, until);
    if (found === -1) {
      // Its first bytes may already be here.
      this.pos = Math.max(this.pos, bytes.length - until.length + 1);
      return false;
    }
    this.pos = found + until.length;
    this.until = '';
    return true;
  }

  private skipInstruction(): boolean {
    const { bytes, pos } = this;
    const found = B.findText(bytes, pos + 2, '?>');
    if (found === -1) return false;
    if (found - pos > MAX_TAG) throw this.tooLong(pos);
    if (B.isText(bytes, pos, pos + 5, '<?xml') && B.isSpace(bytes[pos + 5])) {
      const text = new TextDecoder().decode(bytes.subarray(pos, found));
      const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
      if (encoding !== undefined && !/^(utf-?8|us-ascii|ascii)$/i.test(encoding)) {
        throw osmFault('xml-encoding', { ...this.place(pos), got: encoding.slice(0, 80) });
      }
    }
    this.pos = found + 2;
    return true;
  }
}
