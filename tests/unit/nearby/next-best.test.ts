import { expect, it } from 'vitest';
import type { NearSite } from '../../../src/engine/nearby/nearest-list.ts';
import { nextBest } from '../../../src/ui/nearby/next-best.ts';

const site = (id: string, steps: boolean, uphillSeconds: number, note?: string): NearSite => ({
  facility: { id, service: 'clinic', name: id, lon: 0, lat: 0, status: 'open', note },
  seconds: 1500,
  metres: 1500,
  way: { steps, uphillSeconds },
});
const told = (list: NearSite[]) =>
  nextBest(list).map(({ why, site }) => `${why} ${site.facility.id}`);

it('names the next place without steps, with less uphill, and one that comes', () => {
  const list = [
    site('a', true, 200),
    site('b', true, 90),
    site('c', false, 150, '可上门助浴'),
    site('d', false, 0, '可送餐'),
  ];
  expect(told(list)).toEqual(['no-steps c', 'less-uphill b', 'comes c']);
});

it('offers nothing where the nearest way has neither, and nobody comes', () => {
  expect(told([site('a', false, 59), site('b', false, 0)])).toEqual([]);
  // Beyond the first dozen nobody has looked at the way.
  expect(told([site('a', true, 0), { ...site('b', false, 0), way: null }])).toEqual([]);
});

it('names the nearest itself where that one comes', () => {
  expect(told([site('a', false, 0, 'They deliver before noon')])).toEqual(['comes a']);
});
