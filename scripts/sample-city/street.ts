import type { Point } from './point.ts';

/** Chinese and English. */
export type Name = [string, string];

/** One street before it is woven into the others. */
export interface Street {
  line: Point[];
  highway: string;
  name?: Name;
  /** More OSM tags: access, bridge, service … */
  tags?: Record<string, string>;
  /** A loose end shorter than this many metres is an overshoot and is cut off after weaving. */
  tail?: number;
}
