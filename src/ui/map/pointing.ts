import { Popup, type Map, type MapGeoJSONFeature, type MapMouseEvent } from 'maplibre-gl';
import { SOURCE } from './sources.ts';

export interface Pointing {
  ongap(rank: number): void;
  onfacility(id: string): void;
  /** The name to show beside the facility, as plain text. */
  name(site: Record<string, unknown>): string;
}

const SITES = ['site', 'site-dot'];
const GAPS = ['gap-badge', 'gap'];
/** A finger is not a pixel: facilities within so many of them are meant. */
const REACH = 6;

/** Clicks on and hovering over facilities and gaps; facilities lie on top. Returns the undo. */
export function listen(map: Map, on: Pointing): () => void {
  const popup = new Popup({
    closeButton: false,
    closeOnClick: false,
    offset: 16,
    className: 'site-name',
  });
  let hovered: string | null = null;

  const sitesAt = ({ point: { x, y } }: MapMouseEvent): MapGeoJSONFeature[] =>
    map.queryRenderedFeatures(
      [
        [x - REACH, y - REACH],
        [x + REACH, y + REACH],
      ],
      { layers: SITES },
    );
  const gapAt = ({ point }: MapMouseEvent): MapGeoJSONFeature | undefined =>
    map.queryRenderedFeatures(point, { layers: GAPS })[0];

  const hover = (id: string | null) => {
    if (hovered === id) return;
    if (hovered !== null)
      map.setFeatureState({ source: SOURCE.sites, id: hovered }, { hover: false });
    if (id !== null) map.setFeatureState({ source: SOURCE.sites, id }, { hover: true });
    hovered = id;
  };
  const leave = () => {
    hover(null);
    popup.remove();
    map.getCanvas().style.cursor = '';
  };
  const move = (event: MapMouseEvent) => {
    const [site] = sitesAt(event);
    if (!site) {
      leave();
      if (gapAt(event)) map.getCanvas().style.cursor = 'pointer';
      return;
    }
    map.getCanvas().style.cursor = 'pointer';
    if (site.properties.id === hovered) return;
    hover(site.properties.id);
    if (site.geometry.type !== 'Point') return;
    const [lon, lat] = site.geometry.coordinates;
    // Text, never HTML: names come from tables of any origin.
    popup.setLngLat([lon, lat]).setText(on.name(site.properties)).addTo(map);
  };
  const click = (event: MapMouseEvent) => {
    const [site] = sitesAt(event);
    if (site) return on.onfacility(String(site.properties.id));
    const gap = gapAt(event);
    if (gap) on.ongap(Number(gap.properties.rank));
  };

  map.on('mousemove', move);
  map.on('mouseout', leave);
  map.on('click', click);
  return () => {
    map.off('mousemove', move);
    map.off('mouseout', leave);
    map.off('click', click);
    leave();
  };
}
