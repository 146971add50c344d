import { describe, expect, it } from 'vitest';
import { buildingsOf, misplaced, overlapping } from './laws.ts';
import { osm } from './read-back.ts';
import type { ReadNode } from './read-back.ts';

const buildings = buildingsOf(osm);

function areaOf(nodes: ReadNode[]): number {
  let twice = 0;
  for (let i = 1; i < nodes.length; i++)
    twice += nodes[i - 1].x * nodes[i].y - nodes[i].x * nodes[i - 1].y;
  return twice / 2;
}

describe('buildings of the sample city', () => {
  it('are 6,000 to 12,000, whole rings of sensible size', () => {
    expect(buildings.length).toBeGreaterThan(6000);
    expect(buildings.length).toBeLessThan(12_000);
    const odd = buildings.filter(({ nodes }) => {
      const area = areaOf(nodes);
      return nodes[0] !== nodes[nodes.length - 1] || area < 60 || area > 6000;
    });
    expect(odd).toEqual([]);
  });

  it('are towers, slabs, houses, halls, schools and hospitals with the storeys one expects', () => {
    const storeys = (kind: string) =>
      buildings
        .filter(({ tags }) => tags.building === kind)
        .map(({ tags }) => Number(tags['building:levels']));
    const most = (kind: string) => Math.max(...storeys(kind));
    expect(storeys('apartments').length).toBeGreaterThan(1000);
    expect(most('apartments')).toBe(33);
    expect(Math.min(...storeys('apartments'))).toBeGreaterThanOrEqual(4);
    expect(most('house')).toBeLessThanOrEqual(3);
    expect(most('industrial')).toBeLessThanOrEqual(2);
    expect(most('school')).toBeLessThanOrEqual(5);
    expect(storeys('hospital').length).toBeGreaterThan(4);
    expect(storeys('retail').length).toBeGreaterThan(100);
    expect(storeys('train_station').length).toBe(1);
  });

  it('show that a house on a street, in a pond or in another house would be seen', () => {
    const [street] = osm.ways.filter(({ tags }) => tags.highway === 'primary');
    const [pond] = osm.ways.filter(({ tags }) => tags.water === 'pond');
    const square = ({ x, y }: { x: number; y: number }, half: number, id: string) => {
      const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]]; // prettier-ignore
      const nodes = corners.map(([dx, dy], i) => ({
        id: `${id}${i}`,
        x: x + dx * half,
        y: y + dy * half,
        tags: {},
      }));
      return { nodes: [...nodes, nodes[0]], tags: { building: 'yes' } };
    };
    const middle = {
      x: pond.nodes.reduce((sum, { x }) => sum + x, 0) / pond.nodes.length,
      y: pond.nodes.reduce((sum, { y }) => sum + y, 0) / pond.nodes.length,
    };
    const far = { x: 50_000, y: 0 };
    const wrong = [square(street.nodes[1], 5, 's'), square(middle, 3, 'p')];
    const nested = [square(far, 20, 'o'), square(far, 3, 'i')];
    const town = { nodes: [], ways: [street, pond, ...wrong, ...nested] };
    expect(misplaced(town).length).toBe(2);
    expect(overlapping(town).length).toBe(1);
  });
});
