import { halfWidth } from '../import/half-width.ts';
import { foldName } from './fold-name.ts';
import { foldEnglish, type NameIndex, type Named } from './name-index.ts';
import { bitCount, charBits, forgiven, prefixDistance } from './prefix-distance.ts';
import { foldSyllable, isHan } from './readings.ts';

/** By what a place was found: its name in either language, first letters of its syllables, their letters, likeness. */
export type Why = 'name' | 'initials' | 'pinyin' | 'near';

export interface FoundName<T> {
  place: T;
  why: Why;
}

const WHYS: Why[] = ['name', 'initials', 'pinyin', 'near'];
const [NAME, INITIALS, PINYIN, NEAR] = [0, 1, 2, 3];

// How well a name fits, the less the better: NEAR_MISS + edits for a name that is merely like it.
const [EXACT, PREFIX, FIRST_LETTERS, INSIDE, NEAR_MISS, NOT] = [0, 1, 2, 3, 4, 255];
/** Of two that fit as well, the one that one more likely sets out from. */
const KINDS: Record<Named['kind'], number> = { estate: 0, area: 1, street: 2, facility: 3 };
const LETTERS = /^[a-z0-9]+$/;

/**
 * Places by what was typed of their names, at most `most`: the name itself, then names that begin with
 * it, whose syllables begin with it (ysl, yushl → 榆树里), that have it inside, and, where no name
 * begins with it, those it is a slip or a homophone of. Estates before areas, streets, facilities.
 */
export function searchNames<T extends Named>(
  index: NameIndex<T>,
  typed: string,
  most: number,
): FoundName<T>[] {
  const wanted = foldName(typed);
  if (!wanted) return [];
  const { places, folded } = index;
  const fits = new Uint8Array(places.length).fill(NOT);
  const whys = new Uint8Array(places.length);
  const note = (place: number, fit: number, why: number) => {
    if (fit >= fits[place]) return;
    fits[place] = fit;
    whys[place] = why;
  };
  const english = foldEnglish(halfWidth(typed));
  const letters = isHan(wanted) ? '' : foldSyllable(halfWidth(typed));
  matchNames(index, wanted, english, note);
  if (LETTERS.test(letters)) matchReadings(index, letters, note);
  if (!fits.some((fit) => fit <= PREFIX)) {
    if (isHan(wanted)) matchHomophones(index, wanted, note);
    matchSlips(index, wanted, english, letters, note);
  }
  const found: number[] = [];
  for (let k = 0; k < fits.length; k++) if (fits[k] !== NOT) found.push(k);
  found.sort(
    (a, b) =>
      fits[a] - fits[b] ||
      KINDS[places[a].kind] - KINDS[places[b].kind] ||
      folded[a].length - folded[b].length ||
      a - b,
  );
  return found.slice(0, most).map((k) => ({ place: places[k], why: WHYS[whys[k]] }));
}

type Note = (place: number, fit: number, why: number) => void;

function matchNames<T extends Named>(
  { folded, english }: NameIndex<T>,
  wanted: string,
  wantedEnglish: string,
  note: Note,
): void {
  const word = ` ${wantedEnglish}`;
  for (let k = 0; k < folded.length; k++) {
    const at = folded[k].indexOf(wanted);
    if (at === 0) note(k, folded[k].length === wanted.length ? EXACT : PREFIX, NAME);
    else if (at > 0) note(k, INSIDE, NAME);
    if (!wantedEnglish || !english[k]) continue;
    if (english[k].startsWith(wantedEnglish)) {
      note(k, english[k].length === wantedEnglish.length ? EXACT : PREFIX, NAME);
    } else if (english[k].includes(word)) note(k, INSIDE, NAME);
  }
}

