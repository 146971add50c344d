/**
 * Names of the caches of a page in the folder `scope`. An origin may carry the page in several
 * folders and its caches are common to all of them, so the folder is part of every name.
 */
export class CacheNames {
  readonly #prefix: string;
  /** What the page itself is made of. */
  readonly page: string;
  /** Lists of the host: regions, outside basemaps, who publishes. */
  readonly lists: string;

  constructor(scope: string) {
    this.#prefix = `huimin ${new URL('./', scope).pathname} `;
    this.page = `${this.#prefix}page`;
    this.lists = `${this.#prefix}lists`;
  }

  region(id: string): string {
    return `${this.#prefix}region ${id}`;
  }

  /** The region a cache is of; null for other caches and other folders' ones. */
  regionOf(name: string): string | null {
    const start = this.region('');
    return name.startsWith(start) ? name.slice(start.length) : null;
  }

  isOurs(name: string): boolean {
    return name.startsWith(this.#prefix);
  }
}
