import { decodeFrozen } from '../../data/embed/frozen-code.ts';
import { publicationFaults } from '../../data/embed/publication-faults.ts';
import { assess } from '../assess.ts';
import type { Outcome, RegionView } from '../engine.ts';
import { fetchRegion } from '../fetch-region.ts';
import type { Band } from '../isochrone-bands.ts';
import { outcomeOf } from '../outcome.ts';
import { bandsOf } from '../picture.ts';
import { Prepared } from '../prepared.ts';
import { rankGaps, type RankedGap } from '../rank-gaps.ts';
import { openOn } from '../scenario/scenario.ts';
import { sitesOf } from '../sites.ts';
import { queryOfView } from './figures-again.ts';

/** What is drawn of a frozen view: its question, asked of the region as it is now. */
export interface LiveAnswer {
  view: RegionView;
  /** Widest first. */
  bands: Band[];
  gaps: RankedGap[];
}

/** Which view, and the folder (with a slash at its end) and name of the region to ask. */
export interface LiveQuestion {
  base: string;
  region: string;
  frozen: string;
}

/** As many as a map can number. */
const MOST_GAPS = 99;

/** Fetches the region and asks the view's question again, for the picture alone: the figures stay as they were frozen. */
export function answerLive({
  base,
  region: id,
  frozen,
}: LiveQuestion): Promise<Outcome<LiveAnswer>> {
  return outcomeOf(async () => {
    const view = decodeFrozen(frozen);
    const { region, manifest } = await fetchRegion(base, id);
    const missing = view.rule.people.filter((field) => !(field in region.places.fields));
    if (missing.length) throw publicationFaults.differs(id, missing);
    const facilities = view.on === null ? region.facilities : openOn(region.facilities, view.on);
    const prepared = new Prepared(region);
    const query = queryOfView(view);
    const answer = assess(prepared, sitesOf(facilities, query.service), query);
    return {
      view: { manifest, facilities, areas: region.areas },
      bands: bandsOf(prepared, answer),
      gaps: rankGaps(prepared, answer, MOST_GAPS),
    };
  });
}
