import { EtagMismatch, type RangeResponse, type Source } from 'pmtiles';

/**
 * Bytes of a PMTiles archive at an address, by ranges where the host gives ranges. Where it answers
 * a range with the whole file (200), or cannot make sense of it (416), the file is taken once, whole,
 * and kept in memory: slower to begin, and the map is the same.
 */
export class ArchiveSource implements Source {
  readonly #url: string;
  readonly #atOnce: boolean;
  #whole: Promise<ArrayBuffer> | null = null;

  /** `atOnce`: the file is taken whole from the start. */
  constructor(url: string, atOnce = false) {
    this.#url = url;
    this.#atOnce = atOnce;
  }

  getKey(): string {
    return this.#url;
  }

  async getBytes(
    offset: number,
    length: number,
    signal?: AbortSignal,
    etag?: string,
  ): Promise<RangeResponse> {
    if (this.#whole || this.#atOnce) return slice(await this.#take(), offset, length);
    const headers = { Range: `bytes=${offset}-${offset + length - 1}` };
    const response = await fetch(this.#url, { signal, headers });
    if (response.status === 206) {
      const found = response.headers.get('etag') ?? undefined;
      // Another build has taken its place: what was read of the old one must not be mixed with it.
      if (etag && found && etag !== found) throw new EtagMismatch(this.#url);
      return { data: await response.arrayBuffer(), etag: found };
    }
    if (response.status === 416) return slice(await this.#take(), offset, length);
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${this.#url}`);
    // Many tiles may have asked at once: the first answer is kept, the others are not read.
    if (this.#whole) void response.body?.cancel();
    else this.#keep(response.arrayBuffer());
    return slice(await this.#whole!, offset, length);
  }

  #take(): Promise<ArrayBuffer> {
    return (
      this.#whole ??
      this.#keep(
        fetch(this.#url).then((response) => {
          if (response.ok) return response.arrayBuffer();
          throw new Error(`HTTP ${response.status}: ${this.#url}`);
        }),
      )
    );
  }

  /** Whoever comes after a download that failed, or was given up, may begin anew. */
  #keep(whole: Promise<ArrayBuffer>): Promise<ArrayBuffer> {
    this.#whole = whole;
    whole.catch(() => (this.#whole = null));
    return whole;
  }
}

function slice(whole: ArrayBuffer, offset: number, length: number): RangeResponse {
  return { data: whole.slice(offset, offset + length) };
}
