import type { Claim, Meaning, Testable } from '../../../data/claims.ts';
import type { Verdict } from '../../../core/claims.ts';
import { placeOf, type ClaimGround } from '../../../engine/claims/claim-ground.ts';
import type { ClaimResult } from '../../../engine/claims/claim-result.ts';
import type { SiteBound } from '../../../engine/claims/reach-bound.ts';
import type { Session } from '../../../state/session.svelte.ts';

/** What the list of claims shows; kept while other tabs are open. Empty means all. */
export class ClaimsDesk {
  /** `here`, or the Chinese name of a place. */
  place = $state('here');
  /** Key of a service; `-` for matters that are none of ours. */
  service = $state('');
  meaning: Meaning | '' = $state('');
  verdict: Verdict | '' = $state('');
  testable: Testable | '' = $state('');
  /** Bounds that were computed, by id of the claim; of the region they were computed for. */
  sharp: Record<string, SiteBound> = $state.raw({});
  sharpOf: unknown = null;
}

const desks = new WeakMap<Session, ClaimsDesk>();

/** The desk of a session, the same each time. */
export function claimsDesk(session: Session): ClaimsDesk {
  const desk = desks.get(session) ?? new ClaimsDesk();
  desks.set(session, desk);
  return desk;
}

/** Whether the desk shows a claim; its verdict apart, which may not be known yet. */
export function wanted(desk: ClaimsDesk, claim: Claim, about: ClaimGround['about']): boolean {
  const { place, service, meaning, testable } = desk;
  if (place === 'here' && placeOf(claim, about) === 'elsewhere') return false;
  if (place && place !== 'here' && claim.place.zh !== place) return false;
  if (service === '-' && claim.services.length) return false;
  if (service && service !== '-' && !claim.services.includes(service)) return false;
  return (!meaning || claim.meaning === meaning) && (!testable || claim.testable === testable);
}

/** How many of each verdict. */
export function tally(results: ClaimResult[]): Record<Verdict, number> {
  const counts = { agrees: 0, differs: 0, cannot_tell: 0 };
  for (const { verdict } of results) counts[verdict]++;
  return counts;
}
