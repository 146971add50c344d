import { describe, expect, it } from 'vitest';
import { E7 } from '../../../src/core/geo.ts';
import { FOOT, STEPS } from '../../../src/core/graph.ts';
import { assess, type Assessment } from '../../../src/engine/assess.ts';
import { curveOf } from '../../../src/engine/curve.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { law } from './region-of.ts';

const figures = ({ people, bands, areas, outside, offNetwork, gaps }: Assessment) => ({
  people,
  bands,
  areas,
  outside,
  offPlaces: offNetwork.places,
  offPeople: offNetwork.people,
  gaps: gaps.map((gap) => [gap.people, gap.places.length]),
});

describe('laws between answers', () => {
  it('the same question gives the same bits, in fresh or used arrays', () => {
    law(({ region, prepared, sites, query }) => {
      const first = assess(prepared, sites, query);
      const [seconds, nearest] = [first.times.seconds.slice(), first.times.nearest.slice()];
      const before = figures(first);
      const again = assess(new Prepared(region), sites, query);
      expect(figures(again)).toEqual(before);
      expect(again.times.seconds).toEqual(seconds);
      const other = assess(prepared, sites.slice(1), { ...query, speed: 0.5 }, first.reach!);
      const third = assess(prepared, sites, query, other.reach ?? undefined);
      expect(figures(third)).toEqual(before);
      expect(third.times).toEqual({ seconds, nearest });
    });
  });

  it('more sites never lower coverage, nor anybody’s time', () => {
    law(({ prepared, sites, query }) => {
      const fewer = assess(prepared, sites.slice(1), query);
      const more = assess(prepared, sites, query);
      more.bands.forEach(({ covered }, k) =>
        expect(covered).toBeGreaterThanOrEqual(fewer.bands[k].covered),
      );
      more.times.seconds.forEach((s, i) => expect(s).toBeLessThanOrEqual(fewer.times.seconds[i]));
    });
  });

  it('more time never lowers coverage', () => {
    law(({ prepared, sites, query }) => {
      const longer = query.minutes.map((minutes) => minutes * 1.7);
      const [less, more] = [query.minutes, longer].map((minutes) =>
        assess(prepared, sites, { ...query, minutes }),
      );
      more.bands.forEach(({ covered }, k) =>
        expect(covered).toBeGreaterThanOrEqual(less.bands[k].covered),
      );
    });
  });

  it('faster is never worse', () => {
    law(({ prepared, sites, query }) => {
      const slow = assess(prepared, sites, query);
      const fast = assess(prepared, sites, { ...query, speed: query.speed * 1.1 });
      fast.times.seconds.forEach((s, i) => expect(s).toBeLessThanOrEqual(slow.times.seconds[i]));
      const [less, more] = [slow, fast].map((answer) => curveOf(prepared, answer).people);
      more.forEach((people, m) => expect(people).toBeGreaterThanOrEqual(less[m]));
    });
  });

  it('a circle covers whom the streets cover, at equal metres', () => {
    law(({ prepared, sites, query }) => {
      const streets = assess(prepared, sites, { ...query, method: 'network' });
      const circles = assess(prepared, sites, { ...query, method: 'buffer', detour: 1 });
      streets.times.seconds.forEach((s, i) => {
        // A plane is laid on the sphere for each off-street leg of at most 300 m.
        if (s < Infinity) expect(circles.times.seconds[i]).toBeLessThanOrEqual(s * 1.0001 + 0.01);
      });
    });
  });

  it('a wheelchair walks as anybody would in the town without its steps', () => {
    law(({ region, sites, query }) => {
      const level = region.graph.edgeFlags.map((flags) => (flags & STEPS ? flags & ~FOOT : flags));
      const without = new Prepared({ ...region, graph: { ...region.graph, edgeFlags: level } });
      const chair = { ...query, profile: 'wheelchair' as const, speed: 0.9 };
      const older = { ...query, profile: 'older' as const, speed: 0.9 };
      expect(assess(new Prepared(region), sites, chair).times).toEqual(
        assess(without, sites, older).times,
      );
    });
  });

  it('a wheelchair is never faster than older people at equal speed', () => {
    let compared = 0;
    law(({ prepared, sites, query }) => {
      const [chair, older] = (['wheelchair', 'older'] as const).map((profile) => {
        const { snapper, places } = prepared.way(profile);
        const lon = sites.map((site) => site.lon);
        const lat = sites.map((site) => site.lat);
        return { profile, places, sites: snapper.snap(lon, lat) };
      });
      // Of those who join the same street: whoever stands by the steps joins another without them.
      const alike = sites.filter((_, k) => chair.sites.edge[k] === older.sites.edge[k]);
      const [slow, fast] = [chair, older].map(({ profile }) =>
        assess(prepared, alike, { ...query, method: 'network', profile, speed: 0.9 }),
      );
      chair.places.edge.forEach((edge, i) => {
        if (edge !== older.places.edge[i]) return;
        expect(slow.times.seconds[i]).toBeGreaterThanOrEqual(fast.times.seconds[i]);
        if (slow.times.seconds[i] > fast.times.seconds[i]) compared++;
      });
    }, 2500);
    expect(compared).toBeGreaterThan(0);
  });

  it('the order of facilities and of places changes no figure', () => {
    law(({ region, prepared, sites, query }) => {
      const { places } = region;
      const order = [...places.lon.keys()].reverse();
      const turned = new Prepared({
        ...region,
        places: {
          ...places,
          ids: order.map((i) => places.ids[i]),
          lon: Float64Array.from(order, (i) => places.lon[i]),
          lat: Float64Array.from(order, (i) => places.lat[i]),
          fields: { total: Float64Array.from(order, (i) => places.fields.total[i]) },
          area: Int32Array.from(order, (i) => places.area[i]),
          counted: Uint8Array.from(order, (i) => places.counted[i]),
        },
      });
      const [one, two] = [
        figures(assess(prepared, sites, query)),
        figures(assess(turned, [...sites].reverse(), query)),
      ];
      // Gaps of equally many people are ranked by their first place: compare them as a set.
      const sorted = (gaps: number[][]) => gaps.map(String).sort();
      expect(sorted(two.gaps)).toEqual(sorted(one.gaps));
      expect({ ...two, gaps: 0 }).toEqual({ ...one, gaps: 0 });
    });
  });

  it('a site listed twice changes nothing', () => {
    law(({ prepared, sites, query }) => {
      const once = figures(assess(prepared, sites, query));
      expect(figures(assess(prepared, [...sites, ...sites], query))).toEqual(once);
    });
  });

  it('nobody is moved by a street far away', () => {
    law(({ region, prepared, sites, query }) => {
      const { graph } = region;
      const [n, v] = [graph.nodeLon.length, graph.vertexLon.length];
      const far = 120 * E7;
      const add = <T extends Int32Array | Uint32Array | Float32Array | Uint8Array>(
        column: T,
        ...more: number[]
      ): T => {
        const out = new (column.constructor as new (length: number) => T)(
          column.length + more.length,
        );
        out.set(column);
        out.set(more, column.length);
        return out;
      };
      const wider = {
        ...region,
        graph: {
          nodeLon: add(graph.nodeLon, far, far),
          nodeLat: add(graph.nodeLat, 0, 300_000),
          edgeFrom: add(graph.edgeFrom, n),
          edgeTo: add(graph.edgeTo, n + 1),
          edgeMetres: add(graph.edgeMetres, 3336),
          edgeFlags: add(graph.edgeFlags, FOOT),
          edgeClass: add(graph.edgeClass, 0),
          edgeName: add(graph.edgeName, 0),
          vertexStart: add(graph.vertexStart, v + 2),
          vertexLon: add(graph.vertexLon, far, far),
          vertexLat: add(graph.vertexLat, 0, 300_000),
        },
      };
      const [here, there] = [prepared, new Prepared(wider)].map((p) => assess(p, sites, query));
      expect(there.times).toEqual(here.times);
      expect(figures(there)).toEqual(figures(here));
    }, 60);
  });
});
