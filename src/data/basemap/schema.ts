/** The layers of a basemap tile, in the order they are written. */
export const LAYERS = [
  'land',
  'water',
  'waterway',
  'building',
  'street',
  'rail',
  'boundary',
  'place',
  'label',
  'station',
] as const;

export type Layer = (typeof LAYERS)[number];

export const MIN_ZOOM = 8;
export const MAX_ZOOM = 15;

type FieldType = 'String' | 'Number' | 'Boolean';

const NAMES = { name: 'String', name_en: 'String' } as const;
const KIND = { kind: 'String' } as const;

/** Attributes of each layer, as TileJSON's `vector_layers` names them; described in data/README.md. */
export const FIELDS: Record<Layer, Record<string, FieldType>> = {
  land: { ...KIND, ...NAMES },
  water: { ...KIND, ...NAMES },
  waterway: { ...KIND, ...NAMES },
  building: { levels: 'Number' },
  street: {
    class: 'String',
    link: 'Boolean',
    bridge: 'Boolean',
    tunnel: 'Boolean',
    oneway: 'Boolean',
    access: 'String',
    ...NAMES,
  },
  rail: { ...KIND, service: 'Boolean', tunnel: 'Boolean' },
  boundary: { level: 'Number' },
  place: { ...KIND, ...NAMES, population: 'Number' },
  label: { ...KIND, ...NAMES, area: 'Number' },
  station: { ...KIND, ...NAMES },
};