/** Names of which these letters are the pinyin, whole, in part or by beginnings of syllables. */
function matchReadings<T extends Named>(index: NameIndex<T>, letters: string, note: Note): void {
  const { readings, readingOf, syllables, from } = index;
  for (let r = 0; r < readings.length; r++) {
    const reading = readings[r];
    if (reading.startsWith(letters)) {
      note(readingOf[r], reading.length === letters.length ? EXACT : PREFIX, PINYIN);
      continue;
    }
    for (let s = from[r]; s < from[r + 1]; s++) {
      if (reading.charCodeAt(syllables[s]) !== letters.charCodeAt(0)) continue;
      const first = s === from[r];
      const used = beginnings(index, r, s, letters, 0);
      if (used === 0) continue;
      const initials = used === letters.length && used > 1;
      note(readingOf[r], first ? FIRST_LETTERS : INSIDE, initials ? INITIALS : PINYIN);
      break;
    }
  }
}

/**
 * How many syllables of a reading, from the s-th on, have the letters from `at` on as their beginnings,
 * one letter of each at least: as many as can be; 0 where they do not fit.
 */
function beginnings<T extends Named>(
  index: NameIndex<T>,
  r: number,
  s: number,
  letters: string,
  at: number,
): number {
  if (at === letters.length) return 0;
  const { readings, syllables, from } = index;
  if (s === from[r + 1]) return 0;
  const reading = readings[r];
  const start = syllables[s];
  const end = s + 1 < from[r + 1] ? syllables[s + 1] : reading.length;
  for (let k = 0; start + k < end && at + k < letters.length; k++) {
    if (reading.charCodeAt(start + k) !== letters.charCodeAt(at + k)) return 0;
    if (at + k + 1 === letters.length) return 1;
    const rest = beginnings(index, r, s + 1, letters, at + k + 1);
    if (rest > 0) return rest + 1;
  }
  return 0;
}

/** Names that sound like what was typed (玉树里 for 榆树里), as far as the region's names tell. */
function matchHomophones<T extends Named>(index: NameIndex<T>, wanted: string, note: Note): void {
  const { readings, readingOf, readingBits, sounds } = index;
  for (const letters of sounds.read(wanted)) {
    const bits = charBits(letters);
    const most = Math.min(1, forgiven(letters.length));
    for (let r = 0; r < readings.length; r++) {
      const lacking = bitCount(bits & ~readingBits[r]);
      if (lacking > most) continue;
      if (lacking === 0) {
        if (soundsInside(index, r, letters)) note(readingOf[r], NEAR_MISS, NEAR);
      }
      if (most === 0) continue;
      const edits = prefixDistance(letters, readings[r], most);
      if (edits <= most) note(readingOf[r], NEAR_MISS + edits, NEAR);
    }
  }
}

/** Whether whole syllables of a reading are these letters: yu is in yu shu, but not in yuan. */
function soundsInside<T extends Named>(index: NameIndex<T>, r: number, letters: string): boolean {
  const { readings, syllables, from } = index;
  for (let s = from[r]; s < from[r + 1]; s++) {
    if (!readings[r].startsWith(letters, syllables[s])) continue;
    const end = syllables[s] + letters.length;
    if (end === readings[r].length) return true;
    for (let e = s + 1; e < from[r + 1]; e++) if (syllables[e] === end) return true;
  }
  return false;
}

/** Names that begin with what was typed but for a slip or two. */
function matchSlips<T extends Named>(
  index: NameIndex<T>,
  wanted: string,
  english: string,
  letters: string,
  note: Note,
): void {
  const { folded, foldedBits, readings, readingBits, readingOf } = index;
  slips(wanted, folded, foldedBits, (k, edits) => note(k, NEAR_MISS + edits, NEAR));
  if (!letters) return;
  slips(letters, readings, readingBits, (r, edits) => note(readingOf[r], NEAR_MISS + edits, NEAR));
  slips(english, index.english, index.englishBits, (k, edits) => note(k, NEAR_MISS + edits, NEAR));
}

function slips(
  wanted: string,
  names: string[],
  nameBits: Int32Array,
  found: (k: number, edits: number) => void,
): void {
  const most = forgiven(wanted.length);
  if (most === 0) return;
  const bits = charBits(wanted);
  for (let k = 0; k < names.length; k++) {
    // Each character that a name lacks is an edit at least.
    if (!names[k] || bitCount(bits & ~nameBits[k]) > most) continue;
    const edits = prefixDistance(wanted, names[k], most);
    if (edits <= most) found(k, edits);
  }
}
