import type { Text } from '../fault.ts';
import * as B from './xml-bytes.ts';
import { attributeSlot, elementName, SLOTS } from './xml-names.ts';
import { XmlBetween } from './xml-between.ts';
import { MAX_TAG } from './xml-window.ts';

/** What `next` found. */
export const NEED_MORE = 0;
export const START = 1;
/** <a/>: a start and an end in one. */
export const EMPTY = 2;
export const END = 3;

const MAX_DEPTH = 64;

/**
 * Reads the tags of an XML document that arrives in pieces cut anywhere, and checks that it
 * is well formed as far as tags go. Offsets are valid until the next `feed`.
 * Source: Extensible Markup Language (XML) 1.0, fifth edition.
 */
export class XmlScanner extends XmlBetween {
  /** The element that `next` found, and its level: 1 for the root. */
  name = '';
  level = 0;
  /** Where that tag begins in `bytes`. */
  tagAt = 0;
  /** Attribute values of that tag by slot: bytes[valueStart[s]] to bytes[valueEnd[s] - 1]; start -1 when absent. */
  readonly valueStart = new Int32Array(SLOTS).fill(-1);
  readonly valueEnd = new Int32Array(SLOTS);
  /** 1 where a value has references or line breaks, which are still to be resolved. */
  readonly rough = new Uint8Array(SLOTS);
  private readonly open: string[] = [];
  private rooted = false;

  /**
   * Steps to the next tag in what was fed.
   * @throws Fault xml-syntax, xml-doctype, xml-encoding.
   */
  next(): number {
    if (!this.toTag(this.open.length > 0 ? null : this.rooted ? THE_END : A_TAG)) return NEED_MORE;
    return this.bytes[this.pos + 1] === B.SLASH ? this.readEnd() : this.readStart();
  }

  /** To be called after the last piece. @throws Fault xml-cut when the document is not whole. */
  finish(): void {
    const { open } = this;
    if (this.until !== '') throw this.cut(this.until);
    if (this.pos < this.bytes.length) throw this.cut('>');
    if (open.length > 0) throw this.cut(`</${open[open.length - 1]}>`);
    if (!this.rooted) throw this.cut('<osm>');
  }

  private readEnd(): number {
    const { bytes, open } = this;
    const start = this.pos + 2;
    let p = start;
    while (p < bytes.length && B.inName(bytes[p])) p++;
    const name = elementName(bytes, start, p);
    while (p < bytes.length && B.isSpace(bytes[p])) p++;
    if (p === bytes.length) return NEED_MORE;
    const expected = open.length > 0 ? `</${open[open.length - 1]}>` : '';
    if (bytes[p] !== B.GREATER || expected !== `</${name}>`) {
      throw this.syntax(this.pos, expected === '' ? A_TAG : { zh: expected, en: expected });
    }
    this.tagAt = this.pos;
    this.pos = p + 1;
    this.level = open.length;
    this.name = name;
    open.pop();
    return END;
  }

  private readStart(): number {
    const { bytes, pos, valueStart } = this;
    const length = bytes.length;
    let p = pos + 1;
    if (!B.beginsName(bytes[p])) throw this.syntax(p, A_TAG);
    while (p < length && B.inName(bytes[p])) p++;
    const nameEnd = p;
    valueStart.fill(-1);
    for (;;) {
      const gap = p;
      while (p < length && B.isSpace(bytes[p])) p++;
      if (p >= length) return NEED_MORE;
      const byte = bytes[p];
      if (byte === B.GREATER) return this.endStart(START, pos + 1, nameEnd, p + 1);
      if (byte === B.SLASH) {
        if (p + 1 >= length) return NEED_MORE;
        if (bytes[p + 1] === B.GREATER) return this.endStart(EMPTY, pos + 1, nameEnd, p + 2);
        throw this.syntax(p, { zh: '/>', en: '/>' });
      }
      if (gap === p || !B.beginsName(byte)) throw this.syntax(p, AN_ATTRIBUTE);
      p = this.readAttribute(p);
      if (p === -1) return NEED_MORE;
    }
  }

  /** An attribute from its name to its closing quote. @returns where it ends; -1 when more bytes are needed. */
  private readAttribute(start: number): number {
    const { bytes } = this;
    const length = bytes.length;
    let p = start;
    while (p < length && B.inName(bytes[p])) p++;
    const slot = attributeSlot(bytes, start, p);
    while (p < length && B.isSpace(bytes[p])) p++;
    if (p >= length) return -1;
    if (bytes[p] !== B.EQUALS) throw this.syntax(p, { zh: '=', en: '=' });
    p++;
    while (p < length && B.isSpace(bytes[p])) p++;
    if (p >= length) return -1;
    const quote = bytes[p];
    if (quote !== B.QUOTE && quote !== B.APOSTROPHE) {
      throw this.syntax(p, { zh: '引号', en: 'a quotation mark' });
    }
    const value = ++p;
    let rough = 0;
    for (; ; p++) {
      if (p >= length) return -1;
      const byte = bytes[p];
      if (byte > B.LESS) continue;
      if (byte === quote) break;
      if (byte === B.LESS) throw this.syntax(p, { zh: '&lt;', en: '&lt;' });
      if (byte === B.AMPERSAND || byte < B.SPACE) rough = 1;
    }
    if (slot !== -1) {
      if (this.valueStart[slot] !== -1) throw this.syntax(start, AN_ATTRIBUTE);
      this.valueStart[slot] = value;
      this.valueEnd[slot] = p;
      this.rough[slot] = rough;
    }
    return p + 1;
  }

  private endStart(kind: number, nameStart: number, nameEnd: number, end: number): number {
    if (end - this.pos > MAX_TAG) throw this.tooLong(this.pos);
    const { open } = this;
    if (open.length === 0) {
      if (this.rooted) throw this.syntax(this.pos, THE_END);
      this.rooted = true;
    }
    if (open.length === MAX_DEPTH) {
      throw this.syntax(this.pos, {
        zh: `不超过 ${MAX_DEPTH} 层的元素`,
        en: `elements nested at most ${MAX_DEPTH} deep`,
      });
    }
    this.name = elementName(this.bytes, nameStart, nameEnd);
    this.level = open.length + 1;
    if (kind === START) open.push(this.name);
    this.tagAt = this.pos;
    this.pos = end;
    return kind;
  }
}

const THE_END: Text = { zh: '文件结尾', en: 'the end of the file' };
const A_TAG: Text = { zh: 'XML 标签', en: 'an XML tag' };
const AN_ATTRIBUTE: Text = {
  zh: '另一个属性（名="值"，前有空格，不重名）',
  en: 'another attribute (name="value", a space before it, no name twice)',
};
