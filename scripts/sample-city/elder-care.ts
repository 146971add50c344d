import { calledFor } from './demand.ts';
import {
  COMMUNITY_STEMS,
  PLANNED_FACILITIES,
  STATION_VILLAGES,
  WITHOUT_STATION,
} from './facility-plan.ts';
import { FRONTS, QUIET, villageCorner, villageName } from './ground.ts';
import type { Draft, Ground } from './ground.ts';
import type { Kerb } from './kerb.ts';
import type { Place } from './people.ts';
import type { Point } from './point.ts';
import { contains } from './polygon.ts';
import { diceFor } from './random.ts';
import type { Name } from './street.ts';
import { pairs } from './street-names.ts';

const STATIONS = 23;

/** One centre in each area, where its older people live; stations where most of the others do. */
export function elderCare({ city, places, seed, kerb }: Ground): Draft[] {
  const dice = diceFor(seed, 'elder care');
  const centres = city.frontiers.areas.map((area): Draft => {
    const own = places.filter(({ at, kind }) => kind !== 'lonely' && contains(area.ring, at));
    const stem = area.name[0].replace(/街道|镇/, '');
    const seat = city.villages.find(({ plan: { name, seat } }) => seat && name[0] === stem);
    const wish = seat ? villageCorner(city, seat.plan.key, 70) : middleOfPeople(own);
    return {
      service: 'elder_care',
      name: [`${area.name[0]}综合养老服务中心`, `${area.name[1]} Elder-care Centre`],
      site: kerb.beside(wish, FRONTS, 14),
      status: 'open',
      capacity: dice.whole(6, 13) * 10,
      hours: '08:00-17:30',
    };
  });
  const gaps = WITHOUT_STATION.map((ring) => ring.map(city.warp));
  const urban = places.filter(
    ({ at, kind }) =>
      kind !== 'village' && kind !== 'lonely' && !gaps.some((ring) => contains(ring, at)),
  );
  const served = centres.map(({ site }) => site.at);
  const inTown = STATIONS - STATION_VILLAGES.length;
  const wishes = calledFor(urban, inTown, 420, ({ ages }) => ages[3] + ages[4] + ages[5], served);
  const used = new Set(PLANNED_FACILITIES.map(({ name }) => name[0]));
  const stations = wishes.map((wish): Draft => ({
    service: 'elder_care',
    name: stationName(kerb, wish, used),
    site: kerb.beside(wish, QUIET, 12),
    status: 'open',
    capacity: dice.whole(3, 8) * 5,
    hours: dice.pick(['08:00-17:00', '08:30-16:30']),
  }));
  const rural = STATION_VILLAGES.map((key): Draft => {
    const [zh, en] = villageName(city, key);
    return {
      service: 'elder_care',
      name: [`${zh}养老服务站`, `${en} Elder-care Station`],
      site: kerb.beside(villageCorner(city, key, 55), FRONTS, 12),
      status: 'open',
      capacity: dice.whole(2, 5) * 5,
      hours: '09:00-16:00',
    };
  });
  return [...centres, ...stations, ...rural];
}

/** After the community 社区, which is called after its main street; no name twice. */
function stationName(kerb: Kerb, wish: Point, used: Set<string>): Name {
  const { street } = kerb.beside(wish, ['secondary', 'tertiary'], 0);
  const stem: Name | undefined = street.name && [
    street.name[0].replace(/大?[街路]$/, ''),
    street.name[1].replace(/ (Street|Road|Avenue)$/, ''),
  ];
  for (const [zh, en] of [...(stem ? [stem] : []), ...pairs(COMMUNITY_STEMS)]) {
    const name = `${zh}社区养老服务站`;
    if (used.has(name)) continue;
    used.add(name);
    return [name, `${en} Elder-care Station`];
  }
  throw new Error('more stations than names');
}

function middleOfPeople(places: Place[]): Point {
  let [x, y, people] = [0, 0, 0];
  for (const { at, total } of places) {
    x += at.x * total;
    y += at.y * total;
    people += total;
  }
  return { x: x / people, y: y / people };
}
