import { bboxOf, distance } from '../../core/geo.ts';
import type { Session } from '../../state/session.svelte.ts';

/** Chooses an area and goes there, or lets go of the one that is chosen. */
export function toggleArea(session: Session, id: string): void {
  session.selectedArea = session.selectedArea === id ? null : id;
  const area = session.view?.areas.find((each) => each.id === session.selectedArea);
  const box = area && bboxOf(area.polygons.flat(2));
  if (!box) return;
  const [lon, lat] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const width = distance(box[0], lat, box[2], lat);
  const height = distance(lon, box[1], lon, box[3]);
  session.target = { lon, lat, areaKm2: Math.max(width, height) ** 2 / 1e6 };
}
