import { byteRange } from '../../data/tiles/byte-range.ts';

/** Answers a request for a file, or a range of it, out of the whole file (RFC 9110 §14.2, §15.3.7). */
export function rangeAnswer(whole: Blob, range: string | null): Response {
  const { size } = whole;
  const asked = byteRange(range ?? undefined, size);
  if (asked === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } });
  }
  const headers = { 'Accept-Ranges': 'bytes', 'Content-Type': 'application/octet-stream' };
  if (asked === 'whole') return new Response(whole, { headers });
  const { first, last } = asked;
  return new Response(whole.slice(first, last + 1), {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${first}-${last}/${size}` },
  });
}
