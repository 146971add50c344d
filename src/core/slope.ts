/**
 * Steepest slope the walking function is asked about, rise over run. Tobler's data end well before
 * 27°, and a street that seems steeper is the elevation model's mistake (a cutting, a retaining
 * wall, a bridge nobody tagged): clamped, no piece of street costs more than 5.8 times the flat.
 */
export const STEEPEST = 0.5;

/** Share by which the best slope lies below the flat, and how fast speed falls off beside it. */
const BEST = 0.05;
const FALL = 3.5;

/**
 * Seconds to walk a metre at slope `s` (rise over run, uphill positive) per second on the flat, after
 * Tobler's hiking function W = 6·exp(−3.5·|s + 0.05|) km/h, divided by its speed on the flat so that
 * it suits any walker's own speed: exp(3.5·(|s + 0.05| − 0.05)).
 * Worked: 0 → 1; +10 % → exp(0.35) = 1.4191; −5 % → exp(−0.175) = 0.8395; −10 % → 1.
 * Source: W. Tobler, Three Presentations on Geographical Analysis and Modeling, NCGIA 93-1, 1993.
 */
export function slopeFactor(s: number): number {
  const slope = Math.max(-STEEPEST, Math.min(STEEPEST, s));
  return Math.exp(FALL * (Math.abs(slope + BEST) - BEST));
}

/** A gradient in whole percent, upwards: what is over a limit stays over it. At most 255. */
export function wholePercent(percent: number): number {
  // A slope of 8 % comes out of a division as 8.000000000000002.
  return Math.min(255, Math.ceil(percent - 1e-6));
}
