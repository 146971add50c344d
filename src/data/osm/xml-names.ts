import { isText } from './xml-bytes.ts';

/** Attributes that the reader asks for, each with a slot of its own; all others are stepped over. */
export const ID = 0;
export const LAT = 1;
export const LON = 2;
export const K = 3;
export const V = 4;
export const REF = 5;
export const TYPE = 6;
export const ROLE = 7;
export const TIMESTAMP = 8;
export const VISIBLE = 9;
export const ACTION = 10;
export const VERSION = 11;
export const OSM_BASE = 12;
export const MINLAT = 13;
export const MINLON = 14;
export const MAXLAT = 15;
export const MAXLON = 16;

/** Names by slot. */
export const ATTRIBUTES = (
  'id lat lon k v ref type role timestamp visible action version osm_base ' +
  'minlat minlon maxlat maxlon'
).split(' ');
export const SLOTS = ATTRIBUTES.length;

const ELEMENTS = 'osm node way relation tag nd member bounds meta note remark'.split(' ');

const attributesByLength = byLength(ATTRIBUTES);
const elementsByLength = byLength(ELEMENTS);

/** The slot of the attribute named by bytes[start] to bytes[end - 1]; -1 for one not asked for. */
export function attributeSlot(bytes: Uint8Array, start: number, end: number): number {
  const names = attributesByLength[end - start];
  if (names) {
    for (let i = 0; i < names.length; i++) {
      if (isText(bytes, start, end, names[i])) return ATTRIBUTES.indexOf(names[i]);
    }
  }
  return -1;
}

/** The name in bytes[start] to bytes[end - 1]; a known one costs no new string. */
export function elementName(bytes: Uint8Array, start: number, end: number): string {
  const names = elementsByLength[end - start];
  if (names) {
    for (let i = 0; i < names.length; i++) if (isText(bytes, start, end, names[i])) return names[i];
  }
  return new TextDecoder().decode(bytes.subarray(start, end));
}

function byLength(names: string[]): (string[] | undefined)[] {
  const lists: (string[] | undefined)[] = [];
  for (const name of names) (lists[name.length] ??= []).push(name);
  return lists;
}
