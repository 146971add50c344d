import type { FrozenView } from '../../data/embed/frozen-view.ts';
import type { Region } from '../../data/region/region.ts';
import { assess } from '../assess.ts';
import { Prepared } from '../prepared.ts';
import type { Query } from '../query.ts';
import { sitesOf } from '../sites.ts';
import { frozenFigures, type FrozenFigures } from './freeze.ts';

/** The question of a frozen view. */
export function queryOfView({ service, rule }: FrozenView): Query {
  return {
    service: service.key,
    minutes: rule.minutes,
    ...(rule.zones ? { zoneMinutes: rule.zones } : {}),
    profile: rule.profile,
    speed: rule.speed,
    startSeconds: rule.startSeconds,
    method: rule.method,
    detour: rule.detour,
    people: rule.people,
  };
}

/** A view's figures as they were frozen, and as they come out of this region now. */
export function figuresAgain(
  region: Region,
  view: FrozenView,
): { frozen: FrozenFigures; now: FrozenFigures } {
  const { figures, areas, others, outside } = view;
  const query = queryOfView(view);
  const answer = assess(new Prepared(region), sitesOf(region.facilities, query.service), query);
  return { frozen: { figures, areas, others, outside }, now: frozenFigures(answer, region.areas) };
}
