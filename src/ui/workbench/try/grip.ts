import type { Map } from 'maplibre-gl';
import type { LonLat } from '../../../core/geo.ts';

/** What happens to what a pointer has taken hold of. */
export interface Gripped {
  /** The pointer has moved far enough to mean it. */
  take(): void;
  to(lon: number, lat: number): void;
  drop(): void;
  cancel(): void;
}

/** A hand trembles: less than so many pixels is a click. */
const SLACK = 4;

/**
 * Follows one pointer (mouse, pen or finger) that has come down on something at `at` until it lets
 * go. The map stands still meanwhile; a second finger calls it off, since it means to zoom.
 */
export function grip(
  map: Map,
  element: HTMLElement,
  down: PointerEvent,
  at: LonLat,
  on: Gripped,
): void {
  const box = map.getCanvas().getBoundingClientRect();
  const start = map.project(at);
  // The pin does not jump under the finger: it keeps its distance.
  const off = [down.clientX - box.left - start.x, down.clientY - box.top - start.y];
  let taken = false;
  map.dragPan.disable();

  const move = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    const [x, y] = [event.clientX - box.left - off[0], event.clientY - box.top - off[1]];
    if (!taken && Math.hypot(x - start.x, y - start.y) < SLACK) return;
    if (!taken) {
      taken = true;
      element.setPointerCapture(down.pointerId);
      on.take();
    }
    const { lng, lat } = map.unproject([x, y]);
    on.to(lng, lat);
  };
  const end = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    undo();
    if (!taken) return;
    if (event.type === 'pointerup') on.drop();
    else on.cancel();
  };
  const second = (event: PointerEvent) => {
    if (event.pointerId === down.pointerId) return;
    undo();
    if (taken) on.cancel();
  };
  const undo = () => {
    map.dragPan.enable();
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
    removeEventListener('pointerdown', second, true);
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', end);
  addEventListener('pointerdown', second, true);
}

const SITES = ['site', 'site-dot'];
/** A finger is thicker than a mouse: facilities within so many pixels are meant. */
const REACH = { mouse: 10, touch: 22 };

/** Lets every facility on the map be dragged. Returns the undo. */
export function gripSites(map: Map, held: (id: string) => Gripped | null): () => void {
  const container = map.getCanvasContainer();
  const down = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary || event.target !== map.getCanvas()) return;
    const box = map.getCanvas().getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const reach = event.pointerType === 'mouse' ? REACH.mouse : REACH.touch;
    const layers = SITES.filter((id) => map.getLayer(id));
    const around = map.queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach],
      ],
      { layers },
    );
    let nearest: { id: string; at: LonLat; away: number } | null = null;
    for (const { geometry, properties } of around) {
      if (geometry.type !== 'Point') continue;
      const at = geometry.coordinates as LonLat;
      const pixel = map.project(at);
      const away = Math.hypot(pixel.x - x, pixel.y - y);
      if (!nearest || away < nearest.away) nearest = { id: String(properties.id), at, away };
    }
    const gripped = nearest && held(nearest.id);
    if (gripped) grip(map, container, event, nearest!.at, gripped);
  };
  container.addEventListener('pointerdown', down, true);
  return () => container.removeEventListener('pointerdown', down, true);
}
