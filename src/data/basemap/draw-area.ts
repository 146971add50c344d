import { polygonsArea, type Ring } from '../../core/geo.ts';
import { labelPoint } from './label-point.ts';
import { landKind, NAMED_LAND } from './land-kinds.ts';
import type { TagOf } from '../osm/object-tags.ts';
import type { Pen } from './pen.ts';
import { drawPlace, drawStation } from './draw-point.ts';
import { drawnStreet } from './street-zooms.ts';
import { LABELLED_WATER, waterKind } from './water-kinds.ts';
import { zoomBySize } from './zoom-by-size.ts';

/** Pixels along the side of the smallest area that is shown. */
const SMALLEST = { land: 3, water: 2, building: 1.5 };
/** A name inside an area comes where the area is this wide, and at LABEL_ZOOM at the latest. */
const LABEL_PIXELS = 64;
const LABEL_ZOOM = 13;
const BUILDING_ZOOM = 13;
const MOST_LEVELS = 200;

export interface AreaKind {
  layer: 'land' | 'water' | 'building';
  kind: string;
}

/** What an area of these tags is drawn as; null where it is not drawn. @param area m². */
export function areaKind(get: TagOf, area: number): AreaKind | null {
  const building = get('building');
  if (building !== undefined && building !== 'no') {
    return get('location') === 'underground' ? null : { layer: 'building', kind: 'building' };
  }
  const water = waterKind(get, area);
  if (water) return { layer: 'water', kind: water };
  const land = landKind(get);
  if (land) return { layer: 'land', kind: land };
  const paved = get('area') === 'yes' && drawnStreet(get('highway'));
  return paved ? { layer: 'land', kind: 'pedestrian' } : null;
}

/** Draws the polygons of one object, and its name inside the largest of them. */
export function drawArea(pen: Pen, get: TagOf, polygons: Ring[][]): void {
  if (!polygons.length) return;
  const area = polygonsArea(polygons);
  const is = areaKind(get, area);
  const named = is?.layer === 'land' ? NAMED_LAND.has(is.kind) : is?.layer === 'water';
  const names = named ? pen.names(get) : {};
  for (const rings of is ? polygons : []) {
    const { layer, kind } = is!;
    const building = layer === 'building';
    const lat = rings[0][0][1];
    const from = building ? BUILDING_ZOOM : undefined;
    const minZoom = zoomBySize(polygonsArea([rings]), lat, SMALLEST[layer], from);
    const attributes = building ? { levels: levelsOf(get('building:levels')) } : { kind, ...names };
    pen.polygon(layer, minZoom, attributes, rings);
  }
  const labelled = is && named && (is.layer === 'land' || LABELLED_WATER.has(is.kind));
  if (!get('name') || !(labelled || get('place') || get('railway'))) return;
  const at = labelPoint(polygons.reduce((a, b) => (polygonsArea([b]) > polygonsArea([a]) ? b : a)));
  if (!at) return;
  if (labelled) {
    const minZoom = Math.min(LABEL_ZOOM, zoomBySize(area, at[1], LABEL_PIXELS));
    pen.point('label', minZoom, { kind: is.kind, ...names, area: Math.round(area) }, at);
  } else drawPlace(pen, get, at);
  drawStation(pen, get, at);
}

/** Storeys above ground; undefined where the tag is no sensible number. */
function levelsOf(text: string | undefined): number | undefined {
  const levels = Number(text?.trim() || NaN);
  return levels > 0 && levels <= MOST_LEVELS ? Math.round(levels * 2) / 2 : undefined;
}
