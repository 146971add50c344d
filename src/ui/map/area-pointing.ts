import type { Map, MapMouseEvent } from 'maplibre-gl';
import { inPolygons } from '../../core/geo.ts';
import type { Area } from '../../data/tables/area.ts';

/** Calls back with the area a click lies in, whatever else is there; null outside of all. Returns the undo. */
export function pointAtAreas(map: Map, areas: Area[], at: (id: string | null) => void): () => void {
  const click = ({ lngLat: { lng, lat } }: MapMouseEvent) =>
    at(areas.find(({ polygons }) => inPolygons(polygons, lng, lat))?.id ?? null);
  map.on('click', click);
  return () => void map.off('click', click);
}
