import { judge, span, type Interval, type Verdict } from '../../core/claims.ts';
import type { Claim, Meaning } from '../../data/claims.ts';
import type { Text } from '../../data/fault.ts';

/** How many of what a figure is of. */
export interface Denominator {
  count: number;
  of: Text;
}

/** What a recipe has found; `concluded` makes a verdict of it. */
export interface Found {
  /** The published figure as a share (0 … 1) or a number, and what it may be rounded from. */
  published: { value: number; range: Interval } | null;
  unit: 'share' | 'number';
  /** By the rule as it stands; null where nothing could be computed. */
  computed: number | null;
  own: Interval | null;
  /** All that it may be; null where nothing is known. */
  may: Interval | null;
  denominator: Denominator | null;
  /** Of when the data is, ISO or a year. */
  dataDate: string | null;
  /** The arithmetic, line by line. */
  steps: Text[];
  /** What is not there and forbids a verdict, unless it differs whatever that would be. */
  missing: Text | null;
  /** A bound on any n sites is still worth computing. */
  sharper?: boolean;
}

/** A claim beside what was computed. */
export interface ClaimResult {
  id: string;
  meaning: Meaning;
  unit: 'share' | 'number';
  published: number | null;
  computed: number | null;
  low: number | null;
  high: number | null;
  verdict: Verdict;
  /** What a verdict would take; null where there is one. */
  missing: Text | null;
  denominator: Denominator | null;
  dataDate: string | null;
  steps: Text[];
  sharper: boolean;
}

export const NOTHING: Found = {
  published: null,
  unit: 'number',
  computed: null,
  own: null,
  may: null,
  denominator: null,
  dataDate: null,
  steps: [],
  missing: null,
};

/** What several recipes lack. */
export const NO_LIST: Text = {
  zh: '设施清单（含位置）',
  en: 'the list of sites, with their places',
};
export const SHORT_LIST: Text = {
  zh: '完整的设施清单：这里的比报道说的少，或来自 OpenStreetMap',
  en: 'the whole list of sites: this one is shorter than the report’s, or OpenStreetMap’s',
};

/** The verdict on what was found. None without a published figure, a denominator and a data date. */
export function concluded(claim: Claim, found: Found): ClaimResult {
  const { published, own, may, denominator, dataDate } = found;
  const all = own && may ? span(own, may) : (may ?? own);
  const forbids = !published
    ? (found.missing ?? NO_FIGURE)
    : !denominator?.count
      ? (found.missing ?? NO_WHOLE)
      : !dataDate
        ? UNDATED
        : null;
  let verdict: Verdict = 'cannot_tell';
  if (!forbids && published && all) {
    verdict = own && !found.missing ? judge(published.range, own, all) : 'cannot_tell';
    // Without a list, and whatever it would hold: a bound is enough to say no.
    if (found.missing && judge(published.range, all, all) === 'differs') verdict = 'differs';
  }
  const missing = verdict === 'cannot_tell' ? (forbids ?? found.missing ?? betweenOf(claim)) : null;
  return {
    id: claim.id,
    meaning: claim.meaning,
    unit: found.unit,
    published: published?.value ?? null,
    computed: found.computed,
    low: finite(all?.low),
    high: finite(all?.high),
    verdict,
    missing,
    denominator,
    dataDate,
    steps: found.steps,
    sharper: verdict === 'cannot_tell' && !!found.sharper && !forbids,
  };
}

/** Infinity is no JSON: an open end is null. */
const finite = (value: number | undefined) =>
  value !== undefined && Number.isFinite(value) ? value : null;

const UNDATED: Text = {
  zh: '数据的日期：没有日期就没有结论',
  en: 'the date of the data: no verdict without one',
};
const NO_FIGURE: Text = {
  zh: '公布的比例：报道没有给出',
  en: 'the published share: the report gives none',
};
const NO_WHOLE: Text = {
  zh: '分母：没有总数就没有比例',
  en: 'the denominator: no share without a whole',
};

/** The published figure lies within the interval: what would make it narrower. */
const betweenOf = ({ recipe, year }: Claim): Text =>
  recipe?.kind === 'reach'
    ? {
        zh: `步速与 ${year.slice(0, 4)} 年的数据：公布的数落在可能的区间之内`,
        en: `the pace that was meant, and data of ${year.slice(0, 4)}: the published figure lies within what it may be`,
      }
    : {
        zh: `${year.slice(0, 4)} 年的数据：公布的数落在可能的区间之内`,
        en: `data of ${year.slice(0, 4)}: the published figure lies within what it may be`,
      };
