import { profileOf } from '../../core/profile.ts';
import type { FrozenView } from './frozen-view.ts';

/** Limits that the page's own address can say. */
const MOST_MINUTES = 30;

/**
 * The address of the planner's page at `page` that asks a view's question: parameters as README
 * lists them. What the page takes for itself is left out; scenarios, days and columns of people
 * are not in an address.
 */
export function fullPageAddress(page: string, view: FrozenView, language: 'zh' | 'en'): string {
  const { rule, region, service } = view;
  const minutes = rule.minutes[rule.minutes.length - 1];
  const params = new URLSearchParams({ region: region.id, service: service.key });
  if (!rule.zones && Number.isInteger(minutes) && minutes <= MOST_MINUTES) {
    params.set('minutes', String(minutes));
  }
  params.set('profile', rule.profile);
  if (rule.speed !== profileOf(rule.profile)!.speed) params.set('speed', String(rule.speed));
  if (rule.method !== 'network') {
    params.set('method', rule.method);
    params.set('detour', String(rule.detour));
  }
  if (rule.minutes.length === 1) params.set('bands', '0');
  if (language !== 'zh') params.set('lang', language);
  const [place, after = ''] = page.split('#', 1)[0].split('?');
  const rest = new URLSearchParams(after);
  for (const [name, value] of params) rest.set(name, value);
  return `${place}?${rest}`;
}
