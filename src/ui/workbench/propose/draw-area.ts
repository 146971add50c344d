import type { Map } from 'maplibre-gl';
import { TerraDraw, TerraDrawPolygonMode, ValidateNotSelfIntersecting } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Polygons, Ring } from '../../../core/geo.ts';

/** Lets the planner draw one polygon on the map and hands it over; returns the undo. */
export function drawArea(
  map: Map,
  colour: string,
  drawn: (polygons: Polygons) => void,
): () => void {
  const hex = colour as `#${string}`;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
    modes: [
      new TerraDrawPolygonMode({
        validation: (feature, { updateType }) =>
          updateType === 'finish' || updateType === 'commit'
            ? ValidateNotSelfIntersecting(feature)
            : { valid: true },
        styles: { fillColor: hex, fillOpacity: 0.1, outlineColor: hex, outlineWidth: 2 },
      }),
    ],
  });
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    // The map may have gone with its region.
    if (map.style) draw.stop();
  };
  draw.start();
  draw.setMode('polygon');
  draw.on('finish', (id) => {
    const feature = draw.getSnapshotFeature(id);
    if (feature?.geometry.type !== 'Polygon') return;
    const rings = feature.geometry.coordinates as Ring[];
    // Its own layers go after it has finished telling.
    setTimeout(end);
    drawn([rings]);
  });
  return end;
}
