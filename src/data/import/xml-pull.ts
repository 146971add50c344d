import { importFaults } from './import-faults.ts';

const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]+));/g;
const NAME = /[^\s/>]+/y;
const ATTRIBUTE = /\s([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Walks XML from one tag or text to the next, without a tree and without recursion: depth is only a
 * list of names. A DOCTYPE is refused, so there are no entities but the five and characters by number.
 * Names are local: what stands before a colon is left off. Throws Faults `bad-xml`, `xml-doctype`.
 */
export class XmlPull {
  kind: 'open' | 'close' | 'text' = 'text';
  /** Local name of the tag. */
  name = '';
  readonly #text: string;
  readonly #file: string;
  readonly #open: string[] = [];
  #at = 0;
  #from = 0;
  #to = 0;
  #raw = false;
  /** An empty tag closes right after it opens. */
  #closing = false;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  /** How many tags are open. */
  get depth(): number {
    return this.#open.length;
  }

  /** Steps on; false at the end. */
  next(): boolean {
    if (this.#closing) return this.#close();
    const text = this.#text;
    for (;;) {
      if (this.#at >= text.length) return this.#end();
      const tag = text.indexOf('<', this.#at);
      if (tag !== this.#at) {
        const to = tag < 0 ? text.length : tag;
        [this.#from, this.#to, this.#raw] = [this.#at, to, false];
        this.#at = to;
        if (!this.#open.length) continue;
        this.kind = 'text';
        return true;
      }
      if (text.startsWith('<!--', tag)) this.#skip(tag + 4, '-->');
      else if (text.startsWith('<?', tag)) this.#skip(tag + 2, '?>');
      else if (text.startsWith('<![CDATA[', tag)) {
        const to = text.indexOf(']]>', tag);
        if (to < 0) throw this.#fault(tag, 'CDATA 没有结束', 'a CDATA section is never closed');
        [this.#from, this.#to, this.#raw] = [tag + 9, to, true];
        this.#at = to + 3;
        this.kind = 'text';
        return true;
      } else if (text.startsWith('<!', tag)) throw importFaults.doctype(this.#file);
      else return this.#tag(tag);
    }
  }

  /** The text where `kind` is text. */
  text(): string {
    const text = this.#text.slice(this.#from, this.#to);
    return this.#raw || !text.includes('&') ? text : this.#resolve(text);
  }

  /** An attribute of the tag that has just opened; null where it has none of that local name. */
  attribute(name: string): string | null {
    const tag = this.#text.slice(this.#from, this.#to);
    for (const [, full, double, single] of tag.matchAll(ATTRIBUTE)) {
      if (localName(full) === name) return this.#resolve(double ?? single);
    }
    return null;
  }

  /** All text up to the end of the tag that has just opened, whatever tags are in it. */
  inside(skip?: string): string {
    const depth = this.depth;
    let text = '';
    while (this.next() && this.depth >= depth) {
      if (this.kind === 'text') text += this.text();
      else if (this.kind === 'open' && this.name === skip) this.inside();
    }
    return text;
  }

  #tag(at: number): boolean {
    const text = this.#text;
    const to = tagEnd(text, at + 1);
    if (to < 0) throw this.#fault(at, '标签没有结束', 'a tag is never closed');
    this.#at = to + 1;
    if (text[at + 1] === '/') {
      const name = localName(text.slice(at + 2, to).trim());
      if (this.#open[this.#open.length - 1] !== name) {
        throw this.#fault(
          at,
          `</${name.slice(0, 40)}> 没有对应的开头`,
          `</${name.slice(0, 40)}> closes nothing`,
        );
      }
      return this.#close();
    }
    NAME.lastIndex = at + 1;
    const found = NAME.exec(text);
    if (!found || NAME.lastIndex > to)
      throw this.#fault(at, '标签没有名字', 'a tag without a name');
    this.name = localName(found[0]);
    this.kind = 'open';
    this.#open.push(this.name);
    [this.#from, this.#to] = [NAME.lastIndex, to];
    this.#closing = text[to - 1] === '/';
    return true;
  }

  #close(): boolean {
    this.#closing = false;
    this.kind = 'close';
    this.name = this.#open.pop()!;
    return true;
  }

  #end(): boolean {
    if (this.#open.length) {
      throw this.#fault(this.#text.length, '文件在中间断了', 'the file ends in the middle');
    }
    return false;
  }

  #skip(from: number, end: string): void {
    const at = this.#text.indexOf(end, from);
    if (at < 0) throw this.#fault(from, '注释没有结束', 'a comment is never closed');
    this.#at = at + end.length;
  }

  #resolve(text: string): string {
    return text.replace(REFERENCE, (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name) ?? all;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
        ? '\uFFFD'
        : String.fromCodePoint(code);
    });
  }

  #fault(at: number, zh: string, en: string) {
    return importFaults.xml(this.#file, lineAt(this.#text, at), { zh, en });
  }
}

const localName = (name: string) => name.slice(name.lastIndexOf(':') + 1);

/** Where the tag ends: a > outside quotes; -1 where it does not. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '>') return at;
    if (char === '<') return -1;
    if (char !== '"' && char !== "'") continue;
    at = text.indexOf(char, at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let k = text.indexOf('\n'); k >= 0 && k < at; k = text.indexOf('\n', k + 1)) line++;
  return line;
}
