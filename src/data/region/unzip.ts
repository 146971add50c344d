import { bundleFaults } from './bundle-faults.ts';

/**
 * The pieces of what a gzip holds, as it comes, by the browser's own means, and by fflate in one piece
 * where it has none. Throws Fault when it is no gzip, cut or corrupt (gzip carries a CRC-32 and a
 * length).
 */
export async function* unzip(packed: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gzip = await checked(packed);
  try {
    if (typeof DecompressionStream === 'undefined') {
      const { gunzipSync } = await import('fflate');
      yield gunzipSync(new Uint8Array(await new Response(gzip).arrayBuffer()));
      return;
    }
    // Not every browser walks a stream with `for await`.
    const reader = gzip.pipeThrough(new DecompressionStream('gzip')).getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    } finally {
      // Whoever has seen enough wants no more of it from the network.
      reader.cancel().catch(() => {});
    }
  } catch (error) {
    throw bundleFaults.corrupt(`gzip: ${(error as Error).message}`);
  }
}

/** The same stream, of which the first bytes are those of a gzip. */
async function checked(
  packed: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const reader = (packed as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
  const first: Uint8Array<ArrayBuffer>[] = [];
  const begins = () => first.flatMap((piece) => [...piece.subarray(0, 8)]).slice(0, 8);
  while (begins().length < 2) {
    const { done, value } = await reader.read();
    if (done) break;
    first.push(value);
  }
  const [one, two] = begins();
  if (one !== 0x1f || two !== 0x8b) {
    void reader.cancel();
    const text = String.fromCharCode(...begins());
    throw bundleFaults.foreign(text.replace(/[^ -~]/g, '·'), 'gzip');
  }
  return new ReadableStream({
    start: (to) => first.forEach((piece) => to.enqueue(piece)),
    async pull(to) {
      const { done, value } = await reader.read();
      if (done) to.close();
      else to.enqueue(value);
    },
    cancel: (why) => reader.cancel(why),
  });
}
