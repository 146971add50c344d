const NAME = /[\w.-]+-[\w-]{8}\.(?:js|css|wasm)/g;

/**
 * Which built files a page may load: those it names, those that these name, and so on. Names carry
 * hashes, so a name in a text is that file; workers are found like everything else. What is in
 * `without` is not followed.
 */
export function shellFiles(
  texts: ReadonlyMap<string, string>,
  page: string,
  without: ReadonlySet<string>,
): Set<string> {
  const byName = new Map([...texts.keys()].map((path) => [path.split('/').pop()!, path]));
  const found = new Set<string>();
  const follow = (path: string) => {
    if (found.has(path) || without.has(path)) return;
    found.add(path);
    for (const [name] of (texts.get(path) ?? '').matchAll(NAME)) {
      const named = byName.get(name);
      if (named) follow(named);
    }
  };
  follow(page);
  return found;
}
