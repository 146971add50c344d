import { halfWidth } from '../import/half-width.ts';
import { plainNumber } from '../tables/plain-number.ts';

/** Degrees, minutes and seconds with whatever marks people use; a hemisphere before or behind. */
const DMS =
  /^([NSEW东西南北])?[经纬]?\s*([+-]?\d{1,3}(?:\.\d+)?)\s*[°º度d]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’‘分m]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”“秒s]|''|′′)\s*)?)?([NSEW东西南北])?[经纬]?$/;
/** A plain number with a hemisphere. */
const MARKED = /^([NSEW东西南北])?[经纬]?\s*([+-]?\d+(?:\.\d+)?)\s*([NSEW东西南北])?[经纬]?$/;

export interface Degrees {
  value: number;
  /** True where it was no plain number. */
  repaired: boolean;
  /** What the hemisphere says: a longitude, a latitude, or nothing. */
  axis: 'lon' | 'lat' | null;
}

/** A cell → degrees; null where it is none. 116°24′14.4″E, 北纬39度54分51秒, 116.404°, １１６．４, 39.9N. */
export function readAngle(cell: string): Degrees | null {
  const plain = plainNumber(cell);
  if (!Number.isNaN(plain)) return { value: plain, repaired: false, axis: null };
  const text = halfWidth(cell).replace(/\s+/g, ' ').trim();
  if (text.length > 60) return null;
  const half = plainNumber(text);
  if (!Number.isNaN(half)) return { value: half, repaired: true, axis: null };
  const [, before, degrees, minutes = '0', seconds = '0', behind] = DMS.exec(text) ?? [];
  if (degrees !== undefined) return angle(degrees, minutes, seconds, before ?? behind);
  const [, front, number, back] = MARKED.exec(text) ?? [];
  return number === undefined ? null : angle(number, '0', '0', front ?? back);
}

function angle(degrees: string, minutes: string, seconds: string, mark = ''): Degrees | null {
  const [d, m, s] = [degrees, minutes, seconds].map(Number);
  if (m >= 60 || s >= 60) return null;
  const size = Math.abs(d) + m / 60 + s / 3600;
  const south = degrees.startsWith('-') !== /[SW西南]/.test(mark);
  const axis = mark === '' ? null : /[EW东西]/.test(mark) ? 'lon' : 'lat';
  return { value: south ? -size : size, repaired: true, axis };
}
