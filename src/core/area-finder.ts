import { bboxOf, inPolygons, type Polygons } from './geo.ts';

/**
 * Says which area a point (degrees) belongs to: the first that holds it, by its index; -1 for none.
 * @param areas each with a position at least.
 */
export function areaFinder(
  areas: readonly { polygons: Polygons }[],
): (lon: number, lat: number) => number {
  const shapes = areas.map(({ polygons }) => ({ polygons, box: bboxOf(polygons.flat(2))! }));
  return (lon, lat) =>
    shapes.findIndex(({ polygons, box: [west, south, east, north] }) => {
      const near = lon >= west && lon <= east && lat >= south && lat <= north;
      return near && inPolygons(polygons, lon, lat);
    });
}
