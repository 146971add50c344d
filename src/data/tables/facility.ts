export type FacilityStatus = 'open' | 'planned' | 'building' | 'closed';

/** One place that offers a service. */
export interface Facility {
  id: string;
  name: string;
  nameEn?: string;
  /** Key of data/services.json. */
  service: string;
  lon: number;
  lat: number;
  /** Gates, or points along the edge, that the place is reached at; absent for the point itself. Degrees. */
  entrances?: [lon: number, lat: number][];
  status: FacilityStatus;
  /** Estates with charging only: false where the estate is listed but has no charging. */
  equipped?: boolean;
  capacity?: number;
  /** ISO date (yyyy, yyyy-mm or yyyy-mm-dd). */
  opened?: string;
  address?: string;
  phone?: string;
  hours?: string;
  /** What it costs whoever comes, in words. */
  price?: string;
  /** What else to know before going. */
  note?: string;
  stepFree?: boolean;
  accuracy?: string;
  source?: string;
}
