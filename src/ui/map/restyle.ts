import type { LayerSpecification, Map, StyleSpecification } from 'maplibre-gl';

/**
 * Turns the map's look into another theme's or language's in place: only paint and layout differ
 * (see mapStyle), so sources keep their data and what is equal is not touched.
 */
export function restyle(map: Map, style: StyleSpecification): void {
  for (const layer of style.layers) {
    for (const [name, value] of properties(layer.paint)) {
      map.setPaintProperty(layer.id, name, value);
    }
    for (const [name, value] of properties(layer.layout)) {
      map.setLayoutProperty(layer.id, name, value);
    }
  }
}

/** MapLibre types each property by its layer; here they are whatever the style says. */
function properties(values: LayerSpecification['paint'] | LayerSpecification['layout']) {
  return Object.entries(values ?? {}) as [never, never][];
}
