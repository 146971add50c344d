/** What can be exported as a table with places on the map. */
export const LAYERS = ['areas', 'gaps', 'places', 'facilities', 'bands'] as const;
export type LayerName = (typeof LAYERS)[number];

/** How. */
export const FILE_FORMATS = ['geojson', 'csv', 'xlsx', 'fgb'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
