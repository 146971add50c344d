import type { Parsed } from '../data/fault.ts';
import type { OutsideBasemap } from '../data/outside-basemaps.ts';

/** The outside basemaps a deployer offers; none where there is no list, which is the usual case. */
export async function readOutsideList(url: string): Promise<Parsed<OutsideBasemap>> {
  const none = { rows: [], rejected: [] };
  let text: string;
  try {
    const response = await fetch(url, { cache: 'no-cache' });
    // A host that answers every address with its own page has no list there either.
    if (!response.ok || response.headers.get('content-type')?.includes('text/html')) return none;
    text = await response.text();
  } catch {
    return none;
  }
  // What most hosts offer: nothing to read, and no reader to load.
  if (text.trim() === '[]') return none;
  const { parseOutsideBasemaps } = await import('../data/outside-basemaps.ts');
  try {
    return parseOutsideBasemaps(JSON.parse(text));
  } catch {
    // Not JSON: named as it stands.
    return parseOutsideBasemaps(text);
  }
}
