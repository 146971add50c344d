import { Prepared } from '../../src/engine/prepared.ts';
import type { Query } from '../../src/engine/query.ts';
import { resolve, type Resolved } from '../../src/engine/question.ts';
import { compareScenarios } from '../../src/engine/scenario/compare-scenarios.ts';
import { contributionsOf } from '../../src/engine/scenario/contributions.ts';
import { Drag } from '../../src/engine/scenario/drag.ts';
import type { Edit } from '../../src/engine/scenario/scenario.ts';
import { loadServices } from '../huimin/load-region.ts';
import { COUNTY_QUERY } from './county-bench.ts';
import { county } from './county.ts';
import { countyRegion } from './county-region.ts';
import { measure, type Measured } from './measure.ts';

/** What planners do with the synthetic county's 200 sites: drag one, compare, ask what each is good for. */
export function scenarioBench(): Measured[] {
  const prepared = new Prepared(countyRegion(county()));
  const services = loadServices();
  const asked = (edits: Edit[] = [], parts: Partial<Query> = {}): Resolved => {
    const question = { ...COUNTY_QUERY, ...parts, places: false, edits, on: null };
    return resolve(prepared, services, question);
  };
  const [{ id, lat }] = prepared.region.facilities;
  const drag = new Drag(prepared, asked(), id, null);
  let step = 0;
  // A new spot each time, some 300 m on, through the middle of the county.
  const next = () => 150.25 + (step++ % 30) * 0.003;
  const baseline = asked();
  const edits = prepared.region.facilities
    .slice(0, 10)
    .map((site): Edit => ({ kind: 'move', id: site.id, lon: next(), lat: lat + 0.1 }));
  return [
    measure('drag begun', () => new Drag(prepared, asked(), id, null)),
    measure('a frame of a drag, everything in it', () => drag.to(next(), 0.25), 16, 30),
    measure('ten sites moved, compared', () => compareScenarios(prepared, baseline, asked(edits))),
    measure('contributions', () => contributionsOf(prepared, baseline)),
  ];
}
