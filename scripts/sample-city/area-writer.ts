import type { Frontiers } from './areas.ts';
import type { Point } from './point.ts';
import { lonLat } from './projection.ts';

const INVENTED = { source: '示例数据 sample data', accuracy: 'invented' };

/** One feature for each street 街道 and town 镇; neighbours share their vertices. */
export function areasGeoJson({ areas }: Frontiers): string {
  return collection(
    areas.map(({ id, name, zone, ring }) =>
      feature({ id, name: name[0], name_en: name[1], zone, ...INVENTED }, ring),
    ),
  );
}

export function studyAreaGeoJson({ outline }: Frontiers): string {
  return collection([
    feature({ id: 'sample-city', name: '示例城', name_en: 'Sample City', ...INVENTED }, outline),
  ]);
}

function collection(features: string[]): string {
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

function feature(properties: Record<string, string>, ring: Point[]): string {
  const coordinates = [[...ring, ring[0]].map(lonLat)];
  return JSON.stringify({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates },
  });
}
