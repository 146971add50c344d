import { bundleFaults } from './bundle-faults.ts';

/**
 * Unpacks a gzip by the browser's own means, and by fflate where it has none. Throws Fault when it is
 * no gzip, cut or corrupt (gzip carries a CRC-32 and a length).
 */
export async function unzip(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    const begins = String.fromCharCode(...bytes.subarray(0, 8));
    throw bundleFaults.foreign(begins.replace(/[^ -~]/g, '·'), 'gzip');
  }
  try {
    if (typeof DecompressionStream === 'undefined') {
      const { gunzipSync } = await import('fflate');
      return gunzipSync(bytes);
    }
    const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
    const unzipped = stream.pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(unzipped).arrayBuffer());
  } catch (error) {
    throw bundleFaults.corrupt(`gzip: ${(error as Error).message}`);
  }
}
