import type { Map, MapMouseEvent, Popup } from 'maplibre-gl';

/** A finger is not a pixel: places within so many of them are meant. */
const REACH = 6;

/** Tells what a place on the map lacks, under the pointer or at a touch. Returns the undo. */
export function tellLacking(
  map: Map,
  words: (people: number, which: string[]) => string,
): () => void {
  let popup: Popup | undefined;
  // There is a map, so this is loaded already; the words of the tab need not wait for it.
  void import('maplibre-gl').then(({ Popup }) => {
    popup = new Popup({
      closeButton: false,
      closeOnClick: false,
      offset: 10,
      className: 'site-name',
    });
  });
  const tell = ({ point: { x, y } }: MapMouseEvent) => {
    const [place] = map.queryRenderedFeatures(
      [
        [x - REACH, y - REACH],
        [x + REACH, y + REACH],
      ],
      { layers: ['lacking'] },
    );
    if (place?.geometry.type !== 'Point') return void popup?.remove();
    const [lon, lat] = place.geometry.coordinates;
    const { people, which } = place.properties;
    popup
      ?.setLngLat([lon, lat])
      .setText(words(Number(people), String(which).split(' ')))
      .addTo(map);
  };
  const leave = () => void popup?.remove();
  map.on('mousemove', tell);
  map.on('click', tell);
  map.on('mouseout', leave);
  return () => {
    map.off('mousemove', tell);
    map.off('click', tell);
    map.off('mouseout', leave);
    leave();
  };
}
