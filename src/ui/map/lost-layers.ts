import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palettes.ts';
import { SOURCE } from './sources.ts';

/** A ring for the people a wheelchair loses: what fills it, and how wide the ring is. */
export interface LostRing {
  fill: string;
  rim: string;
  width: number;
}

/** Those lost to barriers are full discs with a heavy rim, those lost to pace open rings: told without colour. */
export function lostRings(p: Palette): Record<'barriers' | 'pace', LostRing> {
  return {
    barriers: { fill: p.gap, rim: p.ink, width: 2 },
    pace: { fill: p.halo, rim: p.gap, width: 1.5 },
  };
}

/** Places that an older walker reaches and a wheelchair does not; barriers over pace. */
export function lostLayers(p: Palette): LayerSpecification[] {
  const { barriers, pace } = lostRings(p);
  const by = <T extends string | number>(pick: (ring: LostRing) => T): ExpressionSpecification => [
    'case',
    ['==', ['get', 'to'], 'barriers'],
    pick(barriers),
    pick(pace),
  ];
  return [
    {
      id: 'lost',
      type: 'circle',
      source: SOURCE.lost,
      layout: { 'circle-sort-key': ['case', ['==', ['get', 'to'], 'barriers'], 1, 0] },
      paint: {
        'circle-color': by(({ fill }) => fill),
        'circle-stroke-color': by(({ rim }) => rim),
        'circle-stroke-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          9,
          ['*', 0.2, by(({ width }) => width)],
          11.5,
          ['*', 0.5, by(({ width }) => width)],
          14,
          by(({ width }) => width),
        ],
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 0.7, 11.5, 1.6, 14, 3.5, 17, 6],
      },
    },
  ];
}
