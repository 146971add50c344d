import type { Polygons } from '../../../core/geo.ts';
import type { SitingModel } from '../../../core/siting/problem.ts';
import type { Text } from '../../../data/fault.ts';
import { plainNumber } from '../../../data/tables/plain-number.ts';
import type { CandidateRow } from '../../../data/tables/read-candidates.ts';
import type { SiteRequest } from '../../../engine/siting/propose.ts';
import { readCorners } from './corners.ts';

/** What the form holds, as it was typed. */
export interface Typed {
  model: SitingModel;
  k: string;
  percent: string;
  source: 'places' | 'estates' | 'list';
  list: CandidateRow[] | null;
  /** Id of an area; '' for anywhere, DRAWN for the corners. */
  area: string;
  corners: string;
  metres: string;
  budget: string;
  price: string;
  limited: boolean;
  capacity: string;
}

/** The choice of an area of one's own; no id of an area has a blank in it. */
export const DRAWN = 'drawn area';

export type TypedField =
  'k' | 'percent' | 'list' | 'corners' | 'metres' | 'budget' | 'price' | 'capacity';

/** What is wrong, at which field. */
export type Mistakes = Partial<Record<TypedField, Text>>;

/** More sites than this are not proven by anybody. */
const MOST_SITES = 1000;

/** The request that is typed, or every mistake in it. */
export function typedRequest(
  typed: Typed,
  areas: readonly { id: string; polygons: Polygons }[],
): { request: SiteRequest } | { mistakes: Mistakes } {
  const mistakes: Mistakes = {};
  const number = (
    field: Exclude<TypedField, 'list' | 'corners'>,
    valid: (value: number) => boolean,
    expected: Text,
    empty: number | null | undefined = undefined,
  ): number | null => {
    const cell = typed[field].trim();
    if (!cell && empty !== undefined) return empty;
    const value = plainNumber(cell);
    if (valid(value)) return value;
    mistakes[field] = {
      zh: `${cell ? `“${cell}”不行` : '这里还空着'}：应为${expected.zh}。`,
      en: `${cell ? `"${cell}" will not do` : 'This is still empty'}: expected ${expected.en}.`,
    };
    return null;
  };
  const notNegative: Text = { zh: '不小于 0 的数', en: 'a number, 0 or more' };
  const budget = number('budget', (b) => b >= 0 && b < Infinity, notNegative, null);
  const fewest = typed.model === 'lscp';
  const k = fewest
    ? null
    : number(
        'k',
        (n) => Number.isInteger(n) && n >= 1 && n <= MOST_SITES,
        { zh: `从 1 到 ${MOST_SITES} 的整数`, en: `a whole number from 1 to ${MOST_SITES}` },
        // With a budget alone as many are chosen as it pays for.
        budget === null ? undefined : null,
      );
  const percent = fewest
    ? number('percent', (p) => p > 0 && p <= 100, {
        zh: '大于 0、不超过 100 的数',
        en: 'a number above 0 and at most 100',
      })
    : 100;
  const minMetres = number('metres', (m) => m >= 0 && m <= 1e6, notNegative, 0);
  const price =
    budget === null ? null : number('price', (p) => p >= 0 && p < Infinity, notNegative);
  const capacity = typed.limited
    ? number(
        'capacity',
        (c) => c > 0 && c < Infinity,
        { zh: '大于 0 的数', en: 'a number above 0' },
        null,
      )
    : null;
  if (typed.source === 'list' && !typed.list?.length) {
    mistakes.list = {
      zh: '请选一个 CSV 文件，其中至少有一行候选点（id, lon, lat）。',
      en: 'Choose a CSV file with at least one row of candidates (id, lon, lat).',
    };
  }
  let within = areas.find(({ id }) => id === typed.area)?.polygons ?? null;
  if (typed.area === DRAWN) {
    const read = readCorners(typed.corners);
    if (Array.isArray(read)) within = read;
    else mistakes.corners = read;
  }
  if (Object.keys(mistakes).length) return { mistakes };
  return {
    request: {
      model: typed.model,
      method: 'exact',
      k,
      candidates:
        typed.source === 'list' ? { kind: 'list', list: typed.list! } : { kind: typed.source },
      within,
      minMetres: minMetres!,
      share: percent! / 100,
      budget: budget === null ? null : { most: budget, price: price! },
      capacities: typed.limited ? { capacity: capacity ?? undefined } : null,
    },
  };
}
