import type { AreaFigures } from '../core/coverage.ts';
import type { Area } from '../data/tables/area.ts';
import type { Assessment } from './assess.ts';
import type { ZonedFigures } from './zones.ts';

/** The numbers of an answer, as plain data small enough to be sent at every frame of a drag. */
export interface AnswerFigures {
  people: number;
  sites: number;
  bands: { minutes: number; covered: number; share: number }[];
  zoned: ZonedFigures | null;
  /** `within` is who is covered at the area's own limit: the last one, or that of its zone. */
  areas: {
    id: string;
    name: string;
    nameEn?: string;
    people: number;
    covered: number[];
    within: number;
  }[];
  outside: { people: number; covered: number[]; within: number };
  offNetwork: { sites: string[]; places: number; people: number };
  gapCount: number;
}

/** What an answer says in numbers; `areas` are those of its region. */
export function figuresOf(
  answer: Omit<Assessment, 'reach' | 'seedSite'>,
  areas: Area[],
): AnswerFigures {
  const { offNetwork, sites, query } = answer;
  const at = (figures: AreaFigures, zone: Area['zone']) => {
    const own = query.zoneMinutes?.[zone ?? 'urban'];
    const band = own === undefined ? query.minutes.length - 1 : query.minutes.indexOf(own);
    return { ...figures, within: figures.covered[band] };
  };
  return {
    people: answer.people,
    sites: sites.length,
    bands: answer.bands,
    zoned: answer.zoned,
    areas: areas.map(({ id, name, nameEn, zone }, k) => ({
      id,
      name,
      nameEn,
      ...at(answer.areas[k], zone),
    })),
    outside: at(answer.outside, undefined),
    offNetwork: { ...offNetwork, sites: offNetwork.sites.map((i) => sites[i].id) },
    gapCount: answer.gaps.length,
  };
}
