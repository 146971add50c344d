/** What part of a file to send: both ends included; the whole file; or none that can be satisfied. */
export type ByteRange = { first: number; last: number } | 'whole' | 'unsatisfiable';

/**
 * Reads a Range header (RFC 9110 §14.2) for a file of `size` bytes. Several ranges, other units and
 * nonsense ask for the whole file, which a server may always send.
 */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? ['', '', ''];
  if (!from && !to) return 'whole';
  if (!from) {
    // The last so many bytes.
    const first = Math.max(0, size - Number(to));
    return first < size ? { first, last: size - 1 } : 'unsatisfiable';
  }
  if (to && Number(to) < Number(from)) return 'whole';
  const last = to ? Math.min(Number(to), size - 1) : size - 1;
  return Number(from) < size ? { first: Number(from), last } : 'unsatisfiable';
}
