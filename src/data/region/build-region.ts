import type { Polygons } from '../../core/geo.ts';
import { FOOT, type Graph, type Slopes } from '../../core/graph.ts';
import { buildNetwork, MIN_COMPONENT_METRES } from '../../core/network.ts';
import { Snapper } from '../../core/snap.ts';
import type { OsmData } from '../osm/osm.ts';
import { nodeBox } from '../osm/node-box.ts';
import type { Estate } from '../osm-services/estates.ts';
import { withInclines } from '../streets/inclines.ts';
import { streetGraph } from '../streets/street-graph.ts';
import type { Area } from '../tables/area.ts';
import type { Facility } from '../tables/facility.ts';
import type { Population } from '../tables/population.ts';
import { edgeWarning } from './edge-warning.ts';
import { layPlaces } from './lay-places.ts';
import type { Manifest } from './manifest.ts';
import { regionFaults } from './region-faults.ts';
import type { Region } from './region.ts';
import { gradeStreets } from './street-evidence.ts';

export interface RegionInputs {
  id: string;
  name: string;
  nameEn?: string;
  osm: OsmData;
  population: Population;
  facilities: Facility[];
  estates?: Estate[];
  areas: Area[];
  /** Only people inside are counted; everybody where there is none. */
  studyArea: Polygons | null;
  /** Gradients of the streets by an elevation model, where there is one. */
  slopes?: (graph: Graph) => Slopes;
}

/** The part of the manifest that the content decides. */
export type Findings = Pick<
  Manifest,
  | 'data_date'
  | 'bbox'
  | 'people_fields'
  | 'edge_warning'
  | 'components'
  | 'off_network'
  | 'evidence'
> & { counts: Omit<Manifest['counts'], 'rejected'> };

/** Puts the parsed inputs together. Throws Fault when they cannot make a region. */
export function buildRegion(inputs: RegionInputs): { region: Region; findings: Findings } {
  const { osm, facilities, areas } = inputs;
  const { graph, names, incline, missingNodes } = streetGraph(osm);
  if (!graph.edgeFlags.some((flags) => flags & FOOT))
    throw regionFaults.noStreets(osm.ways.ids.length);
  const slopes = withInclines(inputs.slopes?.(graph) ?? null, incline);
  if (slopes) graph.slopes = slopes;
  const extract = osm.bbox ?? nodeBox(osm)!;
  const places = layPlaces(inputs.population, areas, inputs.studyArea);
  const { grades, summary } = gradeStreets(graph, places, extract);
  places.evidence = grades;
  const region: Region = {
    id: inputs.id,
    name: inputs.name,
    nameEn: inputs.nameEn,
    graph,
    streetNames: names,
    places,
    facilities,
    estates: inputs.estates ?? [],
    areas,
  };

  const network = buildNetwork(graph, 'foot');
  const snapper = new Snapper(network);
  const placeSnaps = snapper.snap(places.lon, places.lat);
  const offFacilities = facilities.filter(({ lon, lat, entrances = [[lon, lat]] }) => {
    const { edge } = snapper.snap(
      entrances.map(([x]) => x),
      entrances.map(([, y]) => y),
    );
    return edge.every((e) => e < 0);
  });
  // What comes from the file of the streets is not elsewhere, only off them.
  const ofTable = (list: Facility[]) => list.filter(({ accuracy }) => accuracy !== 'osm');
  const given = ofTable(facilities);
  if (given.length && ofTable(offFacilities).length === given.length) {
    throw regionFaults.elsewhere('facilities', given[0], extract);
  }
  const { total } = places.fields;
  const sum = (which: (i: number) => boolean) =>
    total.reduce((all, people, i) => (which(i) ? all + people : all), 0);
  if (!places.ids.length) throw regionFaults.nobodyCounted();
  if (placeSnaps.edge.every((e) => e < 0)) {
    throw regionFaults.elsewhere('population', { lon: places.lon[0], lat: places.lat[0] }, extract);
  }
  if (!places.counted.includes(1)) throw regionFaults.nobodyCounted();

  const byService: Record<string, number> = {};
  for (const { service } of facilities) byService[service] = (byService[service] ?? 0) + 1;
  const metres = network.componentMetres.reduce((all, m) => all + m, 0);
  const counts = {
    nodes: graph.nodeLon.length,
    edges: graph.edgeFrom.length,
    street_km: Math.round(metres / 10) / 100,
    places: places.ids.length,
    people: sum(() => true),
    people_counted: sum((i) => places.counted[i] === 1),
    facilities: byService,
    areas: areas.length,
    estates: region.estates!.length,
    missing_nodes: missingNodes,
  };
  return {
    region,
    findings: {
      data_date: osm.date,
      bbox: extract,
      people_fields: Object.keys(places.fields),
      counts,
      edge_warning: edgeWarning(places, extract),
      evidence: summary,
      components: {
        count: network.componentMetres.length,
        usable: network.componentMetres.filter((m) => m >= MIN_COMPONENT_METRES).length,
        largest_share: network.componentMetres.reduce((most, m) => Math.max(most, m), 0) / metres,
      },
      off_network: {
        facilities: offFacilities.map((f) => f.id),
        places: placeSnaps.edge.filter((e) => e < 0).length,
        people: sum((i) => placeSnaps.edge[i] < 0 && places.counted[i] === 1),
      },
    },
  };
}
