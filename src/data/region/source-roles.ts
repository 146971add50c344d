/** What a source of a region is a source of. */
export const SOURCE_ROLES = [
  'osm',
  'population',
  'census',
  'elevation',
  'facilities',
  'areas',
  'study_area',
] as const;
export type SourceRole = (typeof SOURCE_ROLES)[number];
