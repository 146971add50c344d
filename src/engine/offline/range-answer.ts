import { byteRange } from '../../data/tiles/byte-range.ts';

/** Answers a request for a file, or a range of it, out of the whole file (RFC 9110 §14.2, §15.3.7). */
export function rangeAnswer(whole: Blob, range: string | null, type: string): Response {
  const { size } = whole;
  const asked = byteRange(range ?? undefined, size);
  const headers = { 'Accept-Ranges': 'bytes', 'Content-Type': type };
  if (asked === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } });
  }
  if (asked === 'whole') {
    return new Response(whole, { headers: { ...headers, 'Content-Length': `${size}` } });
  }
  const { first, last } = asked;
  return new Response(whole.slice(first, last + 1), {
    status: 206,
    headers: {
      ...headers,
      'Content-Range': `bytes ${first}-${last}/${size}`,
      'Content-Length': `${last - first + 1}`,
    },
  });
}

/** Size of the whole file that a 206 answer is a part of; null where it does not say. Bytes. */
export function wholeSize(answer: Response): number | null {
  const size = /^bytes \d+-\d+\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1];
  return size === undefined ? null : Number(size);
}
