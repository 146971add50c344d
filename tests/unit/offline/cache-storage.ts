/** The browser's CacheStorage as far as it is used here: Node has none. Entries are copies, as there. */
export function cacheStorage(): CacheStorage {
  const all = new Map<string, Map<string, Response>>();
  const cacheOf = (entries: Map<string, Response>) => ({
    match: (url: string) => Promise.resolve(entries.get(url)?.clone()),
    put: async (url: string, answer: Response) => {
      const { headers } = answer;
      entries.set(url, new Response(await answer.arrayBuffer(), { headers }));
    },
    delete: (url: string) => Promise.resolve(entries.delete(url)),
    keys: () => Promise.resolve([...entries.keys()].map((url) => ({ url }))),
  });
  return {
    has: (name: string) => Promise.resolve(all.has(name)),
    keys: () => Promise.resolve([...all.keys()]),
    delete: (name: string) => Promise.resolve(all.delete(name)),
    open: (name: string) => {
      if (!all.has(name)) all.set(name, new Map());
      return Promise.resolve(cacheOf(all.get(name)!));
    },
    match: (url: string, { cacheName }: { cacheName: string }) =>
      Promise.resolve(all.get(cacheName)?.get(url)?.clone()),
  } as unknown as CacheStorage;
}
