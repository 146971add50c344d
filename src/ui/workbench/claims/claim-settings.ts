import { hasZones } from '../../../engine/zones.ts';
import type { Claim } from '../../../data/claims.ts';
import type { Session } from '../../../state/session.svelte.ts';
import type { Settings } from '../../../state/settings.ts';

/** The widest limit that the page can be set to. Minutes. */
const WIDEST = 30;

type Asked = Pick<Settings, 'service' | 'minutes' | 'profile' | 'speed' | 'method'>;

/**
 * The page's settings by which a claim is computed, at its widest limit; null where no service of the
 * page is asked about, or a limit that the page has not.
 */
export function settingsFor(
  { recipe, services }: Pick<Claim, 'recipe' | 'services'>,
  { services: known, view }: Pick<Session, 'services' | 'view'>,
): Asked | null {
  const [service] = services;
  if (!recipe || recipe.kind === 'enrolled' || !known.some(({ key }) => key === service))
    return null;
  const plain: Asked = { service, minutes: null, profile: null, speed: null, method: 'network' };
  if (recipe.kind !== 'reach') return plain;
  const profile = recipe.profile ?? null;
  if (recipe.zones && view && hasZones(view)) return { ...plain, profile };
  const minutes = Math.max(...recipe.minutes);
  return Number.isInteger(minutes) && minutes <= WIDEST ? { ...plain, minutes, profile } : null;
}
