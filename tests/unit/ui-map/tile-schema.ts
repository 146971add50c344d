import { FIELDS } from '../../../src/data/basemap/schema.ts';

const WATERS = ['lake', 'river', 'reservoir', 'pond', 'sea'];
const LAND = [
  ...['farm', 'wood', 'park', 'grass', 'residential', 'industrial', 'commercial', 'school'],
  ...['hospital', 'sand', 'wetland', 'cemetery', 'pitch', 'railway', 'pedestrian'],
];

/** The words of attributes that have a few. */
const WORDS: Record<string, Record<string, string[]>> = {
  land: { kind: LAND },
  water: { kind: WATERS },
  waterway: { kind: ['river', 'canal', 'stream'] },
  street: {
    class: [
      ...['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'unclassified', 'residential'],
      ...['living_street', 'road', 'service', 'pedestrian', 'track', 'cycleway', 'bridleway'],
      ...['footway', 'path', 'steps', 'corridor', 'crossing', 'platform'],
    ],
    access: ['private'],
  },
  rail: { kind: ['rail', 'subway', 'light_rail', 'tram'] },
  place: { kind: ['city', 'town', 'suburb', 'quarter', 'neighbourhood', 'village', 'hamlet'] },
  label: { kind: [...LAND, ...WATERS] },
};

/** The tiles' layers and their attributes: a list of words, or the type. */
export const SCHEMA: Record<string, Record<string, unknown>> = Object.fromEntries(
  Object.entries(FIELDS).map(([layer, fields]) => [layer, { ...fields, ...WORDS[layer] }]),
);
