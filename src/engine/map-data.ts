import { E7 } from '../core/geo.ts';
import { BRIDGE, STEPS, type Graph } from '../core/graph.ts';
import type { StreetName } from '../data/streets/street-graph.ts';
import { STREET_CLASSES } from '../data/streets/street-rules.ts';
import type { PointTimes } from '../core/point-times.ts';
import type { Assessment } from './assess.ts';
import type { Prepared } from './prepared.ts';
import type { StepFree } from './step-free.ts';

/** The streets as GeoJSON text: one line per edge with `class`, `name`, `nameEn`, `steps`, `bridge`. */
export function streetsGeoJson(graph: Graph, names: StreetName[]): string {
  const features: string[] = [];
  for (let e = 0; e < graph.edgeFrom.length; e++) {
    const line: string[] = [];
    for (let v = graph.vertexStart[e]; v < graph.vertexStart[e + 1]; v++) {
      line.push(`[${graph.vertexLon[v] / E7},${graph.vertexLat[v] / E7}]`);
    }
    const properties = {
      class: STREET_CLASSES[graph.edgeClass[e]],
      ...(graph.edgeName[e] ? names[graph.edgeName[e]] : {}),
      steps: graph.edgeFlags[e] & STEPS ? 1 : undefined,
      bridge: graph.edgeFlags[e] & BRIDGE ? 1 : undefined,
    };
    features.push(
      `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":{"type":"LineString","coordinates":[${line}]}}`,
    );
  }
  return collection(features);
}

/** The populated places that count, with `people` and `minutes` (null beyond the horizon). */
export function placesGeoJson(
  prepared: Prepared,
  { who }: Assessment,
  { seconds }: PointTimes,
): string {
  const { lon, lat } = prepared.region.places;
  const features: string[] = [];
  for (let i = 0; i < lon.length; i++) {
    if (!who.counted[i] || who.people[i] <= 0) continue;
    const minutes = Number.isFinite(seconds[i]) ? seconds[i] / 60 : null;
    features.push(
      `{"type":"Feature","properties":{"people":${who.people[i]},"minutes":${minutes}},"geometry":{"type":"Point","coordinates":[${lon[i]},${lat[i]}]}}`,
    );
  }
  return collection(features);
}

/** The places a wheelchair loses, with `people` and `to` (barriers or pace). */
export function lostPlacesGeoJson(
  prepared: Prepared,
  { who }: Assessment,
  lost: StepFree['places'],
): string {
  const { lon, lat } = prepared.region.places;
  return collection(
    lost.map(
      ({ place: i, to }) =>
        `{"type":"Feature","properties":{"people":${who.people[i]},"to":"${to}"},"geometry":{"type":"Point","coordinates":[${lon[i]},${lat[i]}]}}`,
    ),
  );
}

function collection(features: string[]): string {
  return `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
}
