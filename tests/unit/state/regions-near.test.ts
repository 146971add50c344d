import { expect, it } from 'vitest';
import { regionsNear } from '../../../src/state/regions-near.ts';

const region = (id: string, bbox?: unknown) => ({ id, name: id, invented: false, bbox });

it('puts the region one is in first, then the nearest edge, and last those that say nothing', () => {
  const list = [
    region('says-nothing'),
    region('spoilt', [1, 2, 'x', 4]),
    region('far', [116, 39, 117, 40]),
    region('near', [117.5, 28, 117.8, 28.5]),
    region('here', [117, 28, 117.4, 28.6]),
  ];
  const ids = regionsNear(list, [117.2, 28.3]).map(({ id }) => id);
  expect(ids).toEqual(['here', 'near', 'far', 'says-nothing', 'spoilt']);
});
