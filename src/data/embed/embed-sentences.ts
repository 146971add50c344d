import { caveatSentence } from '../export/caveats.ts';
import { PrintNumbers } from '../export/print-numbers.ts';
import { sentencesOf, type Said } from '../export/print-sentences.ts';
import { printWords } from '../export/print-words.ts';
import { sourcesSentence } from '../export/sources-sentence.ts';
import { capital, embedWords } from './embed-words.ts';
import type { FrozenView } from './frozen-view.ts';

/** A row of figures as text: what of, people, and their share of the denominator. */
export interface FigureRow {
  label: string;
  people: string;
  share: string;
}

/** Everything a frame has to say, in one language: text, to be escaped or set as textContent. */
export interface EmbedSentences {
  place: string;
  /** "15 分钟内能走到养老服务" */
  headline: string;
  /** Place and headline. */
  title: string;
  share: string;
  /** Who is counted: "60 岁及以上居民" */
  whose: string;
  /** "15 分钟" */
  limit: string;
  /** "31,204 / 43,765 位 60 岁及以上居民" */
  ofPeople: string;
  /** Minutes, speed, method, who is counted, how many facilities. */
  rule: string;
  caption: string | null;
  /** The mark of invented data; null where it is real. */
  invented: string | null;
  /** What is not as it is listed: scenario, day; null where nothing is. */
  changed: string | null;
  /** Head of the share column: of whom, with the denominator. */
  shareOf: string;
  /** People within each limit, the zones' own, beyond the last: the table of the bar. */
  rows: FigureRow[];
  /** By area, with its own people; those united and those in no area last. */
  areas: { name: string; people: string; covered: string; share: string }[];
  gaps: string;
  /** What the figures lack, a sentence each. */
  missing: string[];
  sources: string;
  /** 审图号, or 示意图. */
  approval: string;
  /** The copyright line of the streets, or the mark of invented ones. */
  credit: string;
  /** When it was frozen, and the beginning of its hash. */
  frozen: string;
}

/** What print-sentences.ts needs of a view. */
export function saidOf({ rule, figures }: FrozenView): Said {
  return {
    zones: rule.zones,
    profile: rule.profile,
    speed_mps: rule.speed,
    start_seconds: rule.startSeconds,
    method: rule.method,
    detour: rule.detour,
    people: rule.people,
    figures: {
      people: figures.people,
      bands: rule.minutes.map((minutes, k) => ({ minutes, covered: figures.covered[k] })),
      zoned: figures.zoned,
    },
  };
}

export function embedSentences(view: FrozenView, language: 'zh' | 'en'): EmbedSentences {
  const { region, service, figures } = view;
  const words = printWords(language);
  const own = embedWords(language);
  const numbers = new PrintNumbers(language);
  const said = sentencesOf(saidOf(view), service, language, words, numbers);
  const place = region.name[language];
  const [colon, semicolon] = language === 'zh' ? ['：', '；'] : [': ', '; '];
  const changed = [
    ...(view.scenario === null ? [] : [words.scenario(view.scenario)]),
    ...(view.on ? [words.onDay(view.on)] : []),
  ];
  const facilities = own.facilities(numbers.whole(figures.facilities), service[language]);
  return {
    place,
    headline: said.headline,
    title: `${place}${colon}${said.headline}`,
    share: said.share,
    whose: said.whose,
    limit: said.limit,
    ofPeople: said.ofPeople,
    rule: `${words.rule}${colon}${[said.rule, facilities].join(semicolon)}`,
    caption: view.caption,
    invented: region.invented ? words.invented : null,
    changed: changed.length ? changed.join(semicolon) : null,
    shareOf: own.shareOf(numbers.whole(figures.people), said.whose),
    rows: figureRows(view, language),
    areas: areaRows(view, language),
    gaps: figures.gaps
      ? own.gaps(numbers.whole(figures.gaps), numbers.whole(figures.gapPeople))
      : own.noGaps,
    missing: view.missing.map((code) => caveatSentence(code, figures.offNetwork, words, numbers)),
    sources: capital(
      sourcesSentence(region.dataDate, region.licence, region.sources, words, language),
    ),
    approval: view.approval ? words.approved(view.approval) : words.schematic,
    credit: region.invented ? words.inventedShort : words.osm,
    frozen: own.frozen(view.made, view.hash.slice(0, 12)),
  };
}

function figureRows({ rule, figures }: FrozenView, language: 'zh' | 'en'): FigureRow[] {
  const words = printWords(language);
  const own = embedWords(language);
  const numbers = new PrintNumbers(language);
  const row = (label: string, people: number): FigureRow => ({
    label,
    people: numbers.whole(people),
    share: numbers.share(people, figures.people),
  });
  const limit = (minutes: number) => words.minutes(numbers.plain(minutes));
  const last = rule.minutes.length - 1;
  return [
    ...rule.minutes.map((minutes, k) => row(own.withinLimit(limit(minutes)), figures.covered[k])),
    row(own.beyond(limit(rule.minutes[last])), figures.people - figures.covered[last]),
    ...(rule.zones && figures.zoned !== null
      ? [
          row(
            `${own.withinOwn}${language === 'zh' ? '：' : ': '}${words.byZone(numbers.plain(rule.zones.urban), numbers.plain(rule.zones.rural))}`,
            figures.zoned,
          ),
        ]
      : []),
  ];
}

function areaRows({ areas, others, outside }: FrozenView, language: 'zh' | 'en') {
  const words = printWords(language);
  const numbers = new PrintNumbers(language);
  const rows = areas.map(({ name, nameEn, ...figures }) => ({
    name: (language === 'en' && nameEn) || name,
    ...figures,
  }));
  if (others) rows.push({ name: words.others(numbers.whole(others.areas)), ...others });
  if (outside) rows.push({ name: words.outside, ...outside });
  return rows.map(({ name, people, covered }) => ({
    name,
    people: numbers.whole(people),
    covered: numbers.whole(covered),
    share: numbers.share(covered, people),
  }));
}
