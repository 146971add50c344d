import type { Manifest } from '../../data/region/manifest.ts';
import type { Facility } from '../../data/tables/facility.ts';
import type { Language } from '../shared/phrase.ts';
import type { FacilityWords } from './facility-words.ts';

/** The way there from where the reader is. */
export interface WayThere {
  seconds: number;
  metres: number;
  profile: 'general' | 'older' | 'slow' | 'wheelchair';
}

export interface Fact {
  label: string;
  value: string;
}

export function nameOf(place: { name: string; nameEn?: string }, language: Language): string {
  return (language === 'en' && place.nameEn) || place.name;
}

/** Minutes rounded up: a walk of 10.2 minutes is not made in 10. */
export function wholeMinutes(seconds: number): string {
  return String(Math.ceil(seconds / 60 - 1e-9));
}

/** Whether there are steps at the door; not known is said as such. */
export function stepsSentence({ stepFree }: Facility, words: FacilityWords): string {
  if (stepFree === undefined) return words.stepsUnknown;
  return stepFree ? words.stepFree : words.stepsThere;
}

/**
 * What is known of a place, phone and opening state apart: what people ask for first, then where
 * it comes from. Address, hours and steps are told even where they are not known, as not known.
 */
export function factsOf(
  place: Facility,
  hours: string | null,
  manifest: Pick<Manifest, 'built' | 'data_date'>,
  words: FacilityWords,
): { asked: Fact[]; origin: Fact[] } {
  const asked: Fact[] = [
    { label: words.address, value: place.address ?? words.noAddress },
    { label: words.hours, value: hours ?? words.noHours },
    { label: words.steps, value: stepsSentence(place, words) },
  ];
  const add = (list: Fact[], label: string, value: string | undefined) => {
    if (value) list.push({ label, value });
  };
  add(asked, words.price, place.price);
  add(asked, words.note, place.note);
  add(
    asked,
    words.capacity,
    place.capacity === undefined ? undefined : words.places(String(place.capacity)),
  );
  add(asked, words.opened, place.opened);
  const origin: Fact[] = [];
  const dates = [
    words.builtOn(manifest.built.slice(0, 10)),
    words.streetsOf(manifest.data_date?.slice(0, 10) ?? words.dateUnknown),
  ].join(words.semicolon);
  add(origin, words.source, [place.source, dates].filter(Boolean).join(words.semicolon));
  add(origin, words.accuracy, accuracyOf(place, words));
  return { asked, origin };
}

function accuracyOf({ accuracy }: Facility, words: FacilityWords): string | undefined {
  const key = `accuracy_${accuracy}`;
  return Object.hasOwn(words, key) ? (words[key as 'accuracy_osm'] as string) : accuracy;
}

/** Why nobody should set out for it; null where it is there and open to visitors. */
export function notThere({ status, equipped }: Facility, words: FacilityWords): string | null {
  if (status !== 'open') return words[`status_${status}`];
  return equipped === false ? words.unequipped : null;
}

/** The page of a place as plain sentences, to be read aloud. */
export function facilitySentences(
  place: Facility,
  about: {
    service: string;
    invented: boolean;
    open: string | null;
    walk: string | null;
    facts: readonly Fact[];
    phones: readonly string[];
  },
  language: Language,
  words: FacilityWords,
): string {
  const lines = [
    about.invented ? words.inventedWhy : '',
    `${nameOf(place, language)}${words.comma}${about.service}`,
    notThere(place, words) ?? '',
    about.walk ?? '',
    about.open ?? '',
    ...about.facts.map(({ label, value }) => `${label}${words.colon}${value}`),
    about.phones.length
      ? `${words.phone}${words.colon}${about.phones.join(words.comma)}`
      : words.noPhone,
  ];
  return lines
    .filter(Boolean)
    .map((line) => ended(line, words.stop))
    .join('\n');
}

function ended(line: string, stop: string): string {
  return /[。！？.!?]$/.test(line) ? line : line + stop;
}

/** What the office needs to find the place again; nothing of who writes, nor from where. */
export function reportText(
  place: Facility,
  about: { service: string; region: string; regionId: string; date: string; link: string },
  language: Language,
  words: FacilityWords,
): string {
  const rows: [string, string][] = [
    [words.mailName, nameOf(place, language)],
    [words.mailId, place.id],
    [words.mailService, about.service],
    [words.mailRegion, `${about.region} (${about.regionId})`],
    [words.mailDate, about.date],
    [words.mailPage, about.link],
  ];
  const lines = rows.map(([label, value]) => `${label}${words.colon}${value}`);
  return [...lines, '', words.mailAsk, '', ''].join('\n');
}
