import type { Crs } from '../crs/crs.ts';
import { Fault } from '../fault.ts';
import { cut } from '../tables/quoted.ts';

/** A geocoder that somebody has an account with; the shape is 天地图's (and any that answers like it). */
export interface Geocoder {
  /** Without query, such as https://api.tianditu.gov.cn/geocoder */
  url: string;
  key: string;
  /** What it answers in; 天地图 in CGCS2000, taken as WGS 84. */
  crs: Crs;
}

/** What it found for one address. */
export interface Geocoded {
  lon: number;
  lat: number;
  /** How sure it is, 0 … 100; null where it does not say. */
  score: number | null;
  /** What kind of place it matched (门址, 道路, 行政区 …), as it says. */
  level: string;
}

/** The address to ask at. Throws Fault `geocoder-url`. */
export function geocodeUrl({ url, key }: Geocoder, address: string): string {
  let whole: URL;
  try {
    whole = new URL(url);
  } catch {
    throw badUrl(url);
  }
  if (!/^https?:$/.test(whole.protocol) || whole.username || whole.password) throw badUrl(url);
  whole.searchParams.set('ds', JSON.stringify({ keyWord: address }));
  whole.searchParams.set('tk', key);
  return whole.href;
}

const badUrl = (url: string) =>
  new Fault('geocoder-url', {
    zh: `地理编码地址是“${cut(url)}”，应为 http 或 https 网址，如 https://api.tianditu.gov.cn/geocoder。`,
    en: `the geocoder’s address is “${cut(url)}”; expected http or https, as in https://api.tianditu.gov.cn/geocoder.`,
  });

/**
 * What 天地图's geocoder answered → a position, or null where it found none. Throws Fault
 * `geocoder-refused` for an answer that is none: a wrong key, a spent quota.
 */
export function readGeocoded(text: string): Geocoded | null {
  let answer: {
    status?: unknown;
    msg?: unknown;
    location?: Record<string, unknown> | null;
  } | null = null;
  try {
    answer = JSON.parse(text);
  } catch {
    // Falls through: null is refused below with what was got.
  }
  const status = String(answer?.status ?? '');
  // 101 is 天地图's word for nothing found.
  if (status === '101') return null;
  if (status !== '0') {
    const said = cut(String(answer?.msg ?? text).replace(/\s+/g, ' '));
    throw new Fault('geocoder-refused', {
      zh: `地理编码服务没有给出结果：${said}。请检查密钥和额度。`,
      en: `the geocoder gave no answer: ${said}. Check the key and its quota.`,
    });
  }
  const { lon, lat, score, level } = answer?.location ?? {};
  const [x, y, sure] = [lon, lat, score].map((value) =>
    value === '' || value === null ? NaN : Number(value),
  );
  if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) return null;
  return {
    lon: x,
    lat: y,
    score: Number.isFinite(sure) ? sure : null,
    level: cut(String(level ?? '')),
  };
}
