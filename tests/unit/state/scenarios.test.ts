import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facility } from '../../../src/data/tables/facility.ts';
import { applyEdits, type Edit } from '../../../src/engine/scenario/scenario.ts';
import { mergeEdit } from '../../../src/state/merge-edit.ts';
import * as steps from '../../../src/state/scenario-steps.ts';
import { Scenarios, type Desk } from '../../../src/state/scenarios.svelte.ts';

const site = (id: string, rest: Partial<Facility> = {}): Facility => ({
  id,
  name: id,
  service: 'clinic',
  lon: 1,
  lat: 2,
  status: 'open',
  ...rest,
});
const BASELINE = [site('a'), site('b', { capacity: 10 }), site('c', { status: 'planned' })];
const move = (id: string, lon: number, lat = 2): Edit => ({ kind: 'move', id, lon, lat });
const add = (id: string): Edit => ({ kind: 'add', facility: site(id) });
const step = (scenarios: Scenarios, ...edits: Edit[]) =>
  scenarios.step(steps.withEdits(scenarios.desk, edits, BASELINE, '方案 1'));

describe('edits say what is different from the baseline', () => {
  it('takes the second word on a thing, and each thing once', () => {
    const edits = [move('a', 3), { kind: 'status', id: 'a', status: 'closed' } as Edit];
    expect(mergeEdit(edits, move('a', 4), BASELINE)).toEqual([move('a', 4), edits[1]]);
  });

  it('has nothing to say of what is as it was', () => {
    expect(mergeEdit([move('a', 3)], move('a', 1), BASELINE)).toEqual([]);
    const same: Edit = { kind: 'capacity', id: 'a', capacity: null };
    expect(mergeEdit([], same, BASELINE)).toEqual([]);
  });

  it('changes an addition where it is', () => {
    const open: Edit = { kind: 'opened', id: 'n', opened: '2027-03' };
    const [edit, ...others] = mergeEdit(
      mergeEdit([add('n')], move('n', 5), BASELINE),
      open,
      BASELINE,
    );
    expect(others).toEqual([]);
    expect(edit).toEqual({ kind: 'add', facility: site('n', { lon: 5, opened: '2027-03' }) });
  });

  it('comes to the same facilities as every edit in turn', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'n');
    const edit: fc.Arbitrary<Edit> = fc.oneof(
      fc.record({
        kind: fc.constant('move' as const),
        id: ids,
        lon: fc.integer({ min: 0, max: 3 }),
        lat: fc.constant(2),
      }),
      fc.record({
        kind: fc.constant('status' as const),
        id: ids,
        status: fc.constantFrom('open' as const, 'closed' as const, 'planned' as const),
      }),
      fc.record({
        kind: fc.constant('capacity' as const),
        id: ids,
        capacity: fc.constantFrom(null, 10, 20),
      }),
      fc.record({
        kind: fc.constant('opened' as const),
        id: ids,
        opened: fc.constantFrom(null, '2027'),
      }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (list) => {
        const all = [add('n'), ...list];
        const merged = all.reduce<Edit[]>((some, one) => mergeEdit(some, one, BASELINE), []);
        expect(applyEdits(BASELINE, merged)).toEqual(applyEdits(BASELINE, all));
        expect(merged.length).toBeLessThanOrEqual(13);
      }),
      { numRuns: 300 },
    );
  });
});

