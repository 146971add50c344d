import type { City } from './city.ts';
import type { Kerb, Site } from './kerb.ts';
import type { Place } from './people.ts';
import type { Point } from './point.ts';
import type { Name } from './street.ts';

/** A facility before it gets its number, address and telephone. */
export interface Draft {
  service: string;
  name: Name;
  site: Site;
  status: 'open' | 'planned' | 'building';
  capacity?: number;
  /** When it is to open, ISO; of what is not open yet. */
  opens?: string;
  hours?: string;
  equipped?: boolean;
  /** OpenStreetMap has it as a piece of land of the same name. */
  onGround?: boolean;
}

/** Streets that people live and walk on, and those fit for a school gate. */
export const FRONTS = ['secondary', 'tertiary', 'residential', 'unclassified', 'living_street'];
export const QUIET = ['tertiary', 'residential', 'unclassified', 'living_street'];

/** What everybody who builds something has to know. */
export interface Ground {
  city: City;
  places: Place[];
  seed: number;
  kerb: Kerb;
}

export function villageName(city: City, key: string): Name {
  return city.villages.find(({ plan: { key: own } }) => own === key)!.plan.name;
}

/** A place `metres` off the middle of a village, so that not everything stands at one crossroads. */
export function villageCorner(city: City, key: string, metres: number): Point {
  const { middle } = city.villages.find(({ plan: { key: own } }) => own === key)!;
  return { x: middle.x + metres, y: middle.y + metres * 0.7 };
}
