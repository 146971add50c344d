/** What the build tells the script in the page: addresses relative to it. */
export interface FirstFiles {
  /** What each page begins with, but for what the page itself names. */
  planner: string[];
  nearby: string[];
  /** The resident's worker. */
  worker: string;
}
