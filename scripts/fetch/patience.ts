/** How long a server is borne with. */
export interface Patience {
  /** Attempts in a row that may bring nothing. */
  tries: number;
  /** Seconds without a byte after which a connection is given up. */
  stallSeconds: number;
  /** The wait after the first failure; each next one is twice as long, up to the most. */
  firstWaitSeconds: number;
  mostWaitSeconds: number;
}

export const PATIENCE: Patience = {
  tries: 6,
  stallSeconds: 30,
  firstWaitSeconds: 1,
  mostWaitSeconds: 120,
};

/**
 * Seconds to wait after the n-th failure in a row (from 1): doubling, and a random half of it off so
 * that many clients of a server that comes back do not come at once.
 * @param random from 0 to 1.
 */
export function waitSeconds(patience: Patience, failures: number, random: number): number {
  const { firstWaitSeconds, mostWaitSeconds } = patience;
  const whole = Math.min(mostWaitSeconds, firstWaitSeconds * 2 ** (failures - 1));
  return whole * (1 - random / 2);
}

/**
 * Seconds that a Retry-After header asks for: a number of seconds, or a date (RFC 9110, 10.2.3).
 * @param now ms since 1970.
 * @returns null where there is none or it cannot be read; never negative.
 */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}
