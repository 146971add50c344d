import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palettes.ts';
import { SOURCE } from './sources.ts';

/** Whether places are shaded by how much street is mapped around them. */
export const BY_EVIDENCE: ExpressionSpecification = ['global-state', 'evidence'];

/** A disc for a place by its evidence: colours of its ground and its rim, and the rim's width. */
export interface EvidenceDisc {
  fill: string;
  rim: string;
  width: number;
}

/**
 * Unknown, sparse, fair, good. Told by shape and not by colour, which belongs to the minutes: the
 * less is known the hollower, with the heaviest rim where streets are sparse.
 */
export function evidenceDiscs(
  p: Palette,
): [EvidenceDisc, EvidenceDisc, EvidenceDisc, EvidenceDisc] {
  return [
    { fill: p.halo, rim: p.closed, width: 1 },
    { fill: p.halo, rim: p.ink, width: 3 },
    { fill: p.closed, rim: p.ink, width: 1.5 },
    { fill: p.quietInk, rim: p.halo, width: 1 },
  ];
}

/** Populated places by evidence: size by people; sparse ones on top. */
export function evidenceLayers(p: Palette): LayerSpecification[] {
  const discs = evidenceDiscs(p);
  const by = <T extends string | number>(
    pick: (disc: EvidenceDisc) => T,
  ): ExpressionSpecification => [
    'match',
    ['get', 'evidence'],
    1,
    pick(discs[1]),
    2,
    pick(discs[2]),
    3,
    pick(discs[3]),
    pick(discs[0]),
  ];
  const size = (factor: number, least: number, most: number): ExpressionSpecification => [
    'min',
    most,
    ['max', least, ['*', factor, ['sqrt', ['get', 'people']]]],
  ];
  return [
    {
      id: 'place-evidence',
      type: 'circle',
      source: SOURCE.places,
      filter: BY_EVIDENCE,
      layout: { 'circle-sort-key': ['-', 0, ['get', 'evidence']] },
      paint: {
        'circle-color': by(({ fill }) => fill),
        'circle-stroke-color': by(({ rim }) => rim),
        'circle-stroke-width': by(({ width }) => width),
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['zoom'],
          11,
          size(0.09, 2, 5),
          15,
          size(0.3, 3, 14),
        ],
      },
    },
  ];
}
