/** Fraction of the golden section: multiples of it, modulo 1, lie evenly whatever their number. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Shares out `total` whole people by weight: the largest remainders are rounded up (Hare–Niemeyer),
 * so the shares add up to the person and none is off by one or more. Equal remainders are common
 * (spots on a lattice); of those the winners are strewn evenly over the list rather than taken from
 * its beginning, so give it in an order in which neighbours are neighbours.
 * @param weights above or equal to 0, not all of them 0.
 */
export function apportion(total: number, weights: ArrayLike<number>): Float64Array {
  const n = weights.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += weights[i];
  if (!(sum > 0)) throw new Error('apportion: no weight');
  const shares = new Float64Array(n);
  const remainders = new Float64Array(n);
  let left = total;
  for (let i = 0; i < n; i++) {
    const quota = (total * weights[i]) / sum;
    shares[i] = Math.floor(quota);
    remainders[i] = quota - shares[i];
    left -= shares[i];
  }
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => remainders[b] - remainders[a] || ((a * GOLDEN) % 1) - ((b * GOLDEN) % 1) || a - b,
  );
  // Rounding in the quotas can leave one too few to give, hardly ever one too many.
  for (let k = 0; left > 0; k++, left--) shares[order[k % n]]++;
  for (let k = n - 1; left < 0; k = (k || n) - 1) {
    if (shares[order[k]] === 0) continue;
    shares[order[k]]--;
    left++;
  }
  return shares;
}

/**
 * Draws `some` of the people in `counts` evenly along the list: the running total of their share is
 * rounded, and each takes its rise. Whole numbers, none above its count, exactly `some` together, and
 * a tenth of every ten neighbours where a tenth is drawn – largest remainders would take them all
 * from the large counts.
 * @param counts whole numbers; together at least `some`.
 */
export function drawEvenly(some: number, counts: ArrayLike<number>): Float64Array {
  let all = 0;
  for (let i = 0; i < counts.length; i++) all += counts[i];
  const drawn = new Float64Array(counts.length);
  if (some <= 0) return drawn;
  const share = some / all;
  let [run, given] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    run += counts[i];
    const due = run === all ? some : Math.min(some, Math.floor(run * share + 0.5));
    drawn[i] = due - given;
    given = due;
  }
  return drawn;
}
