import type { Text } from '../data/fault.ts';

/** How far the share of one answer hangs on the speed, in words to stand beside it. */
export interface Interval {
  /** The question as JSON, and people covered: it may be said of no other answer. */
  question: string;
  covered: number;
  text: Text;
}
