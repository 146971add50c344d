import { describe, expect, it } from 'vitest';
import { formatNearby, parseNearby } from '../../../src/state/nearby-settings.ts';
import { asksForNearby } from '../../../src/state/page-asked.ts';

const SERVICES = ['clinic', 'school'];

describe('which page an address asks for', () => {
  it.each([
    ['', false],
    ['?region=sample&service=clinic', false],
    ['?at=150.01000,38.00500,13.20', false],
    ['?at=-51.2,-30.05,11', false],
    ['?page=nearby', true],
    ['?page=planner', false],
    ['?mode=elder', true],
    ['?at=osm-w1732', true],
    ['?at=150,38', true],
  ])('%s: the resident’s %s', (search, nearby) => {
    expect(asksForNearby(search)).toBe(nearby);
  });
});

describe('the resident’s address', () => {
  const full =
    '?page=nearby&region=sample&service=clinic&at=osm-w1732&facility=f-001&profile=slow&mode=elder&lang=en&theme=dark';

  it('comes back as it was, defaults left out', () => {
    expect(formatNearby(parseNearby(full, SERVICES).settings)).toBe(full);
    expect(formatNearby(parseNearby('', SERVICES).settings)).toBe('?page=nearby');
  });

  it('lists what it does not understand, and goes on without it', () => {
    const odd = '?service=magic&profile=car&mode=big&lang=fr&region=../x&theme=pink';
    const { settings, refused } = parseNearby(odd, SERVICES);
    expect(refused).toEqual([
      ...['region=../x', 'service=magic', 'profile=car', 'mode=big', 'lang=fr', 'theme=pink'],
    ]);
    expect(settings).toEqual(parseNearby('', SERVICES).settings);
  });

  it('what was kept on the device stands where the address says nothing', () => {
    const kept = { mode: 'elder', pace: 'older', language: 'en' } as const;
    expect(parseNearby('?profile=slow', SERVICES, kept).settings).toMatchObject({
      mode: 'elder',
      pace: 'slow',
      language: 'en',
    });
  });
});
