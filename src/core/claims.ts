/** All values from low to high, both included. */
export interface Interval {
  low: number;
  high: number;
}

/** What a published figure comes to beside a computed one. */
export type Verdict = 'agrees' | 'differs' | 'cannot_tell';

/** How a published figure was made whole: the nearest, what was cut off, or the next above. */
export type Rounding = 'nearest' | 'down' | 'up';

/** Sums and quotients of doubles are not exact; nothing here hangs on less than this. */
const EXACT = 1e-9;

export const exactly = (value: number): Interval => ({ low: value, high: value });

/**
 * The shares (0 … 1) that are published as this many percent with so many decimals. Worked: 80 →
 * 0.795 … 0.805; 91.4 with one decimal → 0.9135 … 0.9145. Both ends are in, since half may go either
 * way. 100 % by the nearest is 0.995 … 1, and no share leaves 0 … 1.
 */
export function publishedShare(
  percent: number,
  decimals = 0,
  rounding: Rounding = 'nearest',
): Interval {
  const step = 10 ** -decimals;
  const [below, above] = { nearest: [0.5, 0.5], down: [0, 1], up: [1, 0] }[rounding];
  return {
    low: Math.max(0, (percent - below * step) / 100),
    high: Math.min(1, (percent + above * step) / 100),
  };
}

/**
 * The wholes of which `part` is this share, not rounded. Worked: 78,420 at 31 % → 248,952.4 …
 * 257,114.8, that is 248,952 to 257,115 to the nearest person. `high` is Infinity where the share may
 * be nothing.
 */
export function impliedWhole(part: number, share: Interval): Interval {
  return { low: part / share.high, high: share.low > 0 ? part / share.low : Infinity };
}

/**
 * The whole numbers of things of which `part` is this share: first and last, or null where there is
 * none. Worked: 151 at 80 % → 188 and 189 (151 ÷ 187 = 80.75 %, 151 ÷ 190 = 79.47 %).
 */
export function impliedTotals(part: number, share: Interval): Interval | null {
  const { low, high } = impliedWhole(part, share);
  const totals = { low: Math.ceil(low * (1 - EXACT)), high: Math.floor(high * (1 + EXACT)) };
  return totals.low <= totals.high ? totals : null;
}

export const meet = (a: Interval, b: Interval): boolean => {
  const slack = EXACT * Math.max(1, Math.abs(a.low), Math.abs(b.low));
  return a.low <= b.high + slack && b.low <= a.high + slack;
};

/** The least interval that holds both. */
export const span = (a: Interval, b: Interval): Interval => ({
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
});

/**
 * A published figure beside a computed one. `own` is what is computed by the rule as it stands, `may`
 * all that it may be at other speeds and with data of another year.
 *
 * - agrees: what is computed is what was published, as far as its rounding tells;
 * - differs: nothing that it may be is;
 * - cannot_tell: it is not, and might be.
 *
 * So a wider `may` turns `differs` into `cannot_tell` and nothing into `agrees`: no doubt of ours
 * makes a claim right.
 */
export function judge(published: Interval, own: Interval, may: Interval): Verdict {
  if (meet(published, own)) return 'agrees';
  return meet(published, span(own, may)) ? 'cannot_tell' : 'differs';
}

/**
 * What a share (0 … 1) may be when up to `changed` (0 … 1) of the people are others by now: those who
 * went may all have been within reach and those who came beyond it, or the other way round. Worked:
 * 0.8 with 0.06 → 0.74 … 0.86.
 */
export function shareOfOthers({ low, high }: Interval, changed: number): Interval {
  return { low: Math.max(0, low - changed), high: Math.min(1, high + changed) };
}

/** What a number of people may be when up to `changed` (0 … 1) of them came or went. */
export function peopleThen({ low, high }: Interval, changed: number): Interval {
  const part = Math.min(1, Math.max(0, changed));
  return { low: low * (1 - part), high: high * (1 + part) };
}
