import type { Limit, Standard } from '../data/standards.ts';
import type { MetresBy } from '../engine/standards.ts';
import type { Session } from './session.svelte.ts';

/** What a service is held to: a standard of the list, a limit of one's own, or nothing. */
export interface StandardChoice {
  /** Key of a standard; `own` for the limit below; null for none. */
  standard: string | null;
  /** Which of the standard's limits. */
  nth: number;
  own: Limit;
  /** A population field; null for the service's own people. */
  people: string | null;
}

/** What is chosen in the See tab; kept while other tabs are open. */
export class SeeDesk {
  /** Sections that are open, by name. */
  open: Record<string, boolean> = $state({});
  /** Services looked at together; null before anybody chooses. */
  services: string[] | null = $state.raw(null);
  /** The population field all of them are counted by. */
  people = $state('total');
  /** By service; what is not there is held to its own standard. */
  standards: Record<string, StandardChoice> = $state.raw({});
  /** Percent of the people who must be within a standard's limit. */
  wantedPercent = $state(100);
  metresBy: MetresBy = $state('streets');
}

const desks = new WeakMap<Session, SeeDesk>();

/** The desk of a session, the same each time. */
export function seeDesk(session: Session): SeeDesk {
  const desk = desks.get(session) ?? new SeeDesk();
  desks.set(session, desk);
  return desk;
}

/** The choice as it stands before anybody changes it. */
export function standardChoice(own: Standard | null, minutes: number): StandardChoice {
  const limit: Limit = { unit: 'minutes', urban: minutes, rural: minutes };
  return { standard: own?.key ?? null, nth: 0, own: own?.limits[0] ?? limit, people: null };
}

/** The limit a choice comes to; null where there is no standard, or it gives no figure. */
export function chosenLimit(choice: StandardChoice, standards: Standard[]): Limit | null {
  if (choice.standard === 'own') return choice.own;
  const standard = standards.find(({ key }) => key === choice.standard);
  return standard?.limits[choice.nth] ?? standard?.limits[0] ?? null;
}
