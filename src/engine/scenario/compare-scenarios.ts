import type { AnswerFigures } from '../figures.ts';
import type { PeopleField } from '../../data/tables/people-field.ts';
import type { Edit } from './scenario.ts';

/** One side of a comparison. */
export interface Side extends AnswerFigures {
  /** People within the limit, each held to the limit of their own zone where zones have one. */
  within: number;
  /** Edits that changed nothing, see ignoredEdits. */
  ignored: Edit[];
}

/** People of an area, or of no area, within the limit on both sides; after − before = gained − lost. */
export interface AreaDifference {
  people: number;
  before: number;
  after: number;
  gained: number;
  lost: number;
}

/** Two scenarios set against each other, in people inside the study area. */
export interface Comparison extends AreaDifference {
  peopleField: PeopleField;
  /** The limit people are held to, in minutes; null where each zone has its own. */
  minutes: number | null;
  sides: { before: Side; after: Side };
  areas: ({ id: string; name: string; nameEn?: string } & AreaDifference)[];
  outside: AreaDifference;
}
