import type { Feature, FeatureCollection, Point } from 'geojson';
import type { Facility } from '../../data/tables/facility.ts';
import type { Service } from '../../data/services.ts';
import { palette, serviceColour } from './colours.ts';
import type { SiteShape } from './draw-icon.ts';
import { isIcon } from './icons.ts';
import { siteImage } from './map-images.ts';
import type { Theme } from './palettes.ts';

/** Drawing order: what counts lies on top of what does not. */
const ORDER: SiteShape[] = ['closed', 'dashed', 'hollow', 'solid'];

/** How a facility is drawn. */
export function shapeOf({ status, equipped }: Facility): SiteShape {
  if (status === 'closed') return 'closed';
  if (status !== 'open') return 'dashed';
  return equipped === false ? 'hollow' : 'solid';
}

/** Facilities as points with their image, and the colours of their dot. */
export function siteFeatures(
  sites: Facility[],
  service: Service,
  theme: Theme,
): FeatureCollection<Point> {
  const { glyph, closed, halo } = palette(theme);
  const own = serviceColour(theme, service.colour);
  // A name of our own making: the rest of an image's id is split off it again.
  const icon = isIcon(service.icon) ? service.icon : 'dot';
  const features = sites.map((site): Feature<Point> => {
    const shape = shapeOf(site);
    const colour = shape === 'closed' ? closed : own;
    const solid = shape === 'solid' || shape === 'closed';
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [site.lon, site.lat] },
      properties: {
        id: site.id,
        name: site.name,
        ...(site.nameEn && { nameEn: site.nameEn }),
        order: ORDER.indexOf(shape),
        image: siteImage(icon, shape, colour, glyph, halo),
        fill: solid ? colour : halo,
        ring: solid ? halo : colour,
      },
    };
  });
  return { type: 'FeatureCollection', features };
}
