import type { Map } from 'maplibre-gl';

/** Marks `element` with data-idle="true" while the map has nothing left to draw. */
export function markIdle(map: Map, element: HTMLElement): () => void {
  const idle = () => element.setAttribute('data-idle', 'true');
  const busy = () => element.removeAttribute('data-idle');
  map.on('idle', idle);
  map.on('movestart', busy);
  map.on('dataloading', busy);
  return () => {
    map.off('idle', idle);
    map.off('movestart', busy);
    map.off('dataloading', busy);
    busy();
  };
}

/** Takes the mark away before a change; the map sets it again even where the change was none. */
export function unmarkIdle(map: Map, element: HTMLElement): void {
  element.removeAttribute('data-idle');
  map.triggerRepaint();
}
