import { describe, expect, it } from 'vitest';
import { coveredOnlyBy } from '../../../src/core/coverage.ts';
import { Fault } from '../../../src/data/fault.ts';
import { assess, limitSeconds } from '../../../src/engine/assess.ts';
import { figuresOf } from '../../../src/engine/figures.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';
import { rankGaps } from '../../../src/engine/rank-gaps.ts';
import { Drag, type DragFrame } from '../../../src/engine/scenario/drag.ts';
import type { Edit } from '../../../src/engine/scenario/scenario.ts';
import { answered, drawn, law, resolved, siteAt, type Wanted } from './scenario-of.ts';

function dragOf(wanted: Pick<Wanted, 'prepared' | 'question'>, picked: string | Facility): Drag {
  return new Drag(wanted.prepared, resolved(wanted), picked, wanted.question.on);
}

/** What the frame should say of these edits, from whole answers. */
function expectedFrame(wanted: Wanted, start: Edit[], now: Edit[], without: Edit[]) {
  const { prepared } = wanted;
  const [before, after, others] = [start, now, without].map((edits) => answered(wanted, edits));
  const limit = limitSeconds(prepared, after.query);
  const only = (one: typeof after, other: typeof after) =>
    coveredOnlyBy(one.times.seconds, other.times.seconds, one.who, limit);
  return {
    ...figuresOf(after, prepared.region.areas),
    ...apart,
    gaps: rankGaps(prepared, after, 99).map(({ rank, people, centre }) => ({
      rank,
      people,
      centre,
    })),
    gained: only(after, before),
    lost: only(before, after),
    only: only(after, others),
  };
}

/** What a frame says beside the answer, told apart. */
const apart = { lon: 0, lat: 0, offNetwork: false, counts: true };

const said = (frame: DragFrame) => ({ ...frame, ...apart });

describe('a facility in hand', () => {
  it('says at every frame what the scenario with the move says, to the bit', () => {
    let changed = 0;
    law((wanted) => {
      const { facilities, edits, spots, question } = wanted;
      if (!facilities.length) return;
      const { id } = facilities[0];
      const drag = dragOf({ ...wanted, question: { ...question, edits } }, id);
      const closed: Edit = { kind: 'status', id, status: 'closed' };
      const without = [...edits, closed];
      expect(said(drag.first)).toEqual(expectedFrame(wanted, edits, edits, without));
      expect([drag.first.gained, drag.first.lost]).toEqual([0, 0]);
      for (const [lon, lat] of spots.slice(0, 4)) {
        const frame = drag.to(lon, lat);
        expect([frame.lon, frame.lat]).toEqual([lon, lat]);
        const moved: Edit[] = [...edits, { kind: 'move', id, lon, lat }];
        expect(said(frame)).toEqual(expectedFrame(wanted, edits, moved, without));
        if (frame.gained || frame.lost) changed++;
      }
    });
    expect(changed).toBeGreaterThan(10);
  });

  it('adds a new one in the same way, to what was there before', () => {
    let gained = 0;
    law((wanted) => {
      const { edits, spots, question } = wanted;
      const added = (spot: [number, number]): Edit[] => [
        ...edits,
        { kind: 'add', facility: siteAt(spot) },
      ];
      const drag = dragOf({ ...wanted, question: { ...question, edits } }, siteAt(spots[0]));
      const frames = [drag.first, ...spots.slice(1, 4).map(([lon, lat]) => drag.to(lon, lat))];
      frames.forEach((frame, k) => {
        expect(said(frame)).toEqual(expectedFrame(wanted, edits, added(spots[k]), edits));
        expect([frame.lost, frame.only]).toEqual([0, frame.gained]);
        gained += frame.gained;
      });
    }, 80);
    expect(gained).toBeGreaterThan(0);
  });

  // 100 m a cell, 5 minutes are 360 m: A has the 3, B the 4, nobody the 1.
  const street = () => drawn('A-3-1---4-B-+', { minutes: [5] });

  it('tells who is gained and lost against where it stood, and who would be left without it', () => {
    const drag = dragOf(street(), 'A');
    expect(drag.first).toMatchObject({
      people: 8,
      sites: 2,
      gapCount: 1,
      only: 3,
      gained: 0,
      lost: 0,
    });
    // Between the 1 and the 4, which B has too.
    const { bands, gaps, ...rest } = drag.to(0.0045, 0);
    expect(bands).toEqual([{ minutes: 5, covered: 8, share: 1 }]);
    expect(gaps).toEqual([]);
    expect(rest).toMatchObject({ gained: 1, lost: 0, only: 4, offNetwork: false, counts: true });
  });

  it('says when the pin joins no street, and when it would count for nothing', () => {
    const far = dragOf(street(), 'A').to(0, 1);
    expect(far).toMatchObject({ offNetwork: true, gained: 0, lost: 3, only: 0, gapCount: 1 });
    const { question, prepared } = street();
    const shut = { ...question, edits: [{ kind: 'status', id: 'A', status: 'closed' }] as Edit[] };
    const closed = dragOf({ question: shut, prepared }, 'A');
    const school = dragOf({ question, prepared }, { ...siteAt([0.0045, 0]), service: 'school' });
    for (const drag of [closed, school]) {
      const moved = drag.to(0.0045, 0);
      expect(moved).toMatchObject({
        counts: false,
        gained: 0,
        lost: 0,
        only: 0,
        offNetwork: false,
      });
      expect(said(moved)).toEqual(said(drag.first));
    }
  });

  it('counts a planned one on its day', () => {
    const { question, prepared } = street();
    const planned = { ...siteAt([0.0045, 0]), status: 'planned' as const, opened: '2027-05' };
    const onDay = (on: string | null) =>
      dragOf({ prepared, question: { ...question, on } }, planned);
    expect([onDay(null).first.counts, onDay('2027-05-30').first.counts]).toEqual([false, false]);
    expect(onDay('2027-05-31').first).toMatchObject({ counts: true, gained: 1 });
  });

  it('leaves its gates behind at the first move', () => {
    const { question, prepared } = street();
    // The site itself is far off the street; its gate is beside the 3.
    const gated = { ...siteAt([0, 1]), entrances: [[0.0018, 0]] as [number, number][] };
    const drag = dragOf({ prepared, question }, gated);
    expect(drag.first).toMatchObject({ offNetwork: false, gained: 1 });
    expect(drag.to(0, 1)).toMatchObject({ offNetwork: true, gained: 0 });
  });

  it('answers an unknown id with a sentence', () => {
    const wanted = street();
    expect(() => dragOf(wanted, 'nobody')).toThrow(Fault);
    expect(() => dragOf(wanted, 'nobody')).toThrow(/no facility “nobody”/);
    expect(() => dragOf(wanted, siteAt([0, 0], 'A'))).toThrow('not new: A');
    // Whatever the others do in scenarios, the drag leaves the region as it was.
    expect(assess(wanted.prepared, wanted.facilities, resolved(wanted).query).sites).toEqual(
      wanted.facilities,
    );
  });
});
