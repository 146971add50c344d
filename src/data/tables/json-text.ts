import type { Text } from '../fault.ts';
import { badJson } from './area-faults.ts';

const GEOJSON: Text = { zh: ' GeoJSON', en: 'GeoJSON' };

/**
 * Text → value. Throws Fault `bad-json` naming the line and column of the first bad character, and
 * what the file should be.
 */
export function parseJson(text: string, fileName: string, expected = GEOJSON): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const before = text.slice(0, jsonFaultAt(text) ?? text.length);
    const lines = before.split(/\r\n?|\n/);
    throw badJson(fileName, lines.length, lines[lines.length - 1].length + 1, expected);
  }
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/**
 * Offset of the first character that cannot stand where it stands, the length of the text where it
 * ends too early, null for valid JSON. Engines word their errors differently and some give no place.
 * Keeps its own stack: nesting as deep as the file likes.
 */
export function jsonFaultAt(text: string): number | null {
  const open: ('}' | ']')[] = [];
  let expect: 'value' | 'first' | 'key' | 'colon' | 'after' = 'value';
  let at = skip(SPACE, text, 0);
  for (; at < text.length; at = skip(SPACE, text, at)) {
    const char = text[at];
    const closer = open[open.length - 1];
    if (expect === 'after') {
      if (char === closer) open.pop();
      else if (char === ',' && closer !== undefined) expect = closer === '}' ? 'key' : 'value';
      else return at;
      at++;
    } else if (expect === 'colon') {
      if (char !== ':') return at;
      expect = 'value';
      at++;
    } else if (expect === 'first' && char === closer) {
      open.pop();
      expect = 'after';
      at++;
    } else if (char === '"') {
      const end = stringEnd(text, at);
      if (end < 0) return ~end;
      const isKey: boolean = expect === 'key' || (expect === 'first' && closer === '}');
      expect = isKey ? 'colon' : 'after';
      at = end;
    } else if (expect === 'key' || (expect === 'first' && closer === '}')) {
      return at;
    } else if (char === '{' || char === '[') {
      open.push(char === '{' ? '}' : ']');
      expect = 'first';
      at++;
    } else {
      const end = skip(SCALAR, text, at);
      if (end === at) return at;
      expect = 'after';
      at = end;
    }
  }
  return expect === 'after' && open.length === 0 ? null : text.length;
}

/** Offset after the closing quote, or ~offset of what is wrong. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return at + 1;
    if (unit < 0x20) return ~at;
    if (unit !== 0x5c) continue;
    const end = skip(ESCAPE, text, at + 1);
    if (end === at + 1) return ~end;
    at = end - 1;
  }
  return ~text.length;
}
