import type { ProfileKey } from '../../core/profile.ts';
import { entry, persons, text, type Entry } from './phrase.ts';

/** What each profile is called. */
export const PROFILE_NAMES: Record<ProfileKey, Entry<string>> = {
  general: text('一般', 'General'),
  older: text('年长', 'Older'),
  slow: text('缓行', 'Slow'),
  wheelchair: text('轮椅', 'Wheelchair'),
  bicycle: text('自行车', 'Bicycle'),
  ebike: text('电动车', 'E-bike'),
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
  ebike: goes('骑电动车能到', 'by e-bike'),
  car: goes('开车能到', 'by car'),
  ambulance: entry(
    (limit: string, service: string) => `救护车${limit}内能从${service}赶到`,
    (limit: string, service: string) => `Ambulance from ${service}: there within ${limit}`,
  ),
};

/** Words of the ways of moving. */
export const MOVING = {
  byZone: text('城镇 / 农村', 'By zone'),
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
    (profile: string, speed: string) =>
      `${profile}，按道路等级和限速行驶（限速 50 的路上 ${speed} 米/秒），分单行道，下车后步行 1.2 米/秒`,
    (profile: string, speed: string) =>
      `${profile}, at the speed of each road (${speed} m/s where 50 km/h is signed), one-way streets respected, the last metres on foot at 1.2 m/s`,
  ),
  ruleBicycle: entry(
    (profile: string, speed: string) =>
      `${profile}，车速 ${speed} 米/秒，分单行道，不能骑的地方推行，停车后步行 1.2 米/秒`,
    (profile: string, speed: string) =>
      `${profile}, ${speed} m/s, one-way streets respected, pushed where riding is not allowed, the last metres on foot at 1.2 m/s`,
  ),
  turnOut: entry(
    (seconds: string) => `含出车准备 ${seconds} 秒`,
    (seconds: string) => `${seconds} s to turn out included`,
  ),
  stepFree: entry(
    (lost: string, older: string, barriers: string, pace: string) =>
      `同样的 ${older} 位居民，年长者走得到；坐轮椅会失去其中 ${lost} 人：${barriers} 人因台阶、路缘、坡度或路面，${pace} 人只因较慢。`,
    (lost: string, older: string, barriers: string, pace: string) =>
      `Older walkers reach ${persons(older)}; a wheelchair loses ${lost} of them: ${barriers} to steps, kerbs, slopes or ground, ${pace} only to its pace.`,
  ),
  stepFreeNone: text(
    '坐轮椅与年长者步行相比，没有失去任何人。',
    'A wheelchair loses nobody whom older walkers reach.',
  ),
  lostToBarriers: text('轮椅因障碍到不了', 'Lost to barriers by wheelchair'),
  lostToPace: text('轮椅因较慢到不了', 'Lost to the slower pace'),
} as const;
