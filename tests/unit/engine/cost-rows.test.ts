import { describe, expect, it } from 'vitest';
import { byDestination } from '../../../src/core/cost-matrix.ts';
import { assess } from '../../../src/engine/assess.ts';
import { costsTo } from '../../../src/engine/cost-rows.ts';
import { horizonSeconds } from '../../../src/engine/query.ts';
import { law, wildAsked } from './region-of.ts';

describe('seconds between every place and every site', () => {
  it('has in each column what the site alone gives, and nothing beyond the horizon', () => {
    let pairs = 0;
    law(
      ({ prepared, sites, query }) => {
        const costs = costsTo(prepared, query, sites, horizonSeconds(query));
        expect([costs.origins, costs.destinations]).toEqual([
          prepared.region.places.lon.length,
          sites.length,
        ]);
        const columns = byDestination(costs);
        sites.forEach((site, j) => {
          const { seconds } = assess(prepared, [site], query).times;
          const column = new Float64Array(seconds.length).fill(Infinity);
          for (let k = columns.start[j]; k < columns.start[j + 1]; k++) {
            column[columns.origin[k]] = columns.cost[k];
          }
          expect(column).toEqual(seconds);
          pairs += columns.start[j + 1] - columns.start[j];
        });
        for (let i = 0; i < costs.origins; i++) {
          const row = costs.destination.subarray(costs.start[i], costs.start[i + 1]);
          expect([...row]).toEqual([...row].sort((a, b) => a - b));
        }
      },
      // Twice the usual runs: in 150 there were once only 937 pairs.
      300,
      wildAsked,
    );
    expect(pairs).toBeGreaterThan(1000);
  });
});
