import type { Fault, Text } from '../fault.ts';
import { osmFault } from './osm-faults.ts';
import type { StringPool } from './string-pool.ts';
import * as B from './xml-bytes.ts';
import { ATTRIBUTES } from './xml-names.ts';
import { expandReferences } from './xml-references.ts';
import type { XmlScanner } from './xml-scan.ts';

const UNITS_PER_DEGREE = 1e7;
const A_NUMBER: Text = { zh: '整数', en: 'a whole number' };

/** Reads the attribute values of the scanner's tag by slot, as the types OSM gives them. */
export class XmlValues {
  /** The value last taken, references resolved: bytes[start] to bytes[end - 1]. */
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;

  constructor(private readonly scanner: XmlScanner) {}

  has(slot: number): boolean {
    return this.scanner.valueStart[slot] !== -1;
  }

  /** Takes a value into bytes, start and end. @throws Fault xml-missing, xml-entity, xml-syntax. */
  take(slot: number): void {
    const { scanner } = this;
    const start = scanner.valueStart[slot];
    if (start === -1) {
      throw osmFault('xml-missing', {
        ...scanner.place(scanner.tagAt),
        element: scanner.name,
        field: ATTRIBUTES[slot],
      });
    }
    if (scanner.rough[slot] === 1) {
      this.bytes = expandReferences(scanner, start, scanner.valueEnd[slot]);
      this.start = 0;
      this.end = this.bytes.length;
    } else {
      this.bytes = scanner.bytes;
      this.start = start;
      this.end = scanner.valueEnd[slot];
    }
  }

  /** Whether the attribute is there and says this. */
  is(slot: number, text: string): boolean {
    if (!this.has(slot)) return false;
    this.take(slot);
    return B.isText(this.bytes, this.start, this.end, text);
  }

  text(slot: number): string {
    this.take(slot);
    return new TextDecoder().decode(this.bytes.subarray(this.start, this.end));
  }

  /** The index of the value in the pool. @throws Fault xml-utf8 when it is not UTF-8. */
  intern(slot: number, pool: StringPool): number {
    this.take(slot);
    const index = pool.intern(this.bytes, this.start, this.end);
    if (index === -1) {
      const { scanner } = this;
      const place = scanner.place(scanner.valueStart[slot]);
      throw osmFault('xml-utf8', place);
    }
    return index;
  }

  /** An id: a whole number, perhaps negative, exact in a double. @throws Fault xml-value. */
  id(slot: number): number {
    this.take(slot);
    const { bytes, end } = this;
    const negative = bytes[this.start] === MINUS;
    const first = negative ? this.start + 1 : this.start;
    let value = 0;
    for (let p = first; p < end; p++) {
      const digit = bytes[p] - ZERO;
      if (!(digit >= 0 && digit <= 9)) throw this.wrong(slot, A_NUMBER);
      value = value * 10 + digit;
    }
    if (first === end || value > Number.MAX_SAFE_INTEGER) throw this.wrong(slot, A_NUMBER);
    // 0 − value, because −0 is no id.
    return negative ? 0 - value : value;
  }

  /** Degrees as 1e-7 degrees, rounded to the nearest. @throws Fault xml-value beyond ±limit. */
  coordinate(slot: number, limit: number): number {
    this.take(slot);
    const { bytes, end } = this;
    const negative = bytes[this.start] === MINUS;
    let p = negative ? this.start + 1 : this.start;
    let units = 0;
    let decimals = -1;
    // The common spelling, 123.4567890, without a string; any other below.
    for (; p < end && decimals < 7; p++) {
      const byte = bytes[p];
      if (byte === POINT && decimals === -1) decimals = 0;
      else {
        const digit = byte - ZERO;
        if (!(digit >= 0 && digit <= 9)) break;
        units = units * 10 + digit;
        if (decimals !== -1) decimals++;
      }
    }
    if (p < end || decimals < 1)
      units = Math.round(Math.abs(this.degrees(slot)) * UNITS_PER_DEGREE);
    else for (; decimals < 7; decimals++) units *= 10;
    if (!(units <= limit * UNITS_PER_DEGREE)) throw this.wrong(slot, within(limit));
    return negative ? -units : units;
  }

  /** A decimal number as it stands. @throws Fault xml-value when it is none. */
  degrees(slot: number): number {
    const text = this.text(slot);
    if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) throw this.wrong(slot, within(180));
    return Number(text);
  }

  /** The fault of a value that is not what is expected. */
  wrong(slot: number, expected: Text): Fault {
    const { scanner } = this;
    return osmFault('xml-value', {
      ...scanner.place(scanner.valueStart[slot]),
      field: ATTRIBUTES[slot],
      got: this.text(slot).slice(0, 80),
      expected,
    });
  }
}

const ZERO = 48;
const MINUS = 45;
const POINT = 46;

function within(limit: number): Text {
  return { zh: `−${limit} 到 ${limit} 度`, en: `degrees from −${limit} to ${limit}` };
}
