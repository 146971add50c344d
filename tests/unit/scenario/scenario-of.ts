import fc from 'fast-check';
import { loadServices } from '../../../scripts/huimin/load-region.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';
import { assess, type Assessment } from '../../../src/engine/assess.ts';
import { figuresOf } from '../../../src/engine/figures.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { resolve, type Question, type Resolved } from '../../../src/engine/question.ts';
import type { Edit } from '../../../src/engine/scenario/scenario.ts';
import { query, regionOf, wildAsked } from '../engine/region-of.ts';
import { town } from '../core/town.ts';

export const services = loadServices();

/** A region with a question, and edits that suit it. */
export interface Wanted {
  prepared: Prepared;
  question: Question;
  facilities: Facility[];
  edits: Edit[];
  /** Places for pins, most near a junction and some far from it. */
  spots: [lon: number, lat: number][];
}

/** A drawn town and a question about it. */
export function drawn(picture: string, parts: Partial<Question> = {}, metres = 100) {
  const prepared = new Prepared(regionOf(town(picture, metres)));
  return { prepared, facilities: prepared.region.facilities, question: questionOf(parts) };
}

export function questionOf(parts: Partial<Question> = {}): Question {
  return { ...query(), places: false, edits: [], on: null, ...parts };
}

export function resolved({ prepared, question }: Pick<Wanted, 'prepared' | 'question'>): Resolved {
  return resolve(prepared, services, question);
}

/** The answer to a question with other edits than its own. */
export function answered(
  { prepared, question }: Pick<Wanted, 'prepared' | 'question'>,
  edits: Edit[],
): Assessment {
  const { sites, query } = resolved({ prepared, question: { ...question, edits } });
  return assess(prepared, sites, query);
}

/** What an answer says, whichever sites say it. */
export function figures({ prepared }: Pick<Wanted, 'prepared'>, answer: Assessment) {
  // Which of the sites are off the streets is another list in another order.
  const said = figuresOf(answer, prepared.region.areas);
  const { people, places } = said.offNetwork;
  return {
    said: { ...said, offNetwork: { people, places } },
    gaps: answer.gaps.map(({ people }) => people),
  };
}

/** People within the limit: that of their own zone where zones have one. */
export function within({ zoned, bands }: Pick<Assessment, 'zoned' | 'bands'>): number {
  return (zoned ?? bands[bands.length - 1]).covered;
}

const editing = fc.record({
  kind: fc.constantFrom('add', 'move', 'status', 'capacity', 'opened'),
  which: fc.nat(9),
  spot: fc.nat(7),
  status: fc.constantFrom('open', 'planned', 'building', 'closed'),
  opened: fc.constantFrom('2027', '2027-06', '2027-06-15', '2030'),
  service: fc.constantFrom('clinic', 'clinic', 'clinic', 'school'),
});

/** Wild towns whose facilities are of every status, and random lists of edits. */
export const wanted: fc.Arbitrary<Wanted> = fc
  .record({
    asked: wildAsked,
    status: fc.infiniteStream(
      fc.constantFrom('open' as const, 'open' as const, 'planned' as const, 'closed' as const),
    ),
    edits: fc.array(editing, { maxLength: 6 }),
    offsets: fc.array(fc.tuple(fc.nat(13), fc.nat(100), fc.nat(100)), {
      minLength: 8,
      maxLength: 8,
    }),
    on: fc.constantFrom(null, null, '2027-06-20'),
  })
  .map(({ asked, status, edits, offsets, on }): Wanted => {
    const { urban, rural } = asked.query.zoneMinutes ?? {};
    const minutes = [...new Set([...asked.query.minutes, ...(urban ? [urban, rural!] : [])])];
    const facilities = asked.sites.map((site) => ({
      ...site,
      status: status.next().value as Facility['status'],
    }));
    const { nodeLon, nodeLat } = asked.region.graph;
    const spots = offsets.map(([node, x, y]): [number, number] => [
      nodeLon[node] / 1e7 + (x - 50) / 40_000,
      nodeLat[node] / 1e7 + (y - 50) / (y > 90 ? 4000 : 40_000),
    ]);
    return {
      prepared: new Prepared({ ...asked.region, facilities }),
      question: {
        ...questionOf(),
        ...asked.query,
        minutes: minutes.sort((a, b) => a - b),
        on,
      },
      facilities,
      spots,
      edits: edits.map(({ kind, which, spot, status, opened, service }, k): Edit => {
        // Every third or so names nobody.
        const id = facilities[which]?.id ?? `new${which % 4}`;
        const [lon, lat] = spots[spot];
        if (kind === 'add') {
          const added: Facility = {
            id: `new${k}`,
            name: `${k}`,
            service,
            lon,
            lat,
            status,
            opened,
          };
          return { kind, facility: added };
        }
        if (kind === 'move') return { kind, id, lon, lat };
        if (kind === 'status') return { kind, id, status };
        if (kind === 'capacity') return { kind, id, capacity: which };
        return { kind: 'opened', id, opened };
      }),
    };
  });

/** Tries a law on random towns and scenarios. */
export function law(run: (wanted: Wanted) => void, numRuns = 240): void {
  fc.assert(fc.property(wanted, run), { numRuns, endOnFailure: true });
}

/** An open site of the question's service. */
export function siteAt([lon, lat]: [number, number], id = 'pin'): Facility {
  return { id, name: id, service: 'clinic', lon, lat, status: 'open' };
}
