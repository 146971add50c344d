import { describe, expect, it } from 'vitest';
import { parseHours } from '../../../src/data/hours/parse-hours.ts';
import { areas, facilities, inRing, metres, osm, streets, studyArea } from './read-back.ts';
import { nearness, segmentsOf } from './segments.ts';

const isInside = ({ lon, lat }: Record<string, string>) =>
  inRing(studyArea, Number(lon), Number(lat));
const inside = facilities.filter(isInside);

function counted(rows: Record<string, string>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { service, status } of rows) {
    const key = `${service} ${status}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describe('facilities of the sample city', () => {
  it('are exactly these inside the study area', () => {
    expect(counted(inside)).toEqual({
      'elder_care open': 34,
      'elder_care planned': 2,
      'elder_care building': 1,
      'charging open': 188,
      'school open': 12,
      'clinic open': 28,
      'jikang open': 5,
      'ambulance_base open': 3,
      'elder_canteen open': 2,
      'elder_canteen planned': 1,
      'park open': 9,
    });
  });

  it('have one clinic outside it', () => {
    const outside = facilities.filter((row) => !isInside(row));
    expect(counted(outside)).toEqual({ 'clinic open': 1 });
  });

  it('have one elder-care centre in each area and 23 stations, all with places', () => {
    const care = inside.filter(
      ({ service, status }) => service === 'elder_care' && status === 'open',
    );
    const centres = care.filter(({ name }) => name.endsWith('综合养老服务中心'));
    for (const { ring, properties } of areas) {
      const own = centres.filter(({ lon, lat }) => inRing(ring, Number(lon), Number(lat)));
      expect(own.map(({ name }) => name)).toEqual([`${properties.name}综合养老服务中心`]);
    }
    expect(care.filter(({ name }) => name.endsWith('养老服务站')).length).toBe(23);
    expect(care.every(({ capacity }) => Number(capacity) > 0)).toBe(true);
  });

  it('say when they will open where they are not open yet, and how many a clinic sees', () => {
    const coming = facilities.filter(({ status }) => status !== 'open');
    expect(coming.map(({ opened }) => opened).sort()).toEqual([
      '2027-03-01',
      '2027-06',
      '2027-09-01',
      '2028-06',
    ]);
    const clinics = facilities.filter(({ service }) => service === 'clinic');
    expect(clinics.every(({ capacity }) => Number(capacity) >= 30)).toBe(true);
  });

  it('list every estate for charging: 151 with, 37 without', () => {
    const rows = facilities.filter(({ service }) => service === 'charging');
    expect(rows.filter(({ equipped }) => equipped === 'yes').length).toBe(151);
    expect(rows.filter(({ equipped }) => equipped === 'no').length).toBe(37);
    const estates = osm.ways.filter(({ tags }) => tags.landuse === 'residential' && tags.name);
    expect(rows.map(({ name }) => name).sort()).toEqual(
      estates.map(({ tags }) => tags.name).sort(),
    );
    const others = facilities.filter(({ service }) => service !== 'charging');
    expect(others.every(({ equipped }) => equipped === '')).toBe(true);
  });

  it('stand within 60 m of a street', () => {
    const off = nearness(segmentsOf(streets), 100);
    for (const { lon, lat, name } of facilities)
      expect(off(metres(Number(lon), Number(lat))), name).toBeLessThan(60);
  });

  it('say in every row that they are invented, and ring nobody’s telephone', () => {
    for (const row of facilities) {
      expect(row.source).toBe('示例数据 sample data');
      expect(row.accuracy).toBe('invented');
      expect(row.phone).toMatch(/^$|^000-0000-\d{4}$/);
      expect(row.name_en).not.toBe('');
    }
    expect(new Set(facilities.map(({ id }) => id)).size).toBe(facilities.length);
  });
});

describe('what somebody asks before going there', () => {
  it('is written as offices and OpenStreetMap write it, or not at all', () => {
    const hours = [...new Set(facilities.map((row) => row.hours))];
    expect(hours.filter((text) => text !== '' && !parseHours(text))).toEqual([]);
    expect(hours).toEqual(
      expect.arrayContaining([
        '',
        '24/7',
        '周一至周五 8:30–16:30',
        'Mo-Fr 08:00-12:00,13:30-17:00; PH off',
      ]),
    );
    for (const column of ['price', 'note', 'step_free']) {
      const said = inside.filter((row) => row.service === 'clinic' && row[column] !== '').length;
      expect(said, column).toBeGreaterThan(5);
      expect(said, column).toBeLessThan(28);
    }
  });

  it('has a street and a number for every place, and nothing said of what is not open', () => {
    for (const { address, status, hours, price, note } of facilities) {
      expect(address).toMatch(/^示例城.*(路|街|巷|胡同|道|弄|里|桥)\d+号$/u);
      if (status !== 'open') expect([hours, price, note]).toEqual(['', '', '']);
    }
  });

  it('agrees with the hours that OpenStreetMap has of a clinic', () => {
    const clinics = osm.nodes.filter(({ tags }) => tags.opening_hours);
    expect(clinics.length).toBeGreaterThan(10);
    for (const { tags } of clinics) {
      const { hours } = facilities.find(({ name }) => name === tags.name)!;
      if (!hours) continue;
      expect(parseHours(hours)!.week, tags.name).toEqual(parseHours(tags.opening_hours)!.week);
    }
  });
});

describe('facilities that OpenStreetMap knows', () => {
  const points = osm.nodes.filter(({ tags }) => tags.amenity || tags.emergency);
  const byName = new Map(facilities.map((row) => [row.name, row]));

  it('stand exactly where the table has them, under the same name, once', () => {
    expect(points.length).toBeGreaterThan(30);
    expect(new Set(points.map(({ tags }) => tags.name)).size).toBe(points.length);
    for (const { tags, x, y } of points) {
      const row = byName.get(tags.name)!;
      const at = metres(Number(row.lon), Number(row.lat));
      expect(Math.hypot(at.x - x, at.y - y), tags.name).toBeLessThan(0.05);
      expect(row.status).toBe('open');
    }
  });

  it('are of these services', () => {
    const kinds = points.map(({ tags }) => byName.get(tags.name)!.service);
    expect(new Set(kinds)).toEqual(
      new Set(['clinic', 'school', 'elder_care', 'jikang', 'ambulance_base']),
    );
  });

  it('are land with gates where they are large: no school is there twice', () => {
    const grounds = osm.ways.filter(({ tags }) => tags.amenity === 'school');
    const schools = facilities.filter(({ service }) => service === 'school');
    const seen = [...grounds, ...points.filter(({ tags }) => tags.amenity === 'school')];
    expect(seen.map(({ tags }) => tags.name).sort()).toEqual(
      schools.map(({ name }) => name).sort(),
    );
    const ways = new Set(osm.ways.filter(({ tags }) => tags.highway).flatMap(({ nodes }) => nodes));
    for (const { nodes, tags } of grounds) {
      const gates = nodes.filter((node) => node.tags.barrier === 'gate' && ways.has(node));
      expect(gates.length, tags.name).toBe(1);
    }
  });
});

describe('names', () => {
  it('are none of the region that the app was first made for', () => {
    const real = /龙山|西安|东丰|东辽|丰满|经开|临河|辽源|吉林市|威海|柳河/;
    const names = [
      ...osm.ways.map(({ tags }) => tags.name),
      ...osm.nodes.map(({ tags }) => tags.name),
      ...facilities.flatMap(({ name, address }) => [name, address]),
      ...areas.map(({ properties }) => properties.name),
    ];
    expect(names.filter((name) => name && real.test(name))).toEqual([]);
  });

  it('come in Chinese and English together', () => {
    const named = [...osm.ways, ...osm.nodes].filter(({ tags }) => tags.name);
    expect(named.length).toBeGreaterThan(500);
    expect(named.filter(({ tags }) => !tags['name:en'])).toEqual([]);
  });
});
