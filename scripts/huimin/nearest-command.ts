import { nearestSites } from '../../src/engine/nearest.ts';
import { Prepared } from '../../src/engine/prepared.ts';
import { sitesOf } from '../../src/engine/sites.ts';
import { Fault } from '../../src/data/fault.ts';
import { loadRegion, loadServices } from './load-region.ts';
import {
  choice,
  needed,
  profileOption,
  readOptions,
  serviceOption,
  speedOption,
  topOption,
} from './options.ts';
import { FORMATS, toCsv, toTable } from './output.ts';
import { startOption } from './start-option.ts';
import { walkOption, wayTo } from './walk-option.ts';

/** `huimin nearest`: the open sites by walking time from a point or an estate. */
export function nearestCommand(args: string[]): string {
  const names = ['region', 'at', 'service', 'profile', 'speed', 'top', 'walk', 'format'];
  const options = readOptions(args, names, 'nearest');
  const format = choice(options, 'format', FORMATS);
  const services = loadServices();
  const chosen = options.service ? [serviceOption(options, services, 'nearest')] : services;
  const profile = profileOption(options, chosen.length === 1 ? chosen[0] : undefined);
  const speed = speedOption(options, profile);
  const top = topOption(options) ?? (options.service ? Infinity : 20);
  const walks = walkOption(options, profile);
  const { region } = loadRegion(needed(options, 'region', 'nearest'));
  const at = startOption(options, region.estates ?? []);
  const sites = chosen.flatMap(({ key }) => sitesOf(region.facilities, key));
  const prepared = new Prepared(region);
  const answer = nearestSites(prepared, sites, at, profile.key, speed);
  if (!answer.onNetwork) {
    throw new Fault('off-network', {
      zh: `${at.join(', ')} 离可走的街道超过 300 米。请换一个点，或检查经纬度。`,
      en: `${at.join(', ')} is more than 300 m from any usable street. Choose another point, or check longitude and latitude.`,
    });
  }
  const listed = answer.sites.slice(0, top);
  const ways = listed.slice(0, walks).map(({ site }) => wayTo(prepared, at, site, profile, speed));
  const rows = listed.map(({ site, minutes, metres }, k) => ({
    id: site.id,
    name: site.name,
    service: site.service,
    minutes,
    metres,
    lon: site.lon,
    lat: site.lat,
    ...(ways[k] && { walk: ways[k].json }),
  }));
  if (format === 'json') return JSON.stringify(rows, null, 2) + '\n';
  if (format === 'geojson') {
    const features = rows.map(({ lon, lat, walk: _, ...properties }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: [lon, lat] },
    }));
    return JSON.stringify({ type: 'FeatureCollection', features }) + '\n';
  }
  const listing = {
    columns: ['minutes', 'metres', 'service', 'id', 'name'],
    rows: rows.map((row) => [
      Math.round(row.minutes * 10) / 10,
      Math.round(row.metres),
      row.service,
      row.id,
      row.name,
    ]),
  };
  if (format === 'csv') return toCsv(listing);
  const lines = ways.map(({ lines }, k) => `\n${rows[k].name}\n${lines}`);
  return toTable(listing) + lines.join('');
}
