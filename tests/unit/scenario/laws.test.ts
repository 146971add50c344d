import { describe, expect, it } from 'vitest';
import { sitesOf } from '../../../src/engine/sites.ts';
import { answered, figures, law, siteAt, within } from './scenario-of.ts';

describe('laws of scenarios', () => {
  it('the empty scenario is the baseline, to the bit', () => {
    law((wanted) => {
      const { prepared, question, facilities } = wanted;
      const empty = answered({ prepared, question: { ...question, on: null } }, []);
      expect(empty.sites).toEqual(sitesOf(facilities, 'clinic'));
      empty.sites.forEach((site) => expect(facilities).toContain(site));
    }, 50);
  });

  it('an open site more never lowers coverage, nor anybody’s time', () => {
    let gained = 0;
    law((wanted) => {
      const { edits, spots } = wanted;
      const before = answered(wanted, edits);
      const after = answered(wanted, [...edits, { kind: 'add', facility: siteAt(spots[0]) }]);
      after.times.seconds.forEach((s, i) => expect(s).toBeLessThanOrEqual(before.times.seconds[i]));
      expect(within(after)).toBeGreaterThanOrEqual(within(before));
      gained += within(after) - within(before);
    });
    expect(gained).toBeGreaterThan(0);
  });

  it('closing never raises coverage, and opening again gives it back', () => {
    let lost = 0;
    law((wanted) => {
      const { facilities, question } = wanted;
      // A planned one would be open again on its day.
      const open = facilities.find(({ status }) => status === 'open');
      if (!open) return;
      const edit = (status: 'open' | 'closed') =>
        ({ kind: 'status', id: open.id, status }) as const;
      const before = answered({ ...wanted, question }, []);
      const after = answered(wanted, [edit('closed')]);
      expect(within(after)).toBeLessThanOrEqual(within(before));
      lost += within(before) - within(after);
      const again = answered(wanted, [edit('closed'), edit('open')]);
      expect(figures(wanted, again)).toEqual(figures(wanted, before));
      expect(again.times).toEqual(before.times);
    });
    expect(lost).toBeGreaterThan(0);
  });

  it('undone one by one, edits lead back through the same answers to the baseline', () => {
    law((wanted) => {
      const { edits, facilities } = wanted;
      const baseline = structuredClone(facilities);
      const steps = [...edits.keys(), edits.length];
      const forth = steps.map((k) => answered(wanted, edits.slice(0, k)));
      for (const k of steps.toReversed()) {
        const back = answered(wanted, edits.slice(0, k));
        expect(back.times).toEqual(forth[k].times);
        expect(figures(wanted, back)).toEqual(figures(wanted, forth[k]));
      }
      expect(facilities).toEqual(baseline);
    }, 60);
  });

  it('moving is closing and adding', () => {
    let moved = 0;
    law((wanted) => {
      const { facilities, spots } = wanted;
      const site = facilities.find(({ status }) => status === 'open');
      if (!site) return;
      const { id } = site;
      const [lon, lat] = spots[0];
      const one = answered(wanted, [{ kind: 'move', id, lon, lat }]);
      const two = answered(wanted, [
        { kind: 'status', id, status: 'closed' },
        { kind: 'add', facility: siteAt(spots[0]) },
      ]);
      expect(two.times.seconds).toEqual(one.times.seconds);
      expect(figures(wanted, two)).toEqual(figures(wanted, one));
      if (within(one) !== within(answered(wanted, []))) moved++;
    });
    expect(moved).toBeGreaterThan(3);
  });

  it('the order of edits of different facilities does not matter', () => {
    let several = 0;
    law((wanted) => {
      const seen = new Set<string>();
      const independent = wanted.edits.filter((edit) => {
        const id = edit.kind === 'add' ? edit.facility.id : edit.id;
        return !seen.has(id) && seen.add(id);
      });
      if (independent.length > 1) several++;
      const [one, two] = [independent, independent.toReversed()].map((edits) =>
        answered(wanted, edits),
      );
      expect(two.times.seconds).toEqual(one.times.seconds);
      expect(figures(wanted, two)).toEqual(figures(wanted, one));
    });
    expect(several).toBeGreaterThan(50);
  });

  it('people in gaps and people covered are everybody, in every scenario', () => {
    law((wanted) => {
      const answer = answered(wanted, wanted.edits);
      const inGaps = answer.gaps.reduce((sum, { people }) => sum + people, 0);
      expect(inGaps + within(answer)).toBe(answer.people);
    });
  });
});
