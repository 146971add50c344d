/**
 * Characters of place names that are read in more than one way. A dictionary says which one holds in
 * a word (重庆 is chong qing); a stranger types the other one.
 */
const SEVERAL = new Map(
  (
    '重 chong zhong,长 chang zhang,乐 le yue,行 xing hang,朝 chao zhao,厦 xia sha,大 da dai,' +
    '单 dan shan,会 hui kuai,角 jiao jue,六 liu lu,蚌 bang beng,堡 bao bu pu,铺 pu bu,泊 bo po,' +
    '宿 su xiu,盛 sheng cheng,藏 zang cang,柏 bai bo,尉 wei yu,校 xiao jiao,参 shen can,番 pan fan,' +
    '陆 lu liu,洞 dong tong,阿 a e,圩 wei xu,巷 xiang hang,区 qu ou,都 du dou,弄 long nong,' +
    '露 lu lou,曾 zeng ceng,解 jie xie,车 che ju,传 chuan zhuan,省 sheng xing,' +
    '调 tiao diao,度 du duo,汤 tang shang,谷 gu yu,种 zhong chong,' +
    '那 na nuo,仇 qiu chou,荥 xing ying,莘 xin shen,浒 hu xu'
  )
    .split(',')
    .map((entry) => entry.split(' '))
    .map(([char, ...ways]) => [char, ways.map(foldSyllable)] as const),
);

/** Readings by another reading of one character that are kept of a name. */
const MOST_OTHERS = 4;
const HAN = /\p{Script=Han}/u;

export const isHan = (char: string) => HAN.test(char);

/** Letters of a syllable as they are compared: ü is typed as ü, v or u, and no syllable has a v of its own. */
export function foldSyllable(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/v/g, 'u')
    .replace(/[^a-z0-9]/g, '');
}

/** There are four hundred syllables and tens of thousands of names. */
const SYLLABLES = new Map<string, string>();
function syllable(text: string): string {
  let folded = SYLLABLES.get(text);
  if (folded === undefined) SYLLABLES.set(text, (folded = foldSyllable(text)));
  return folded;
}

/** A name's syllables beside the character each stands for; '' for what is not Chinese. */
export interface Syllables {
  texts: string[];
  chars: string[];
}

/**
 * The syllables of a name, and of what foldName makes of it, of which the pinyin is known ("yu shu li"). Where the two do not go together
 * character by character, the syllables alone.
 */
export function syllablesOf(folded: string, name: string, pinyin: string): Syllables {
  const said = pinyin.split(' ').map(syllable).filter(Boolean);
  const all = [...folded];
  const han = all.filter(isHan);
  if (han.length === all.length && han.length === said.length) return { texts: said, chars: han };
  const texts: string[] = [];
  const chars: string[] = [];
  // What is not Chinese is written the same in both.
  const strange = new Set((name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).flatMap(unlikeHan));
  let next = 0;
  for (const text of said) {
    texts.push(text);
    chars.push(strange.has(text) ? '' : (han[next++] ?? ''));
  }
  return next === han.length ? { texts, chars } : { texts, chars: texts.map(() => '') };
}

const unlikeHan = (run: string) => run.split(/\p{Script=Han}+/u).map(foldSyllable);

/** Every way to read a name: as it is said, then with one character of several readings read otherwise. */
export function readingsOf({ texts, chars }: Syllables): string[][] {
  const ways = [texts];
  for (let k = 0; k < texts.length && ways.length <= MOST_OTHERS; k++) {
    for (const other of SEVERAL.get(chars[k]) ?? []) {
      if (other !== texts[k]) ways.push(texts.toSpliced(k, 1, other));
    }
  }
  return ways;
}

/** How characters are read in a region, learnt from the names it has. */
export class Sounds {
  readonly #ways = new Map<string, string[]>();

  learn({ texts, chars }: Syllables): void {
    for (let k = 0; k < chars.length; k++) {
      if (!chars[k]) continue;
      const ways = this.#ways.get(chars[k]);
      if (!ways) this.#ways.set(chars[k], [texts[k]]);
      else if (!ways.includes(texts[k])) ways.push(texts[k]);
    }
  }

  /** Ways to read a folded text, letters for characters; none where no name told one of its characters. */
  read(folded: string): string[] {
    let ways = [''];
    for (const char of folded) {
      const sounds = isHan(char) ? this.#ways.get(char) : [foldSyllable(char)];
      if (!sounds) return [];
      ways = ways.flatMap((way) => sounds.map((sound) => way + sound)).slice(0, 8);
    }
    return ways;
  }
}