describe('scenarios', () => {
  it('begin with the first edit of the baseline, which stays as it is', () => {
    const scenarios = new Scenarios();
    expect([scenarios.edits, scenarios.current]).toEqual([[], null]);
    step(scenarios, move('a', 1));
    expect(scenarios.list).toEqual([]);
    step(scenarios, move('a', 3));
    expect(scenarios.current).toEqual({ id: 's1', name: '方案 1', edits: [move('a', 3)] });
    scenarios.choose(null);
    expect(scenarios.edits).toEqual([]);
    step(scenarios, move('b', 9));
    expect(scenarios.list.map(({ id }) => id)).toEqual(['s1', 's2']);
  });

  it('are named, duplicated, ordered and deleted, and every step can be undone', () => {
    const scenarios = new Scenarios();
    step(scenarios, add('n'), move('a', 3));
    const order = () => scenarios.list.map(({ name }) => name).join();
    scenarios.step(steps.duplicated(scenarios.desk, 's1', '副本'));
    scenarios.step(steps.shifted(scenarios.desk, 's2', -1));
    scenarios.step(steps.renamed(scenarios.desk, 's1', '甲'));
    scenarios.step(steps.withSiteNamed(scenarios.desk, 'n', '河东站'));
    expect(order()).toBe('副本,甲');
    expect(scenarios.edits[0]).toMatchObject({ facility: { name: '河东站' } });
    scenarios.step(steps.withoutOne(scenarios.desk, scenarios.edits[0]));
    expect(scenarios.edits).toEqual([move('a', 3)]);
    scenarios.step(steps.without(scenarios.desk, 's2'));
    expect([order(), scenarios.current]).toEqual(['甲', null]);
    for (let k = 0; k < 5; k++) scenarios.undo();
    expect([order(), scenarios.edits.length]).toEqual(['方案 1,副本', 2]);
    scenarios.undo();
    expect([order(), scenarios.canUndo]).toEqual(['方案 1', true]);
  });

  it('say nothing of a step that changes nothing', () => {
    const scenarios = new Scenarios();
    step(scenarios, move('a', 3));
    const { desk } = scenarios;
    for (const same of [
      steps.shifted(desk, 's1', -1),
      steps.renamed(desk, 's1', '方案 1'),
      steps.without(desk, 's9'),
      steps.withEdits(desk, [move('a', 3)], BASELINE, ''),
      steps.withAll(desk, []),
    ]) {
      expect(same).toBe(desk);
    }
  });

  it('are kept by region, and asked about until they are in a file', () => {
    const scenarios = new Scenarios();
    scenarios.enter('poa');
    expect(scenarios.unsaved).toBe(false);
    step(scenarios, move('a', 3));
    scenarios.on = '2027';
    scenarios.enter('sample');
    expect([scenarios.list, scenarios.on, scenarios.unsaved]).toEqual([[], null, true]);
    scenarios.enter('poa');
    expect(scenarios.edits).toEqual([move('a', 3)]);
    scenarios.markSaved();
    expect(scenarios.unsaved).toBe(false);
    step(scenarios, move('b', 3));
    expect(scenarios.unsaved).toBe(true);
    scenarios.undo();
    expect(scenarios.unsaved).toBe(false);
  });

  it('comes back to every desk by undoing, and forth again by redoing', () => {
    const act = fc.tuple(fc.nat(7), fc.nat(3), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const scenarios = new Scenarios();
        const seen: Desk[] = [scenarios.desk];
        for (const [what, which, x] of acts) {
          const { desk } = scenarios;
          const id = desk.list[which]?.id ?? desk.chosen ?? '';
          const next = [
            () => steps.withNew(desk, `新 ${x}`),
            () => steps.withEdits(desk, [move('a', x)], BASELINE, '方案'),
            () => steps.withEdits(desk, [add(`n${x}`)], BASELINE, '方案'),
            () => steps.renamed(desk, id, `名 ${x}`),
            () => steps.duplicated(desk, id, '副本'),
            () => steps.shifted(desk, id, x < 2 ? -1 : 1),
            () => steps.without(desk, id),
            () => (scenarios.edits[0] ? steps.withoutOne(desk, scenarios.edits[0]) : desk),
          ][what]();
          scenarios.step(next);
          if (next !== desk) seen.push(next);
          expect(new Set(next.list.map((each) => each.id)).size).toBe(next.list.length);
        }
        for (const desk of seen.slice(0, -1).reverse()) {
          scenarios.undo();
          expect(scenarios.desk).toBe(desk);
        }
        expect(scenarios.canUndo).toBe(false);
        for (const desk of seen.slice(1)) {
          scenarios.redo();
          expect(scenarios.desk).toBe(desk);
        }
        expect(scenarios.canRedo).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
