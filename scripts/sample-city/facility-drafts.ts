import type { City } from './city.ts';
import { calledFor } from './demand.ts';
import { elderCare } from './elder-care.ts';
import * as plan from './facility-plan.ts';
import { FRONTS, QUIET, villageCorner, villageName } from './ground.ts';
import type { Draft, Ground } from './ground.ts';
import { Kerb } from './kerb.ts';
import type { Place } from './people.ts';
import { distance } from './point.ts';
import type { Point } from './point.ts';
import { centroidOf, contains } from './polygon.ts';
import { diceFor } from './random.ts';
import type { Name } from './street.ts';
import { pairs } from './street-names.ts';

const CLINICS_OLD_TOWN = 9;
const CLINICS_TOWN = 12;
const EQUIPPED = 151;

/** Everything of facilities.csv, in the order of its rows. */
export function facilityDrafts(city: City, places: Place[], seed: number): Draft[] {
  const kerb = new Kerb(city.streets);
  const ground = { city, places, seed, kerb };
  return [
    ...elderCare(ground),
    ...planned(ground),
    ...charging(ground),
    ...schools(ground),
    ...clinics(ground),
    ...parks(ground),
  ];
}

function planned({ city, kerb }: Ground): Draft[] {
  const hours: Record<string, string> = {
    jikang: '09:00-16:00',
    elder_canteen: '06:30-13:00',
    ambulance_base: '00:00-24:00',
    elder_care: '',
  };
  return plan.PLANNED_FACILITIES.map(({ at, ...rest }): Draft => {
    const driven = rest.service === 'ambulance_base';
    const wish =
      typeof at === 'string' ? villageCorner(city, at, driven ? 100 : -60) : city.warp(at);
    const kinds = driven ? FRONTS : QUIET;
    return { ...rest, hours: hours[rest.service], site: kerb.beside(wish, kinds, 13) };
  });
}

/** Every estate, with charging or without: the oldest and the cheapest wait. */
function charging({ city, seed }: Ground): Draft[] {
  const dice = diceFor(seed, 'charging');
  const luck = city.estates.map(({ lot }) => lot.block.era + dice.between(0, 1.1));
  const bar = [...luck].sort((a, b) => b - a)[EQUIPPED - 1];
  return city.estates.map((estate, i): Draft => {
    const gate = estate.gates[0].at;
    const lane = estate.lanes.find(({ line }) => distance(line[0], gate) < 3)!;
    return {
      service: 'charging',
      name: estate.name,
      // Just inside the gate: the last point of the gateway lies on the lanes of the estate.
      site: { at: lane.line[lane.line.length - 1], street: lane },
      status: 'open',
      equipped: luck[i] >= bar,
    };
  });
}

function schools({ city, seed, kerb }: Ground): Draft[] {
  const dice = diceFor(seed, 'schools');
  const inTown = city.uses.schools.map(({ ring }, i): [Point, Name] => [
    centroidOf(ring),
    plan.TOWN_SCHOOLS[i],
  ]);
  const inCountry = plan.SCHOOL_VILLAGES.map(([key, name]): [Point, Name] => [
    villageCorner(city, key, -130),
    name,
  ]);
  return [...inTown, ...inCountry].map(([wish, name], i): Draft => ({
    service: 'school',
    name,
    site: kerb.beside(wish, QUIET, 16),
    status: 'open',
    onGround: city.uses.schools.length > i,
    capacity: dice.whole(9, 30) * 50,
    hours: '07:30-17:30',
  }));
}

function clinics({ city, places, seed, kerb }: Ground): Draft[] {
  const dice = diceFor(seed, 'clinics');
  // People a day; of its own dice, so that the hours stay as they were.
  const sizes = diceFor(seed, 'clinic sizes');
  const gaps = plan.WITHOUT_CLINIC.map((ring) => ring.map(city.warp));
  const within = (kinds: Place['kind'][]) =>
    places.filter(
      ({ at, kind }) => kinds.includes(kind) && !gaps.some((ring) => contains(ring, at)),
    );
  const old = calledFor(within(['old-town']), CLINICS_OLD_TOWN, 230, ({ total }) => total, []);
  const town = calledFor(
    within(['estate', 'low-houses']),
    CLINICS_TOWN,
    480,
    ({ total }) => total,
    old,
  );
  const stems = pairs(plan.CLINIC_STEMS);
  const inTown = [...old, ...town].map((wish, i): [Point, Name] => [
    wish,
    [`${stems[i][0]}诊所`, `${stems[i][1]} Clinic`],
  ]);
  // One more stands beyond the study area: people near the edge do walk there.
  const rural = [...plan.CLINIC_VILLAGES, 'bailutan'].map((key): [Point, Name] => {
    const [zh, en] = villageName(city, key);
    return [villageCorner(city, key, 20), [`${zh}卫生室`, `${en} Clinic`]];
  });
  return [...inTown, ...rural].map(([wish, name]): Draft => ({
    service: 'clinic',
    name,
    site: kerb.beside(wish, FRONTS, 10),
    status: 'open',
    capacity: sizes.whole(3, 16) * 10,
    hours: dice.pick(['08:00-20:00', '08:00-18:00', '00:00-24:00', '07:30-19:30']),
  }));
}

function parks({ city, kerb }: Ground): Draft[] {
  return city.parks.map(({ name, entrance }): Draft => ({
    service: 'park',
    name,
    site: { at: entrance, street: kerb.beside(entrance, FRONTS, 0).street },
    status: 'open',
    hours: '05:30-22:00',
  }));
}
