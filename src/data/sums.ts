import { sha256 } from './sha256.ts';

/** What a list of sums is called wherever one lies. */
export const SUMS = 'SHA256SUMS';

/** A line for each part, as `sha256sum -c` reads them. */
export function formatSums(parts: Iterable<readonly [name: string, bytes: Uint8Array]>): string {
  return [...parts].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');
}

/** The sums by name, and the lines that are none. */
export function parseSums(text: string): { sums: Map<string, string>; strange: string[] } {
  const sums = new Map<string, string>();
  const strange: string[] = [];
  for (const line of text.split('\n')) {
    const match = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
    if (match) sums.set(match[2], match[1]);
    else if (line) strange.push(line);
  }
  return { sums, strange };
}
