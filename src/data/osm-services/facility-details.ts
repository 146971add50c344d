import type { Facility } from '../tables/facility.ts';
import { isWrong } from '../tables/table-faults.ts';
import { readQuantity } from '../tables/plain-number.ts';
import { NAME_LIMIT } from '../tables/text-cell.ts';
import type { TagSet } from './tag-set.ts';

type Details = Omit<Facility, 'id' | 'service' | 'lon' | 'lat' | 'status' | 'name'> & {
  /** Undefined where the object has none. */
  name?: string;
};

/** What the tags of an object tell of the place besides where and what it is. */
export function facilityDetails(tags: TagSet): Details {
  const details: Details = { accuracy: 'osm', source: 'OpenStreetMap' };
  const put = <K extends keyof Details>(key: K, value: Details[K]) => {
    if (value !== undefined) details[key] = value;
  };
  put('name', plain(tags.get('name:zh')) ?? plain(tags.get('name')));
  put('nameEn', plain(tags.get('name:en')));
  put('capacity', capacityOf(tags));
  put('address', addressOf(tags));
  put('phone', plain(tags.get('phone')) ?? plain(tags.get('contact:phone')));
  put('hours', plain(tags.get('opening_hours')));
  put('stepFree', stepFreeOf(tags.get('wheelchair')));
  return details;
}

/** Text on one line, or undefined where nothing is left of it. OSM's own limit is 255 characters. */
function plain(text: string | undefined): string | undefined {
  const line = text?.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line ? [...line].slice(0, NAME_LIMIT).join('') : undefined;
}

/** Beds before places; what is no plain number is not guessed at. */
function capacityOf(tags: TagSet): number | undefined {
  for (const key of ['beds', 'capacity:beds', 'capacity']) {
    const value = readQuantity(tags.get(key)?.trim() ?? '', key);
    if (!isWrong(value)) return value;
  }
  return undefined;
}

/** In the order of the language the street is named in: 北京市海淀区成府路28号, or 28 Rue Grimaldi. */
function addressOf(tags: TagSet): string | undefined {
  const full = plain(tags.get('addr:full'));
  if (full) return full;
  const part = (key: string) => plain(tags.get(`addr:${key}`)) ?? '';
  const street = part('street') || part('place');
  const number = part('housenumber');
  if (!street) return undefined;
  if (!/\p{Script=Han}/u.test(street)) return `${number} ${street}`.trim();
  return `${part('city')}${part('district')}${street}${number}`;
}

function stepFreeOf(wheelchair: string | undefined): boolean | undefined {
  if (wheelchair === 'yes' || wheelchair === 'designated') return true;
  return wheelchair === 'no' ? false : undefined;
}
