import { describe, expect, it } from 'vitest';
import { contrast } from '../../../src/ui/map/colour-mix.ts';
import { palette } from '../../../src/ui/map/colours.ts';
import { evidenceDiscs, evidenceLayers } from '../../../src/ui/map/evidence-layers.ts';
import type { Theme } from '../../../src/ui/map/palettes.ts';

describe.each<Theme>(['light', 'dark', 'contrast'])('places by evidence in %s', (theme) => {
  const p = palette(theme);
  const [unknown, sparse, fair, good] = evidenceDiscs(p);

  it('are told by shape: a sparse place is hollow with a heavy rim, a good one is full', () => {
    expect(contrast(sparse.rim, sparse.fill)).toBeGreaterThan(7);
    expect(sparse.width).toBeGreaterThan(1.5 * fair.width);
    expect(contrast(good.fill, sparse.fill)).toBeGreaterThan(4.5);
    expect(contrast(fair.fill, sparse.fill)).toBeGreaterThan(2);
    expect(unknown.width).toBeLessThan(fair.width);
  });

  it('are drawn each as the legend shows it', () => {
    const [layer] = evidenceLayers(p);
    const paint = layer.paint as Record<string, unknown[]>;
    const of = (name: string) => paint[name].slice(2);
    expect(of('circle-color')).toEqual([
      ...[1, sparse.fill, 2, fair.fill, 3, good.fill],
      unknown.fill,
    ]);
    expect(of('circle-stroke-width')).toEqual([
      ...[1, sparse.width, 2, fair.width, 3, good.width],
      unknown.width,
    ]);
  });
});
