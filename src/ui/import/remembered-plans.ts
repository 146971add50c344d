import type { RememberedPlans } from './import-room.svelte.ts';

const KEY = 'huimin import mappings';
const MOST = 50;

/** Mappings by column names in the browser's own storage; where there is none, nothing is remembered. */
export const rememberedPlans: RememberedPlans = {
  recall(hash) {
    const [, plan] = all().find(([key]) => key === hash) ?? [];
    return plan ?? null;
  },
  keep(hash, plan) {
    const rest = all().filter(([key]) => key !== hash);
    try {
      localStorage.setItem(KEY, JSON.stringify([[hash, plan], ...rest].slice(0, MOST)));
    } catch {
      // Full, or not allowed: the columns are guessed again next time.
    }
  },
};

type Kept = [hash: string, plan: NonNullable<ReturnType<RememberedPlans['recall']>>][];

function all(): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]') as unknown;
    return Array.isArray(kept)
      ? (kept as Kept).filter(([, plan]) => isPairs(plan.mapping) && isPairs(plan.categories))
      : [];
  } catch {
    return [];
  }
}

const isPairs = (value: unknown) =>
  Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2);
