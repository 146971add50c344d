/** First instant that ISO 8601 cannot write with four digits of year: 10000-01-01. */
const YEAR_10000 = 253402300800000;

/**
 * UTC to the second, such as 2016-03-05T00:26:02Z.
 * @param ms since 1970.
 * @returns null for 0 and less, which OSM files write for "unknown", and for what no calendar holds.
 */
export function isoTime(ms: number): string | null {
  if (!(ms > 0 && ms < YEAR_10000)) return null;
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

const PATTERN = [...'0000-00-00T00:00:00'].map((c) => c.charCodeAt(0));

/**
 * The time in the bytes of an OSM XML timestamp (2016-03-05T00:26:02Z) as the number
 * yyyymmddhhmmss, which sorts as time does and costs no Date per object.
 * @returns 0 when they are no such timestamp.
 */
export function timeNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < PATTERN.length) return 0;
  let number = 0;
  for (let i = 0; i < PATTERN.length; i++) {
    const byte = bytes[start + i];
    if (PATTERN[i] === 48) {
      if (byte < 48 || byte > 57) return 0;
      number = number * 10 + byte - 48;
    } else if (byte !== PATTERN[i]) return 0;
  }
  return number;
}

/** A number of `timeNumber` as ISO 8601; null for 0. */
export function timeText(number: number): string | null {
  if (number === 0) return null;
  const d = String(number).padStart(14, '0');
  const date = `${d.slice(0, 4)}-${d.slice(4, 6)}-${d.slice(6, 8)}`;
  return `${date}T${d.slice(8, 10)}:${d.slice(10, 12)}:${d.slice(12)}Z`;
}
