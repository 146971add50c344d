import { Fault } from '../data/fault.ts';

/**
 * Downloads a file of region `id` and reads it. What arrives cut, or cannot be read, is asked for once
 * more past every cache, since a cache that spoilt it would give it again. Throws Fault.
 */
export function download<T>(
  url: string,
  id: string,
  read: (bytes: Uint8Array) => T | Promise<T>,
  cache: RequestCache = 'default',
): Promise<T> {
  return downloadStream(
    url,
    id,
    async (body) => read(await bytesOf(new Response(body), id)),
    cache,
  );
}

/** The same for what can be read while it comes. */
export async function downloadStream<T>(
  url: string,
  id: string,
  read: (body: ReadableStream<Uint8Array<ArrayBuffer>>) => Promise<T>,
  cache: RequestCache = 'default',
): Promise<T> {
  const response = await ask(url, id, cache);
  try {
    return await read(response.body!);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return read((await ask(url, id, 'reload')).body!);
  }
}

async function ask(url: string, id: string, cache: RequestCache): Promise<Response> {
  let why: string;
  try {
    const response = await fetch(url, { cache });
    // A host that answers every address with its own page has no region there either.
    const page = response.headers.get('content-type')?.includes('text/html');
    if (response.ok && !page) return response;
    why = page ? 'HTML' : `HTTP ${response.status}`;
  } catch (error) {
    why = (error as Error).message;
  }
  throw missing(id, why);
}

async function bytesOf(response: Response, id: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw missing(id, (error as Error).message);
  }
}

const missing = (id: string, why: string) =>
  new Fault('region-missing', {
    zh: `打不开区域“${id}”（${why}）。请选另一个区域，或重新生成它（huimin region build）。`,
    en: `Cannot open region "${id}" (${why}). Choose another region, or build it (huimin region build).`,
  });
