import type { LayerSpecification } from 'maplibre-gl';
import { byZoom } from './by-zoom.ts';
import { TILES } from './ground.ts';
import type { Palette } from './palettes.ts';

const level = ['get', 'level'] as ['get', string];

/**
 * Administrative boundaries by level, provinces (4) to towns and wards (8, 9). The tiles have no
 * national ones, and this filter would not draw them either.
 */
export function adminLayers(p: Palette): LayerSpecification[] {
  return [
    line('admin-minor', ['all', ['>', level, 6], ['<=', level, 9]], 11, [2, 2], 0.8, 0.7),
    line('admin-middle', ['all', ['>', level, 4], ['<=', level, 6]], 8, [5, 2, 1, 2], 1.1, 0.8),
    line('admin-major', ['==', level, 4], 8, [7, 2, 1, 2, 1, 2], 1.6, 0.9),
  ];

  function line(
    id: string,
    filter: LayerSpecification extends infer L
      ? L extends { filter?: infer F }
        ? F
        : never
      : never,
    minzoom: number,
    dashes: number[],
    width: number,
    opacity: number,
  ): LayerSpecification {
    return {
      id,
      type: 'line',
      source: TILES,
      'source-layer': 'boundary',
      minzoom,
      filter,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': p.admin,
        'line-width': byZoom(8, width * 0.7, 15, width * 1.4),
        'line-dasharray': dashes,
        'line-opacity': opacity,
      },
    };
  }
}
