import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E7, distance } from '../../../src/core/geo.ts';
import { FOOT, STEPS, type Graph } from '../../../src/core/graph.ts';
import { buildNetwork } from '../../../src/core/network.ts';
import { CLOSED_FOOT } from '../../../src/core/travel.ts';
import { walking } from '../../../src/core/profile.ts';
import { pointTimes } from '../../../src/core/point-times.ts';
import { searchReach } from '../../../src/core/reach.ts';
import { Snapper } from '../../../src/core/snap.ts';
import { idIndex } from '../../../src/data/osm/id-index.ts';
import { streetGraph } from '../../../src/data/streets/street-graph.ts';
import { osmOf, row, street, type OsmNode, type OsmWay } from './osm-of.ts';

/** Each edge as the OSM ids along it, the lower end first; sorted. */
function edgesOf(nodes: OsmNode[], graph: Graph): string[] {
  const id = new Map(
    nodes.map(({ id, lon, lat }) => [`${Math.round(lon * E7)} ${Math.round(lat * E7)}`, id]),
  );
  return Array.from(graph.edgeFrom, (from, e) => {
    const ids: number[] = [];
    for (let v = graph.vertexStart[e]; v < graph.vertexStart[e + 1]; v++) {
      ids.push(id.get(`${graph.vertexLon[v]} ${graph.vertexLat[v]}`)!);
    }
    const at = (n: number) => id.get(`${graph.nodeLon[n]} ${graph.nodeLat[n]}`);
    expect([at(from), at(graph.edgeTo[e])]).toEqual([ids[0], ids[ids.length - 1]]);
    if (ids[0] > ids[ids.length - 1]) ids.reverse();
    return ids.join('-');
  }).sort();
}

const cut = (nodes: OsmNode[], ...ways: OsmWay[]) =>
  edgesOf(nodes, streetGraph(osmOf(nodes, ways)).graph);

