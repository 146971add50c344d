import { caveatsOf } from '../../data/export/caveats.ts';
import {
  CAPTION_LIMIT,
  FROZEN_VERSION,
  MOST_AREAS,
  sealed,
  type FrozenView,
} from '../../data/embed/frozen-view.ts';
import { seenText } from '../../data/import/half-width.ts';
import type { Area } from '../../data/tables/area.ts';
import type { Assessment } from '../assess.ts';
import type { Dossier } from '../handin/dossier.ts';
import { figuresOf } from '../figures.ts';
import { startSecondsOf } from '../handin/subject.ts';

/** What is said with a view and is not in the answer. */
export interface Said {
  /** The publisher's own words; null for none. At most CAPTION_LIMIT characters, cut beyond. */
  caption: string | null;
  /** 审图号 of the deployer; null for a schematic map. */
  approval: string | null;
}

/** Characters of a name in an address. */
const LONGEST_NAME = 80;

/** The figures of a view, all of which can be computed again. */
export type FrozenFigures = Pick<FrozenView, 'figures' | 'areas' | 'others' | 'outside'>;

/** The answer of a dossier as it is published. Pure. */
export function freeze({ prepared, subject, answer }: Dossier, said: Said): FrozenView {
  const { manifest, service, query, peopleField, scenario, on, made } = subject;
  const { caption, approval } = said;
  return sealed({
    version: FROZEN_VERSION,
    region: {
      id: manifest.id,
      name: { zh: cut(manifest.name), en: cut(manifest.name_en || manifest.name) },
      invented: manifest.invented,
      dataDate: manifest.data_date?.slice(0, 10) ?? null,
      bundle: manifest.bundle.sha256.slice(0, 12),
      licence: cut(manifest.licence),
      sources: manifest.sources.map(({ role, file }) => ({ role, file: cut(file) })),
    },
    service: { key: service.key, zh: service.zh, en: service.en, colour: service.colour },
    rule: {
      minutes: query.minutes,
      zones: query.zoneMinutes ?? null,
      profile: query.profile,
      speed: query.speed,
      startSeconds: startSecondsOf(query),
      method: query.method,
      detour: query.detour,
      people: query.people,
    },
    ...frozenFigures(answer, prepared.region.areas),
    missing: caveatsOf(
      {
        method: query.method,
        offNetwork: answer.offNetwork.people,
        fallback: peopleField.fallback,
      },
      manifest,
    ),
    scenario: scenario && scenario.name && cut(scenario.name),
    on,
    caption: characters(seenText(caption ?? '').trim(), CAPTION_LIMIT) || null,
    made,
    approval: approval?.trim() ? cut(approval.trim()) : null,
  });
}

/** What a view records of an answer; `areas` are those of its region. */
export function frozenFigures(answer: Assessment, areas: Area[]): FrozenFigures {
  const figures = figuresOf(answer, areas);
  const { outside } = figures;
  return {
    figures: {
      people: figures.people,
      covered: figures.bands.map(({ covered }) => covered),
      zoned: figures.zoned?.covered ?? null,
      facilities: figures.sites,
      offNetwork: figures.offNetwork.people,
      gaps: figures.gapCount,
      gapPeople: answer.gaps.reduce((sum, gap) => sum + gap.people, 0),
    },
    ...areaRows(figures.areas),
    outside: outside.people ? { people: outside.people, covered: outside.within } : null,
  };
}

/** Lowest share first; areas without people last. What has no row of its own is united. */
function areaRows(
  figures: { name: string; nameEn?: string; people: number; within: number }[],
): Pick<FrozenFigures, 'areas' | 'others'> {
  const share = ({ people, within }: (typeof figures)[number]) =>
    people ? within / people : Infinity;
  const sorted = figures.toSorted((a, b) => share(a) - share(b) || b.people - a.people);
  // One alone is no remainder.
  const listed = sorted.length > MOST_AREAS ? MOST_AREAS - 1 : sorted.length;
  const rest = sorted.slice(listed);
  const sum = (key: 'people' | 'within') => rest.reduce((all, area) => all + area[key], 0);
  return {
    areas: sorted.slice(0, listed).map(({ name, nameEn, people, within }) => ({
      name: cut(name),
      ...(nameEn ? { nameEn: cut(nameEn) } : {}),
      people,
      covered: within,
    })),
    others: rest.length
      ? { areas: rest.length, people: sum('people'), covered: sum('within') }
      : null,
  };
}

/** A name as an address bears it: nothing unseen in it, and not for ever. */
function cut(text: string): string {
  const seen = seenText(text).replace(/\s+/g, ' ').trim() || '–';
  return seen.length > LONGEST_NAME ? `${characters(seen, LONGEST_NAME - 1)}…` : seen;
}

/** The first so many characters, at most as many UTF-16 units, none cut in two. */
function characters(text: string, most: number): string {
  let kept = '';
  for (const char of text) {
    if (kept.length + char.length > most) break;
    kept += char;
  }
  return kept;
}
