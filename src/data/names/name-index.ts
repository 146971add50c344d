import { foldName } from './fold-name.ts';
import { charBits } from './prefix-distance.ts';
import { isHan, readingsOf, Sounds, syllablesOf } from './readings.ts';

/** What can be found by its name. */
export interface Named {
  kind: 'estate' | 'area' | 'street' | 'facility';
  name: string;
  nameEn?: string;
  /** Syllables without tones, split by spaces: "yu shu li"; '' or nothing where nobody wrote them down. */
  pinyin?: string;
}

/** Names as they are compared, worked out once for all that will be typed. */
export interface NameIndex<T extends Named> {
  places: readonly T[];
  /** Names as foldName has them. */
  folded: string[];
  /** English names, or names in Latin letters, as foldEnglish has them; '' where there is none. */
  english: string[];
  /** Letters of each way to read a name, without spaces; a name has several, one or none. */
  readings: string[];
  /** Of each reading, whose it is: an index into places. */
  readingOf: Uint32Array;
  /** Where the syllables of a reading begin: those of reading r at syllables[from[r]] … syllables[from[r + 1]]. */
  syllables: Uint8Array;
  from: Uint32Array;
  /** charBits of the names, English names and readings. */
  foldedBits: Int32Array;
  englishBits: Int32Array;
  readingBits: Int32Array;
  sounds: Sounds;
}

export function nameIndex<T extends Named>(places: readonly T[]): NameIndex<T> {
  const folded = places.map(({ name }) => foldName(name));
  const english = places.map(({ name, nameEn }) =>
    foldEnglish(nameEn ?? (isHan(name) ? '' : name)),
  );
  const readings: string[] = [];
  const readingOf: number[] = [];
  const syllables: number[] = [];
  const from = [0];
  const sounds = new Sounds();
  places.forEach(({ name, pinyin }, place) => {
    if (!pinyin) return;
    const said = syllablesOf(folded[place], name, pinyin);
    sounds.learn(said);
    for (const texts of readingsOf(said)) {
      let at = 0;
      for (const text of texts) {
        syllables.push(at);
        at += text.length;
      }
      readings.push(texts.join(''));
      readingOf.push(place);
      from.push(syllables.length);
    }
  });
  return {
    places,
    folded,
    english,
    readings,
    readingOf: Uint32Array.from(readingOf),
    // A reading of more letters than a byte counts is no name anybody types to its end.
    syllables: Uint8Array.from(syllables, (at) => Math.min(at, 255)),
    from: Uint32Array.from(from),
    foldedBits: Int32Array.from(folded, charBits),
    englishBits: Int32Array.from(english, charBits),
    readingBits: Int32Array.from(readings, charBits),
    sounds,
  };
}

/** An English name as it is compared: lower case, no accents, one space between words. */
export function foldEnglish(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