describe('ways become edges', () => {
  it('one way is one edge, whatever bends it has', () => {
    expect(cut(row(4), street(1, 2, 3, 4))).toEqual(['1-2-3-4']);
  });

  it('is cut where two ways share a node, be it inside or at an end', () => {
    expect(cut(row(5), street(1, 2, 3), street(4, 2, 5))).toEqual(['1-2', '2-3', '2-4', '2-5']);
    expect(cut(row(4), street(1, 2, 3), street(2, 4))).toEqual(['1-2', '2-3', '2-4']);
  });

  it('is not cut by a way that is no street', () => {
    const river = { refs: [4, 2], tags: { waterway: 'river' } };
    const building = { refs: [4, 2], tags: { highway: 'construction' } };
    expect(cut(row(4), street(1, 2, 3), river, building)).toEqual(['1-2-3']);
  });

  it('is cut at a gate that is shut, and nobody passes it', () => {
    const gated = row(3).map((node) =>
      node.id === 2 ? { ...node, tags: { barrier: 'gate', access: 'no' } } : node,
    );
    expect(cut(gated, street(1, 2, 3))).toEqual(['1-2', '2-3']);
    const { graph } = streetGraph(osmOf(gated, [street(1, 2, 3)]));
    expect([...graph.nodeClosed!].filter((bits) => bits & CLOSED_FOOT)).toHaveLength(1);
    const { component } = buildNetwork(graph, 'foot');
    expect(component[0]).not.toBe(component[1]);
  });

  it('is cut where it crosses itself, as a 6 and an 8 do', () => {
    expect(cut(row(5), street(1, 2, 3, 4, 2))).toEqual(['1-2', '2-3-4-2']);
    expect(cut(row(6), street(1, 2, 3, 4, 2, 5))).toEqual(['1-2', '2-3-4-2', '2-5']);
  });

  it('keeps a closed way as a loop at its first node', () => {
    expect(cut(row(3), street(1, 2, 3, 1))).toEqual(['1-2-3-1']);
  });

  it('is cut at nodes the extract does not hold, and says how many', () => {
    const nodes = row(6);
    const osm = osmOf(nodes, [street(1, 2, 99, 3, 4), street(98, 5), street(97, 96)]);
    const { graph, missingNodes } = streetGraph(osm);
    expect(edgesOf(nodes, graph)).toEqual(['1-2', '3-4']);
    expect(missingNodes).toBe(4);
  });

  it('does without a node named twice in a row, and without ways of one node', () => {
    expect(cut(row(3), street(1, 1, 2, 2, 3), street(2, 2), street(3))).toEqual(['1-2-3']);
  });

  it('keeps two ways between the same nodes as parallel edges', () => {
    expect(cut(row(4), street(1, 2, 4), street(1, 3, 4))).toEqual(['1-2-4', '1-3-4']);
  });

  it('has metres, flags, classes and names', () => {
    const nodes = row(3);
    const { graph, names } = streetGraph(
      osmOf(nodes, [
        { refs: [1, 2], tags: { highway: 'steps', name: '石阶', 'name:en': 'Stone Steps' } },
        { refs: [2, 3], tags: { highway: 'footway' } },
      ]),
    );
    const metres = distance(104, 30, 104.001, 30);
    const steps = graph.edgeFlags.indexOf(FOOT | STEPS);
    expect(steps).toBeGreaterThanOrEqual(0);
    expect(names[graph.edgeName[steps]]).toEqual({ name: '石阶', nameEn: 'Stone Steps' });
    expect(names[graph.edgeName[1 - steps]]).toEqual({ name: '' });
    for (const length of graph.edgeMetres) expect(length).toBeCloseTo(metres, 4);
  });

  it('finds nodes in files that are not sorted by id', () => {
    const mixed = [3, 1, 2].map((id) => ({ id, lon: 104 + id / 1000, lat: 30 }));
    expect(cut(mixed, street(1, 2, 3))).toEqual(['1-2-3']);
    const find = idIndex(Float64Array.of(30, 10, 20));
    expect([10, 20, 30, 5, 15, 99].map(find)).toEqual([1, 2, 0, -1, -1, -1]);
    expect(idIndex(new Float64Array())(1)).toBe(-1);
  });

  it('makes nothing of an extract without streets', () => {
    const { graph } = streetGraph(osmOf(row(2), []));
    expect([graph.nodeLon.length, graph.edgeFrom.length, [...graph.vertexStart]]).toEqual([
      0,
      0,
      [0],
    ]);
  });
});

describe('Hilbert order', () => {
  it('changes no walking time: any order of ways and nodes gives the same answers', () => {
    const spot = fc.tuple(fc.nat(40), fc.nat(40));
    const ways = fc.array(fc.array(fc.nat(11), { minLength: 2, maxLength: 5 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(spot, { minLength: 12, maxLength: 12, selector: String }),
        ways,
        (spots, refs) => {
          const nodes = spots.map(([x, y], id) => ({
            id,
            lon: 104 + x * 0.0007 + id * 1.3e-5,
            lat: 30 + y * 0.0006 + id * 1.7e-5,
          }));
          const times = (nodeList: OsmNode[], wayList: number[][]) => {
            const { graph } = streetGraph(
              osmOf(
                nodeList,
                wayList.map((way) => street(...way)),
              ),
            );
            const network = buildNetwork(graph, 'foot');
            const snapper = new Snapper(network);
            const seeds = snapper.snap([104.006, 104.02], [30.004, 30.015]);
            const reach = searchReach(network, seeds, walking(1), Infinity);
            const at = Array.from({ length: 64 }, (_, k) => k);
            const points = snapper.snap(
              at.map((k) => 104.0003 + (k % 8) * 0.0041),
              at.map((k) => 30.0002 + Math.floor(k / 8) * 0.0033),
            );
            return pointTimes(reach, points).seconds;
          };
          const one = times(nodes, refs);
          const other = times([...nodes].reverse(), [...refs].reverse());
          one.forEach((s, i) => {
            if (s === Infinity) expect(other[i]).toBe(Infinity);
            else expect(Math.abs(other[i] - s)).toBeLessThan(1e-3);
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});
