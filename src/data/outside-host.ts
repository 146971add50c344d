import type { OutsideBasemap } from './outside-basemaps.ts';

/** Whom the choice of a basemap sends requests to, to be named before it is made. */
export function hostOf(basemap: OutsideBasemap): string {
  const url = basemap.kind === 'tianditu' ? basemap.host : basemap.url;
  return new URL(url.replace('{s}', '0')).host.replace(/^t0\./, '');
}
