import type { Map } from 'maplibre-gl';
import type { Bbox } from '../../core/geo.ts';
import { FRAME_PADDING, type Camera } from './create-map.ts';

/** Short, and none at all under reduced motion (MapLibre sees to that). */
const DURATION = 150;

/** Told to `moveend` by moves that only show the region whole: nobody chose that camera. */
interface Whole {
  whole?: boolean;
}

/** Where the map looks, to about a metre. */
export function cameraOf(map: Map): Camera {
  const { lng, lat } = map.getCenter();
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  return { lon: round(lng, 5), lat: round(lat, 5), zoom: round(map.getZoom(), 2) };
}

/** Moves the map unless it looks there already, as after its own report came back. */
export function showCamera(map: Map, camera: Camera): void {
  const now = cameraOf(map);
  const near = (a: number, b: number, by: number) => Math.abs(a - b) <= by;
  if (
    near(now.lon, camera.lon, 2e-5) &&
    near(now.lat, camera.lat, 2e-5) &&
    near(now.zoom, camera.zoom, 0.02)
  ) {
    return;
  }
  map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
}

/** Shows the region at once, as the camera nobody chose. */
export function showWhole(map: Map, frame: Bbox): void {
  const whole: Whole = { whole: true };
  map.fitBounds(frame, { padding: FRAME_PADDING, duration: 0 }, whole);
}

/** Shows the region whole again whenever the map's size changes. */
export function keepWhole(map: Map, frame: Bbox): () => void {
  const refit = () => showWhole(map, frame);
  map.on('resize', refit);
  return () => void map.off('resize', refit);
}

/** Goes to where a box is seen whole. */
export function showBox(map: Map, box: Bbox): void {
  map.fitBounds(box, { padding: FRAME_PADDING, linear: true, duration: DURATION });
}

/** Goes to a place in one short move. */
export function goTo(map: Map, { lon, lat, zoom }: Camera): void {
  map.easeTo({ center: [lon, lat], zoom, duration: DURATION });
}

export function zoomBy(map: Map, steps: number): void {
  map.easeTo({ zoom: map.getZoom() + steps, duration: DURATION });
}

/** Reports where the map came to rest; a resize and a whole region are no choice. */
export function watchCamera(map: Map, report: (camera: Camera) => void): () => void {
  let last = cameraOf(map);
  const moved = (event: object) => {
    const now = cameraOf(map);
    const same = now.lon === last.lon && now.lat === last.lat && now.zoom === last.zoom;
    last = now;
    if (!same && !(event as Whole).whole) report(now);
  };
  map.on('moveend', moved);
  return () => void map.off('moveend', moved);
}
