/**
 * `page` and every file that it names, and those name, and so on: chunks, styles and workers name one
 * another by file names, which carry hashes. What is in `without` is not followed. `texts`: the built
 * files by their paths.
 */
export function shellFiles(
  texts: ReadonlyMap<string, string>,
  page: string,
  without: ReadonlySet<string>,
): Set<string> {
  const found = new Set([page]);
  for (const path of found) {
    for (const other of texts.keys()) {
      const named = texts.get(path)!.includes(other.split('/').pop()!);
      if (named && other !== page && !without.has(other)) found.add(other);
    }
  }
  return found;
}
