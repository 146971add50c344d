import { describe, expect, it } from 'vitest';
import type { Facility } from '../../../src/data/tables/facility.ts';
import {
  applyEdits,
  ignoredEdits,
  openOn,
  openingDates,
  type Edit,
} from '../../../src/engine/scenario/scenario.ts';
import { siteAt } from './scenario-of.ts';

const list: Facility[] = [
  { ...siteAt([0, 0], 'A'), entrances: [[0, 0.001]], capacity: 40 },
  { ...siteAt([1, 0], 'B'), status: 'planned', opened: '2027-03' },
  { ...siteAt([2, 0], 'C'), status: 'building', opened: '2026-12-01' },
  { ...siteAt([3, 0], 'D'), status: 'planned' },
  { ...siteAt([4, 0], 'E'), status: 'closed', opened: '2019' },
  { ...siteAt([5, 0], 'F'), service: 'school', status: 'planned', opened: '2026-10' },
  { ...siteAt([6, 0], 'G'), status: 'planned', opened: '2027' },
];

describe('a list of edits', () => {
  it('without edits is the very same list', () => {
    expect(applyEdits(list, [])).toBe(list);
    expect(ignoredEdits(list, [])).toEqual([]);
  });

  it('changes what it names in its place, puts additions behind, and leaves the baseline alone', () => {
    const before = structuredClone(list);
    const added = siteAt([9, 9], 'new');
    const edited = applyEdits(list, [
      { kind: 'add', facility: added },
      { kind: 'status', id: 'E', status: 'open' },
      { kind: 'capacity', id: 'A', capacity: 60 },
      { kind: 'opened', id: 'B', opened: null },
      { kind: 'move', id: 'new', lon: 8, lat: 7 },
    ]);
    expect(edited.map(({ id }) => id).join('')).toBe('ABCDEFGnew');
    expect(edited[4]).toEqual({ ...list[4], status: 'open' });
    expect(edited[0]).toEqual({ ...list[0], capacity: 60 });
    expect(edited[1].opened).toBeUndefined();
    expect(edited[7]).toMatchObject({ lon: 8, lat: 7 });
    expect(edited[2]).toBe(list[2]);
    expect(list).toEqual(before);
    expect(added.lon).toBe(9);
  });

  it('leaves the gates of a moved facility behind', () => {
    const [moved] = applyEdits(list, [{ kind: 'move', id: 'A', lon: 7, lat: 8 }]);
    expect(moved).toMatchObject({ id: 'A', lon: 7, lat: 8, capacity: 40 });
    expect(moved.entrances).toBeUndefined();
  });

  it('names the edits that have nothing to change, and does the others', () => {
    const gone: Edit = { kind: 'move', id: 'nobody', lon: 1, lat: 1 };
    const early: Edit = { kind: 'status', id: 'new', status: 'closed' };
    const added: Edit = { kind: 'add', facility: siteAt([9, 9], 'new') };
    const taken: Edit = { kind: 'add', facility: siteAt([9, 9], 'A') };
    const late: Edit = { kind: 'capacity', id: 'new', capacity: 5 };
    const edits = [gone, early, added, taken, late];
    expect(ignoredEdits(list, edits)).toEqual([gone, early, taken]);
    const edited = applyEdits(list, edits);
    // An addition never takes a facility's place: that would lower coverage in silence.
    expect(edited[0]).toBe(list[0]);
    expect(edited[7]).toMatchObject({ id: 'new', status: 'open', capacity: 5 });
  });
});

describe('opening dates', () => {
  const openAt = (date: string) =>
    openOn(list, date)
      .filter(({ service, status }) => service === 'clinic' && status === 'open')
      .map(({ id }) => id)
      .join('');

  it.each([
    ['2026-11-30', 'A'],
    ['2026-12-01', 'AC'],
    // In the course of March is not before March is over, and so with a year.
    ['2027-03-30', 'AC'],
    ['2027-03-31', 'ABC'],
    ['2027-03', 'ABC'],
    ['2027-12-30', 'ABC'],
    ['2027-12-31', 'ABCG'],
    ['2027', 'ABCG'],
  ])('on %s %s are open', (date, ids) => {
    expect(openAt(date)).toBe(ids);
  });

  it('leave alone what is planned without a date, and what is closed', () => {
    const [, , , d, e] = openOn(list, '2099-01-01');
    expect([d, e]).toEqual([list[3], list[4]]);
  });

  it('are the stops of a slider, soonest first, of one service', () => {
    expect(openingDates(list, 'clinic')).toEqual(['2026-12-01', '2027-03', '2027']);
    expect(openingDates(list, 'school')).toEqual(['2026-10']);
    expect(openingDates(list, 'park')).toEqual([]);
  });
});
