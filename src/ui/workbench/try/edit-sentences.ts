import { distance } from '../../../core/geo.ts';
import type { Facility } from '../../../data/tables/facility.ts';
import { ignoredEdits, type Edit } from '../../../engine/scenario/scenario.ts';
import { idOf } from '../../../state/merge-edit.ts';
import type { Numbers } from '../../shared/numbers.ts';
import type { Language, Words } from '../../shared/words.ts';
import type { TryWords } from '../try-words.ts';

/** One edit as it is read. */
export interface EditSentence {
  edit: Edit;
  /** The facility it is about. */
  id: string;
  text: string;
  /** The region has no such facility. */
  ignored: boolean;
}

/** Five decimals are a metre. */
export const degrees = (value: number): string => value.toFixed(5);

/** The edits of a scenario in sentences, each against the baseline. */
export function editSentences(
  edits: Edit[],
  baseline: Facility[],
  t: TryWords,
  words: Words,
  numbers: Numbers,
  language: Language,
): EditSentence[] {
  const sites = new Map(baseline.map((site) => [site.id, site]));
  for (const edit of edits) {
    if (edit.kind === 'add' && !sites.has(edit.facility.id)) {
      sites.set(edit.facility.id, edit.facility);
    }
  }
  const ignored = new Set(ignoredEdits(baseline, edits));
  return edits.map((edit) => {
    const id = idOf(edit);
    const site = sites.get(id);
    const name = (language === 'en' && site?.nameEn) || site?.name || id;
    return { edit, id, text: sentence(edit, name, site), ignored: ignored.has(edit) };
  });

  function sentence(edit: Edit, name: string, site: Facility | undefined): string {
    switch (edit.kind) {
      case 'add': {
        const { lon, lat } = edit.facility;
        return t.added(edit.facility.name, degrees(lon), degrees(lat));
      }
      case 'move': {
        const metres = site ? distance(site.lon, site.lat, edit.lon, edit.lat) : NaN;
        const far = site ? numbers.whole(metres) : t.unknown;
        return t.moved(name, far, degrees(edit.lon), degrees(edit.lat));
      }
      case 'status':
        return t.statusSet(
          name,
          site ? words[`status_${site.status}`] : t.unknown,
          words[`status_${edit.status}`],
        );
      case 'capacity':
        return t.capacitySet(name, size(site?.capacity), size(edit.capacity));
      case 'opened':
        return t.openedSet(name, site?.opened ?? t.unknown, edit.opened ?? t.unknown);
    }
  }

  function size(capacity: number | null | undefined): string {
    return capacity === null || capacity === undefined ? t.unknown : numbers.whole(capacity);
  }
}
