import type { PointTimes } from '../core/point-times.ts';
import type { Assessment } from './assess.ts';
import type { Prepared } from './prepared.ts';
import type { StepFree } from './step-free.ts';

/** The populated places that count, with `people`, `minutes` (null beyond the horizon) and `evidence` (as in Places). */
export function placesGeoJson(
  prepared: Prepared,
  { who }: Assessment,
  { seconds }: PointTimes,
): string {
  const { lon, lat, evidence } = prepared.region.places;
  const features: string[] = [];
  for (let i = 0; i < lon.length; i++) {
    if (!who.counted[i] || who.people[i] <= 0) continue;
    const minutes = Number.isFinite(seconds[i]) ? seconds[i] / 60 : null;
    features.push(
      `{"type":"Feature","properties":{"people":${who.people[i]},"minutes":${minutes},"evidence":${evidence?.[i] ?? 0}},"geometry":{"type":"Point","coordinates":[${lon[i]},${lat[i]}]}}`,
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
  return pointsGeoJson(
    prepared,
    lost.map(({ place, to }) => ({ place, properties: { people: who.people[place], to } })),
  );
}

/** Some of the places, each with what is said of it. */
export function pointsGeoJson(
  prepared: Prepared,
  points: { place: number; properties: Record<string, string | number | null> }[],
): string {
  const { lon, lat } = prepared.region.places;
  return collection(
    points.map(
      ({ place, properties }) =>
        `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":{"type":"Point","coordinates":[${lon[place]},${lat[place]}]}}`,
    ),
  );
}

function collection(features: string[]): string {
  return `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
}
