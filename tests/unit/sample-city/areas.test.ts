import { describe, expect, it } from 'vitest';
import { Dice } from '../../../scripts/sample-city/random.ts';
import { areas, inRing, studyArea } from './read-back.ts';
import type { Ring } from './read-back.ts';

/** Square degrees: good for comparing, which is all we do. */
function sizeOf(ring: Ring): number {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++)
    twice += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  return twice / 2;
}

const edgeKey = (a: number[], b: number[]) => `${a.join()}>${b.join()}`;

describe('areas of the sample city', () => {
  it('are six streets and five towns, numbered and named in both languages', () => {
    expect(areas.map(({ properties }) => properties.id)).toEqual(
      Array.from({ length: 11 }, (_, i) => `sc-${String(i + 1).padStart(2, '0')}`),
    );
    const kinds = areas.map(
      ({ properties: { name, zone } }) => `${zone} ${name.match(/街道$|镇$/)}`,
    );
    expect(kinds.filter((kind) => kind === 'urban 街道').length).toBe(6);
    expect(kinds.filter((kind) => kind === 'rural 镇').length).toBe(5);
    expect(areas.every(({ properties }) => properties.name_en)).toBe(true);
  });

  it('tile the study area: every edge is shared with a neighbour or is the outline', () => {
    const edges = new Set<string>();
    for (const { ring } of [...areas, { ring: [...studyArea].reverse() }])
      for (let i = 0; i + 1 < ring.length; i++) edges.add(edgeKey(ring[i], ring[i + 1]));
    const alone = [...edges].filter((edge) => !edges.has(edge.split('>').reverse().join('>')));
    expect(alone).toEqual([]);
    const sum = areas.reduce((total, { ring }) => total + sizeOf(ring), 0);
    expect(sum / sizeOf(studyArea)).toBeCloseTo(1, 12);
  });

  it('hold any point of the study area exactly once', () => {
    const dice = new Dice(7);
    let inside = 0;
    for (let i = 0; i < 4000; i++) {
      const [lon, lat] = [dice.between(149.87, 150.13), dice.between(37.91, 38.09)];
      const held = areas.filter(({ ring }) => inRing(ring, lon, lat)).length;
      expect(held).toBe(inRing(studyArea, lon, lat) ? 1 : 0);
      inside += held;
    }
    expect(inside).toBeGreaterThan(1500);
  });
});
