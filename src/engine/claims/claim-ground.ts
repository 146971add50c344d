import type { Manifest } from '../../data/region/manifest.ts';
import type { Service } from '../../data/services.ts';
import { whoseOf } from '../../data/export/print-sentences.ts';
import { printWords } from '../../data/export/print-words.ts';
import { everybody, type Counted } from '../../core/coverage.ts';
import type { Text } from '../../data/fault.ts';
import type { Claim } from '../../data/claims.ts';
import { peopleOf } from '../assess.ts';
import type { Prepared } from '../prepared.ts';
import { peopleFieldOf } from '../question.ts';

/**
 * Of the people, estates and sites of a place so many may be others a year later: an assumption of
 * this project, printed wherever it is used, and editable.
 */
export const DRIFT = 0.02;

/** What claims are put to: a region, as far as it is known. */
export interface ClaimGround {
  prepared: Prepared;
  services: readonly Service[];
  about: Pick<Manifest, 'id' | 'name' | 'data_date' | 'invented'>;
  /** Share (0 … 1) that may be others after each year between claim and data; DRIFT unless given. */
  drift?: number;
}

/** Who counts, how many they are, and what they are called. */
export interface Whom {
  who: Counted;
  /** Population columns. */
  columns: string[];
  count: number;
  of: Text;
}

/** The people of a service; everybody where there is none, or no ages. */
export function whomOf({ prepared }: ClaimGround, service: Service | null): Whom {
  const { counted } = prepared.region.places;
  const { columns } = peopleFieldOf(prepared, service?.people ?? 'total');
  const who: Counted = { people: peopleOf(prepared, columns), counted };
  const of = { zh: whoseOf(columns, printWords('zh')), en: whoseOf(columns, printWords('en')) };
  return { who, columns, count: everybody(who), of };
}

/** Years between a claim and data of this date (ISO, or a year); 0 where the date is not known. */
export function yearsApart({ year }: Claim, date: string | null): number {
  return date ? Math.abs(Number(date.slice(0, 4)) - Number(year.slice(0, 4))) : 0;
}

/** Whether the claim speaks of the region, and of all of it or only of a city it is part of. */
export function placeOf(claim: Claim, about: ClaimGround['about']): 'here' | 'part' | 'elsewhere' {
  const named = claim.place.zh === about.name;
  if (!claim.regions.includes(about.id) && !named) return 'elsewhere';
  return claim.regions.length > 1 ? 'part' : 'here';
}
