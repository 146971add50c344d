import { Map, ScaleControl, setWorkerUrl, type MapOptions } from 'maplibre-gl';
// Without its worker's address MapLibre 6 stays blank in a bundle.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Bbox } from '../../core/geo.ts';
import { workerAddress } from '../../engine/worker-address.ts';
import { PIXEL_RATIO } from './hatch.ts';
import { drawImage } from './map-images.ts';
import type { MapLabels } from './map-labels.ts';

setWorkerUrl(workerAddress(workerUrl));

export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
}

/** Room around a region that is shown whole, in pixels. */
export const FRAME_PADDING = 28;

/**
 * A flat map, north up, in `container`. Its pictures are drawn when they are asked for.
 * Throws where the browser gives no WebGL.
 */
export function createMap(
  container: HTMLElement,
  style: MapOptions['style'],
  camera: Camera | null,
  frame: Bbox,
  { map: label, gestures }: Pick<MapLabels, 'map' | 'gestures'>,
): Map {
  const map = new Map({
    container,
    style,
    ...(camera
      ? { center: [camera.lon, camera.lat], zoom: camera.zoom }
      : { bounds: frame, fitBoundsOptions: { padding: FRAME_PADDING } }),
    minZoom: 6,
    maxZoom: 18.5,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    // The attribution is a plain text of the page: this control would read it as HTML.
    attributionControl: false,
    cooperativeGestures: !!gestures,
    locale: { 'Map.Title': label, ...gestures },
    // Tests compare pictures: nothing may still be fading when the map is idle.
    fadeDuration: navigator.webdriver ? 0 : 150,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 96 }), 'bottom-left');
  map.setMissingStyleImageResolver((id) => {
    const pixels = drawImage(id);
    if (pixels && !map.hasImage(id)) map.addImage(id, pixels, { pixelRatio: PIXEL_RATIO });
  });
  return map;
}
