import type { Manifest } from '../region/manifest.ts';
import type { Service } from '../services.ts';
import { caveatSentence, caveatsOf } from './caveats.ts';
import { escapeXml } from './escape-xml.ts';
import { methodCode } from './method-code.ts';
import type { MethodBlock } from './method.ts';
import { PrintNumbers } from './print-numbers.ts';
import { sentencesOf } from './print-sentences.ts';
import { printWords, type PrintWords } from './print-words.ts';
import { REPORT_CSS } from './report-css.ts';
import { sourcesSentence } from './sources-sentence.ts';

/** One kind of edit, and the names of what it was done to. */
interface EditNames {
  kind: 'add' | 'move' | 'status' | 'capacity' | 'opened';
  names: string[];
}

interface AreaRow {
  name: string;
  people: number;
  covered: number;
}

/** What a report says, as data. */
export interface ReportData {
  language: 'zh' | 'en';
  method: MethodBlock;
  service: Service;
  manifest: Manifest;
  /** True where everybody is counted for want of ages. */
  fallback: boolean;
  /** The map as SVG; it is put in as it is, its texts escaped already. */
  map: string;
  /** All gaps, most people first. */
  gaps: { rank: number; people: number; nearest: { name: string; minutes: number } | null }[];
  areas: AreaRow[];
  outside: Omit<AreaRow, 'name'>;
  /** Against the facilities as listed; null where nothing is changed. */
  difference: {
    before: number;
    after: number;
    gained: number;
    lost: number;
    edits: EditNames[];
  } | null;
}

/** What a page has room for beside the rest. */
const GAPS_LISTED = 8;
const AREAS_LISTED = 10;
const NAMES_LISTED = 4;
/** A longer name would take a second line of its table. Characters. */
const LONGEST_NAME = 28;
/** A longer method block would not leave the page its text. Characters. */
const LONGEST_CODE = 2600;

/**
 * How high a map 900 units wide may be beside the rest of a report, legend left off: the page's 279 mm
 * less its other lines, each a little under 5 mm; the map is 186 mm wide.
 */
export function reportMapHeight(
  bands: number,
  gaps: number,
  areas: number,
  changed: boolean,
): number {
  const left = bands + Math.min(gaps, GAPS_LISTED) + 4;
  const right = Math.min(areas, AREAS_LISTED + 1) + 3;
  const room = 279 - 65 - (changed ? 12 : 0) - Math.max(left, right) * 4.95;
  return Math.round(Math.min(720, Math.max(300, (room / 186) * 900 - 66)));
}

/**
 * The report: one A4 page of HTML with its own style and nothing to load, so that the page's print
 * dialogue, a browser without one, and anybody who opens the file get the same.
 */
