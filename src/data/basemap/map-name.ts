import type { TagOf } from '../osm/object-tags.ts';

/** Longer names are no names but texts: nothing on a map can show them. */
const LIMIT = 100;

/** What stands on the map: Chinese first, and English where it is tagged. */
export interface MapNames {
  name?: string;
  name_en?: string;
  /** How many names had to be cut. */
  cut: number;
}

/** Names of an object by its tags: name:zh-Hans, name:zh or name; name:en. */
export function mapNames(get: TagOf): MapNames {
  const given = [get('name:zh-Hans') ?? get('name:zh') ?? get('name'), get('name:en')];
  const [name, name_en] = given.map(cleanName);
  return {
    name: name?.text,
    name_en: name_en?.text,
    cut: Number(name?.cut) + Number(name_en?.cut),
  };
}

/** Without control characters, those of text direction among them, and outer blanks; cut to LIMIT with an ellipsis. */
function cleanName(text: string | undefined): { text: string | undefined; cut: boolean } {
  const clean = text?.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, ' ').trim();
  if (!clean) return { text: undefined, cut: false };
  const letters = [...clean];
  if (letters.length <= LIMIT) return { text: clean, cut: false };
  return { text: `${letters.slice(0, LIMIT - 1).join('')}…`, cut: true };
}
