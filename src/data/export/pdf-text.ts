import { strFromU8, unzlibSync } from 'fflate';

/** What a PDF's font says of its codes: how many bytes each has, and which text each stands for. */
interface Codes {
  bytes: number;
  text: Map<number, string>;
}

/**
 * The text of a PDF as browsers print it: pieces in the order they are drawn, a line feed after each
 * group. Enough to find what we printed ourselves, in files of Chromium's writer (Skia); objects
 * packed into streams and encrypted files are not read and give no text.
 */
export function pdfText(bytes: Uint8Array): string {
  const file = strFromU8(bytes, true);
  const objects = new Map<string, { head: string; stream: () => string }>();
  for (const { 1: number, index, 0: opening } of file.matchAll(/(?<=^|[\r\n])(\d+) 0 obj\b/g)) {
    const start = index + opening.length;
    const end = file.indexOf('endobj', start);
    const data = file.indexOf('stream', start);
    const has = data >= 0 && data < end;
    const head = file.slice(start, has ? data : end);
    objects.set(number, { head, stream: () => (has ? inflated(bytes, file, head, data) : '') });
  }
  const fonts = new Map<string, Codes>();
  for (const { head } of objects.values()) {
    for (const [, name, font] of (/\/Font\s*<<([^>]*)>>/.exec(head)?.[1] ?? '').matchAll(
      /\/(\S+)\s+(\d+) 0 R/g,
    )) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1];
      if (map && objects.has(map)) fonts.set(name, codesOf(objects.get(map)!.stream()));
    }
  }
  return [...objects.values()]
    .filter(({ head }) => !/\/(Subtype|Length1|FontFile)/.test(head))
    .map(({ stream }) => stream())
    .filter((content) => /\bBT\b/.test(content) && /T[jJ]/.test(content))
    .map((content) => drawnText(content, fonts))
    .join('');
}

function inflated(bytes: Uint8Array, file: string, head: string, at: number): string {
  const from = at + 'stream'.length + (file.startsWith('\r\n', at + 6) ? 2 : 1);
  const length = /\/Length (\d+)(?! \d+ R)/.exec(head)?.[1];
  const to = length ? from + Number(length) : file.indexOf('endstream', from);
  const data = bytes.subarray(from, to);
  if (!head.includes('/FlateDecode')) return strFromU8(data, true);
  try {
    return strFromU8(unzlibSync(data), true);
  } catch {
    // Another filter on top, or damage: there is no text to be had of it.
    return '';
  }
}

/** A ToUnicode map (ISO 32000-1, 9.10.3). */
function codesOf(map: string): Codes {
  const text = new Map<number, string>();
  const utf16 = (hex: string) =>
    (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
  for (const [, body] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, to] of body.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      text.set(parseInt(code, 16), utf16(to));
    }
  }
  for (const [, body] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, last, to] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [first, end, unit] = [from, last, to].map((hex) => parseInt(hex, 16));
      for (let code = first; code <= end; code++) {
        text.set(code, String.fromCharCode(unit + code - first));
      }
    }
  }
  const space = /begincodespacerange\s*<(\w+)>/.exec(map)?.[1] ?? '0000';
  return { bytes: space.length / 2, text };
}

const TOKENS = /\/(\S+)\s+[\d.]+\s+Tf|<([0-9A-Fa-f\s]*)>|\(((?:[^\\()]|\\[\s\S])*)\)|\bET\b/g;

function drawnText(content: string, fonts: Map<string, Codes>): string {
  let out = '';
  let font: Codes | undefined;
  for (const [token, name, hex, literal] of content.matchAll(TOKENS)) {
    if (name !== undefined) font = fonts.get(name);
    else if (token === 'ET') out += '\n';
    else if (font) {
      const { bytes, text } = font;
      const codes = hex === undefined ? literalCodes(literal) : hexCodes(hex);
      for (let i = 0; i < codes.length; i += bytes) {
        const code = codes.slice(i, i + bytes).reduce((sum, byte) => sum * 256 + byte, 0);
        out += text.get(code) ?? '';
      }
    }
  }
  return out;
}

const hexCodes = (hex: string) =>
  (hex.replace(/\s/g, '').match(/../g) ?? []).map((pair) => parseInt(pair, 16));

const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function literalCodes(literal: string): number[] {
  return [...literal.matchAll(/\\([0-7]{1,3})|\\([\s\S])|([\s\S])/g)].map(
    ([, octal, escaped, plain]) =>
      octal
        ? parseInt(octal, 8)
        : escaped
          ? (ESCAPES[escaped] ?? escaped.charCodeAt(0))
          : plain.charCodeAt(0),
  );
}