export function reportHtml(data: ReportData): string {
  const { language, method, service, manifest, difference } = data;
  const words = printWords(language);
  const numbers = new PrintNumbers(language);
  const said = sentencesOf(method, service, language, words, numbers);
  const name = (language === 'en' && manifest.name_en) || manifest.name;
  const title = `${name} · ${said.headline}`;
  const code = methodCode(method);
  const printed = code.length > LONGEST_CODE ? words.tooLong : words.again + code;
  const parts = [
    `<header><p class="quiet">${escapeXml(words.product)} · ${escapeXml(words.report)}</p>${manifest.invented ? `<p class="mark">${escapeXml(words.invented)}</p>` : ''}<p class="quiet date">${escapeXml(words.made(method.made))}</p></header>`,
    `<h1>${escapeXml(name)}${language === 'zh' ? '：' : ': '}${escapeXml(said.headline)}</h1>`,
    `<div class="answer"><p class="share">${escapeXml(said.share)}</p><div><p class="of">${escapeXml(said.ofPeople)}</p><p class="quiet">${escapeXml(words.rule)}${language === 'zh' ? '：' : ': '}${escapeXml([said.rule, words.sites(numbers.whole(method.figures.facilities)), ...(method.on ? [words.onDay(method.on)] : [])].join(language === 'zh' ? '；' : '; '))}</p></div></div>`,
    difference ? differenceHtml(difference, method, words, numbers, language) : '',
    `<figure>${data.map}</figure>`,
    `<div class="columns"><div>${bandsHtml(method, said.whose, words, numbers)}${gapsHtml(data, words, numbers)}</div><div>${areasHtml(data, words, numbers)}</div></div>`,
    `<footer><p><b>${escapeXml(words.sources)}</b> ${escapeXml(sourcesText(manifest, words, language))}</p><p><b>${escapeXml(words.caveats)}</b> ${escapeXml(caveats(data, words, numbers).join(language === 'zh' ? '' : ' '))}</p><p class="code">${escapeXml(printed)}</p></footer>`,
  ];
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeXml(title)}</title><style>${REPORT_CSS}</style></head><body><main>
${parts.filter(Boolean).join('\n')}
</main></body></html>
`;
}

const clipped = (name: string) =>
  [...name].length > LONGEST_NAME ? `${[...name].slice(0, LONGEST_NAME - 1).join('')}…` : name;

const cells = (tag: 'td' | 'th', texts: string[]) =>
  texts.map((text) => `<${tag}>${escapeXml(text)}</${tag}>`).join('');

function table(caption: string, head: string[], rows: string[][], kind = ''): string {
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('');
  return `<table class="${kind}"><caption>${escapeXml(caption)}</caption><thead><tr>${cells('th', head)}</tr></thead><tbody>${body}</tbody></table>`;
}

function bandsHtml(
  { figures }: MethodBlock,
  whose: string,
  words: PrintWords,
  numbers: PrintNumbers,
): string {
  const rows = figures.bands.map(({ minutes, covered }) => [
    words.minutes(numbers.plain(minutes)),
    numbers.whole(covered),
    numbers.share(covered, figures.people),
  ]);
  return table(
    whose,
    [words.limits, words.people, words.ofWhom(numbers.whole(figures.people))],
    rows,
  );
}

function gapsHtml({ gaps, method }: ReportData, words: PrintWords, numbers: PrintNumbers): string {
  const { figures } = method;
  const all = words.gapsOf(numbers.whole(figures.gaps), numbers.whole(figures.gap_people));
  const more = gaps.length > GAPS_LISTED ? words.listed(String(GAPS_LISTED)) : '';
  const rows = gaps
    .slice(0, GAPS_LISTED)
    .map(({ rank, people, nearest }) => [
      String(rank),
      numbers.whole(people),
      nearest ? clipped(nearest.name) : words.nowhere,
      nearest ? numbers.minutes(nearest.minutes) : '–',
    ]);
  return table(
    `${words.gaps} · ${all}${more}`,
    [words.rank, words.people, words.nearest, words.minute],
    rows,
    'named',
  );
}

/** Lowest share first; what does not fit is added up, so that the column sums to everybody. */
function areasHtml(data: ReportData, words: PrintWords, numbers: PrintNumbers): string {
  const { areas, outside } = data;
  const share = ({ covered, people }: Omit<AreaRow, 'name'>) =>
    people ? covered / people : Infinity;
  const sorted = areas.toSorted((a, b) => share(a) - share(b) || b.people - a.people);
  // One alone is no remainder.
  const listed = sorted.length > AREAS_LISTED + 1 ? AREAS_LISTED : sorted.length;
  const shown = sorted.slice(0, listed);
  const rest = sorted.slice(listed);
  const sum = (key: 'people' | 'covered') => rest.reduce((all, area) => all + area[key], 0);
  if (rest.length) {
    const name = words.others(String(rest.length));
    shown.push({ name, people: sum('people'), covered: sum('covered') });
  }
  if (outside.people) shown.push({ name: words.outside, ...outside });
  const rows = shown.map(({ name, people, covered }) => [
    clipped(name),
    numbers.whole(people),
    numbers.whole(covered),
    numbers.share(covered, people),
  ]);
  return areas.length
    ? table(words.areas, [words.area, words.people, words.reached, words.share], rows)
    : '';
}

function differenceHtml(
  difference: NonNullable<ReportData['difference']>,
  { scenario, on }: MethodBlock,
  words: PrintWords,
  numbers: PrintNumbers,
  language: 'zh' | 'en',
): string {
  const { before, after, gained, lost, edits } = difference;
  const [colon, comma, stop] = language === 'zh' ? ['：', '、', '；'] : [': ', ', ', '; '];
  const done = edits.map(({ kind, names }) => {
    const more = names.length > NAMES_LISTED ? words.andMore(String(names.length)) : '';
    const first = names.slice(0, NAMES_LISTED).map(clipped).join(comma);
    return `${words[`edit_${kind}`]}${colon}${first}${more && (language === 'zh' ? '' : ' ')}${more}`;
  });
  const [b, a, g, l] = [before, after, gained, lost].map(numbers.whole);
  const head = scenario ? words.scenario(scenario.name) : words.onDay(on!);
  return `<section class="scenario"><p><b>${escapeXml(head)}</b> ${escapeXml(words.difference(b, a, g, l))}</p>${done.length ? `<p class="quiet">${escapeXml(done.join(stop))}</p>` : ''}</section>`;
}

function sourcesText(manifest: Manifest, words: PrintWords, language: 'zh' | 'en'): string {
  const { data_date: date, licence, sources, population_rule: population } = manifest;
  return sourcesSentence(date?.slice(0, 10) ?? null, licence, sources, words, language, [
    population?.[language] ?? '',
  ]);
}

function caveats(data: ReportData, words: PrintWords, numbers: PrintNumbers): string[] {
  const { method, manifest, fallback } = data;
  const offNetwork = method.figures.off_network_people;
  return (
    caveatsOf({ method: method.method, offNetwork, fallback }, manifest)
      // How people came to their places stands among the sources, at length.
      .filter((caveat) => caveat !== 'spread')
      .map((caveat) => caveatSentence(caveat, offNetwork, words, numbers))
  );
}
