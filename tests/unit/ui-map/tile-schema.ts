const NAMES = { name: String, name_en: String };
const WATERS = ['lake', 'river', 'reservoir', 'pond', 'sea'];
const LAND = [
  ...['farm', 'wood', 'park', 'grass', 'residential', 'industrial', 'commercial', 'school'],
  ...['hospital', 'sand', 'wetland', 'cemetery', 'pitch', 'railway'],
];

/** The tiles' layers, their attributes, and the words of those that have a few. */
export const SCHEMA: Record<string, Record<string, unknown>> = {
  land: { kind: LAND, ...NAMES },
  water: { kind: WATERS, ...NAMES },
  waterway: { kind: ['river', 'canal', 'stream'], ...NAMES },
  building: { levels: Number },
  street: {
    class: [
      ...['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'unclassified', 'residential'],
      ...['living_street', 'road', 'service', 'pedestrian', 'track', 'cycleway', 'bridleway'],
      ...['footway', 'path', 'steps', 'corridor', 'crossing', 'platform'],
    ],
    link: Boolean,
    bridge: Boolean,
    tunnel: Boolean,
    oneway: Boolean,
    access: ['private'],
    ...NAMES,
  },
  rail: { kind: ['rail', 'subway', 'light_rail', 'tram'], service: Boolean },
  boundary: { level: Number },
  place: {
    kind: ['city', 'town', 'suburb', 'quarter', 'neighbourhood', 'village', 'hamlet'],
    population: Number,
    ...NAMES,
  },
  label: { kind: [...LAND, ...WATERS], area: Number, ...NAMES },
  station: { ...NAMES },
};
