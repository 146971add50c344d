import type { ProfileKey } from '../../core/profile.ts';
import { entry, persons, text, type Entry } from './phrase.ts';

/** What each profile is called. */
export const PROFILE_NAMES: Record<ProfileKey, Entry<string>> = {
  general: text('一般', 'General'),
  older: text('年长', 'Older'),
  slow: text('缓行', 'Slow'),
  wheelchair: text('轮椅', 'Wheelchair'),
  bicycle: text('自行车', 'Bicycle'),
  ebike: text('电动自行车', 'E-bike'),
  car: text('汽车', 'Car'),
  ambulance: text('救护车', 'Ambulance'),
};

const goes = (zh: string, en: string) =>
  entry(
    (limit: string, service: string) => `${limit}内${zh}${service}`,
    (limit: string, service: string) => `${service}: within ${limit} ${en}`,
  );
const walks = goes('能走到', 'on foot');

/** The sentence above the number: who gets where within what. */
export const ARRIVALS: Record<ProfileKey, Entry<(limit: string, service: string) => string>> = {
  general: walks,
  older: walks,
  slow: walks,
  wheelchair: goes('坐轮椅能到', 'by wheelchair'),
  bicycle: goes('骑自行车能到', 'by bicycle'),
  ebike: goes('骑电动自行车能到', 'by e-bike'),
  car: goes('开车能到', 'by car'),
  ambulance: entry(
    (limit: string, service: string) => `救护车从${service}出发，${limit}内能赶到`,
    (limit: string, service: string) => `${service}: an ambulance is there within ${limit}`,
  ),
};

// Chinese names the way of going in its verb: nobody 走 in a car. English need not.
const onFoot = { can: text('能走到', 'Reached'), cannot: text('走不到', 'Not reached') };
const onWheels = { can: text('能到', 'Reached'), cannot: text('到不了', 'Not reached') };
const sent = { can: text('能赶到', 'Reached'), cannot: text('赶不到', 'Not reached') };
const VERBS: Record<ProfileKey, typeof onFoot> = {
  general: onFoot,
  older: onFoot,
  slow: onFoot,
  wheelchair: onWheels,
  bicycle: onWheels,
  ebike: onWheels,
  car: onWheels,
  ambulance: sent,
};
const each = (which: keyof typeof onFoot) =>
  Object.fromEntries(Object.entries(VERBS).map(([key, verb]) => [key, verb[which]])) as Record<
    ProfileKey,
    Entry<string>
  >;

/** Of people within the limit, by profile. */
export const CAN = each('can');
/** Of people beyond it. */
export const CANNOT = each('cannot');

/** Words of the ways of moving. */
export const MOVING = {
  byZone: text('按城镇、农村', 'by zone'),
  byZoneChip: entry(
    (urban: string, rural: string) => `城镇 ${urban} · 农村 ${rural}`,
    (urban: string, rural: string) => `town ${urban} · country ${rural}`,
  ),
  byZoneWhy: entry(
    (urban: string, rural: string) => `城镇 ${urban} 分钟、农村 ${rural} 分钟`,
    (urban: string, rural: string) => `${urban} minutes in town, ${rural} in the country`,
  ),
  zone_urban: text('城镇', 'Town'),
  zone_rural: text('农村', 'Country'),
  zone_none: text('未注明（按城镇）', 'Not stated (as town)'),
  zoneFigure: entry(
    (zone: string, minutes: string, covered: string, people: string, share: string) =>
      `${zone} ${minutes} 分钟：${covered} / ${people}（${share}）`,
    (zone: string, minutes: string, covered: string, people: string, share: string) =>
      `${zone}, ${minutes} min: ${covered} of ${people} (${share})`,
  ),
  ruleCar: entry(
    (profile: string, speed: string, kmh: string) =>
      `${profile}，按道路等级和限速行驶（限速 50 公里/时的路上 ${speed} 米/秒，即 ${kmh} 公里/时），遵守单行，下车后步行 1.2 米/秒`,
    (profile: string, speed: string, kmh: string) =>
      `${profile}, at the speed of each road (${speed} m/s or ${kmh} km/h where 50 km/h is signed), one-way streets respected, the last metres on foot at 1.2 m/s`,
  ),
  ruleBicycle: entry(
    (profile: string, speed: string, kmh: string) =>
      `${profile}，车速 ${speed} 米/秒（${kmh} 公里/时），遵守单行，不能骑的地方推行，停车后步行 1.2 米/秒`,
    (profile: string, speed: string, kmh: string) =>
      `${profile}, ${speed} m/s (${kmh} km/h), one-way streets respected, pushed where riding is not allowed, the last metres on foot at 1.2 m/s`,
  ),
  turnOut: entry(
    (seconds: string) => `含出车准备 ${seconds} 秒`,
    (seconds: string) => `${seconds} s to turn out included`,
  ),
  stepFree: entry(
    (lost: string, older: string, barriers: string, pace: string) =>
      `年长者能走到的有 ${older} 人，其中 ${lost} 人坐轮椅到不了：${barriers} 人因为台阶、路缘、坡度或路面，${pace} 人只因为走得慢。`,
    (lost: string, older: string, barriers: string, pace: string) =>
      `Older walkers reach ${persons(older)}; a wheelchair loses ${lost} of them: ${barriers} to steps, kerbs, slopes or ground, ${pace} only to its pace.`,
  ),
  stepFreeNone: text(
    '年长者能走到的人，坐轮椅也都能到。',
    'A wheelchair loses nobody whom older walkers reach.',
  ),
  lostToBarriers: text('轮椅因障碍到不了', 'Wheelchair: lost to barriers'),
  lostToPace: text('轮椅因速度慢到不了', 'Wheelchair: lost to pace'),
} as const;
