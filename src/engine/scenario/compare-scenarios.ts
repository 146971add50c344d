import { coverageDifference, type CoverageDifference } from '../../core/coverage-difference.ts';
import type { PeopleField } from '../../data/tables/people-field.ts';
import { limitSeconds, tally, timesTo } from '../assess.ts';
import { CURVE_MINUTES } from '../curve.ts';
import { figuresOf, type AnswerFigures } from '../figures.ts';
import { pointsGeoJson } from '../map-data.ts';
import type { Prepared } from '../prepared.ts';
import { horizonSeconds } from '../query.ts';
import type { Resolved } from '../question.ts';
import type { Edit } from './scenario.ts';

/** One side of a comparison: its own figures. */
export interface Side extends AnswerFigures {
  /** Edits that changed nothing, see ignoredEdits. */
  ignored: Edit[];
}

/** Two scenarios set against each other, in people inside the study area. */
export interface Comparison extends CoverageDifference {
  /** Who is counted. */
  peopleField: PeopleField;
  /** The limit people are held to, in minutes; null where each zone has its own. */
  minutes: number | null;
  sides: { before: Side; after: Side };
  areas: ({ id: string; name: string; nameEn?: string } & CoverageDifference)[];
  /** People in no area: with the areas they add up to the whole. */
  outside: CoverageDifference;
  /** How many populated places gain or lose. */
  places: number;
}

/** A comparison, and where it is seen. */
export interface Compared {
  comparison: Comparison;
  /** The places that gain or lose, with `change` (gained or lost), `people`, and `before` and `after` in minutes (null beyond 30). */
  geoJson: string;
}

/**
 * Sets the answers of one question to two scenarios against each other; they differ in nothing but
 * the facilities.
 */
export function compareScenarios(prepared: Prepared, before: Resolved, after: Resolved): Compared {
  const { places, areas } = prepared.region;
  const { query, peopleField } = before;
  // Beyond the limit too, so that whoever loses is told how far it would be.
  const horizon = Math.max(horizonSeconds(query), CURVE_MINUTES * 60);
  const [one, two] = [before, after].map(({ sites, ignored }) => {
    const { times, offSites } = timesTo(prepared, sites, query, horizon);
    const answer = tally(prepared, query, sites, offSites, times);
    const side: Side = { ...figuresOf(answer, areas), ignored };
    return { side, seconds: times.seconds, who: answer.who };
  });
  const { who } = one;
  const limit = limitSeconds(prepared, query);
  const difference = coverageDifference(
    one.seconds,
    two.seconds,
    who,
    limit,
    places.area,
    areas.length,
  );
  const minutes = (seconds: number) => (seconds < Infinity ? seconds / 60 : null);
  return {
    comparison: {
      ...difference.all,
      peopleField,
      minutes: query.zoneMinutes ? null : query.minutes[query.minutes.length - 1],
      sides: { before: one.side, after: two.side },
      areas: areas.map(({ id, name, nameEn }, k) => ({
        id,
        name,
        nameEn,
        ...difference.areas[k],
      })),
      outside: difference.outside,
      places: difference.changed.length,
    },
    geoJson: pointsGeoJson(
      prepared,
      difference.changed.map((place) => {
        const [was, is] = [one.seconds[place], two.seconds[place]];
        // The limit lies between the two, so nearer is within it now.
        const change = is < was ? 'gained' : 'lost';
        const people = who.people[place];
        return {
          place,
          properties: { change, people, before: minutes(was), after: minutes(is) },
        };
      }),
    ),
  };
}
