import type { Map } from 'maplibre-gl';

/** Farther than this between down and up, and the map was moved. Pixels. */
const SLACK = 4;

/**
 * Calls back with where the map is clicked next. Nothing else hears of that click: it would select
 * the facility or the gap below. Returns the undo.
 */
export function placeOnMap(map: Map, placed: (lon: number, lat: number) => void): () => void {
  const container = map.getCanvasContainer();
  let [x, y] = [0, 0];
  const down = (event: PointerEvent) => ([x, y] = [event.clientX, event.clientY]);
  const click = (event: MouseEvent) => {
    event.stopPropagation();
    if (Math.hypot(event.clientX - x, event.clientY - y) > SLACK) return;
    const box = map.getCanvas().getBoundingClientRect();
    const { lng, lat } = map.unproject([event.clientX - box.left, event.clientY - box.top]);
    placed(Number(lng.toFixed(6)), Number(lat.toFixed(6)));
  };
  container.addEventListener('pointerdown', down, true);
  container.addEventListener('click', click, true);
  container.classList.add('placing');
  return () => {
    container.removeEventListener('pointerdown', down, true);
    container.removeEventListener('click', click, true);
    container.classList.remove('placing');
  };
}
