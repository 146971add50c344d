import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../src/core/profile.ts';
import { assess } from '../../../src/engine/assess.ts';
import { stepFree } from '../../../src/engine/step-free.ts';
import { law, wildAsked } from './region-of.ts';

describe('what a wheelchair loses against an older walker', () => {
  it('adds up: older − lost + gained = wheelchair; lost = to barriers + to pace', () => {
    let lost = 0;
    law(
      ({ prepared, sites, query }) => {
        const chair = {
          ...query,
          zoneMinutes: undefined,
          profile: 'wheelchair' as const,
          method: 'network' as const,
        };
        const answer = assess(prepared, sites, { ...chair, speed: 0.65 });
        const free = stepFree(prepared, answer)!;
        const { speed } = profileOf('older')!;
        const older = assess(prepared, sites, { ...chair, profile: 'older', speed });
        expect(free.older).toBe(older.bands.at(-1)!.covered);
        expect(free.older - free.lost + free.gained).toBe(answer.bands.at(-1)!.covered);
        expect(free.lostToBarriers + free.lostToPace).toBe(free.lost);
        const people = free.places.map(({ place }) => answer.who.people[place]);
        expect(people.reduce((sum, each) => sum + each, 0)).toBe(free.lost);
        lost += free.lost;
      },
      150,
      wildAsked,
    );
    expect(lost).toBeGreaterThan(0);
  });

  it('is no question for anybody else, nor for circles', () => {
    law(({ prepared, sites, query }) => {
      if (query.profile === 'wheelchair' && query.method === 'network') return;
      expect(stepFree(prepared, assess(prepared, sites, query))).toBeNull();
    }, 50);
  });
});
