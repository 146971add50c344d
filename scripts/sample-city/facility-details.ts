import type { Draft } from './ground.ts';
import type { Dice } from './random.ts';

/** What somebody asks before going there; '' for what nobody wrote down. */
export interface Details {
  hours: string;
  price: string;
  note: string;
}

/** As offices' lists write it, as OpenStreetMap does, and not at all; by service. */
const HOURS: Record<string, string[]> = {
  elder_care: [
    '周一至周五 8:30–16:30',
    '周一至周六 8:00–11:30，13:30–17:00',
    '',
    '每天 8:00–17:00',
    'Mo-Fr 08:00-12:00,13:30-17:00; PH off',
  ],
  jikang: ['周一至周五 9:00–11:30、13:00–16:00，节假日休息', '周一至周五 9:00–16:00', ''],
  elder_canteen: ['工作日 6:30–8:30，11:00–13:00', '周一至周日 6:30–8:30，10:30–13:00，节假日照常'],
  school: ['Mo-Fr 07:30-17:30; PH off', '', '周一至周五 7:30–17:30'],
  ambulance_base: ['24/7'],
  park: ['每天 5:30–22:00', '全天开放', 'Mo-Su 05:30-22:00; PH 05:30-22:00'],
};

/** Clinics keep the hours that OpenStreetMap has of half of them, each list in its own writing. */
const CLINIC_HOURS: Record<string, string[]> = {
  '08:00-20:00': ['周一至周日 8:00–20:00，节假日照常', '08:00-20:00'],
  '08:00-18:00': ['每天 8:00–18:00', 'Mo-Su 08:00-18:00', ''],
  '00:00-24:00': ['24小时', '24/7'],
  '07:30-19:30': ['周一至周日 7:30–19:30', ''],
};

const PRICES: Record<string, string[]> = {
  elder_care: ['日托每天 30 元', '日托免费，助餐 12 元一份', '', '日托每月 600 元，含午餐'],
  jikang: ['免费'],
  elder_canteen: ['早餐 5 元，午餐 12 元一份', '午餐 15 元一份，60 岁及以上 10 元'],
  charging: ['1 元充 4 小时', '每度 0.9 元', ''],
  clinic: ['挂号费 5 元，可用医保', '可用医保', '', '一般诊疗费 8 元'],
  park: ['免费'],
};

const NOTES: Record<string, string[]> = {
  elder_care: [
    '助餐 12 元一份；可送餐，前一天 17:00 前电话预订',
    '',
    '每周三上午量血压',
    '可上门助浴',
  ],
  jikang: ['需持残疾人证，先打电话登记', '', '有无障碍班车，请提前一天预约'],
  elder_canteen: ['可送餐，加 2 元，当天 9:00 前打电话', '自带餐盒少收 1 元'],
  charging: ['只供本小区居民', ''],
  clinic: ['', '可换药、打针', '中医只在周二、周四上午', '行动不便的可预约上门'],
  ambulance_base: ['急救请拨 120，不接待上门就诊'],
  park: ['有公厕和直饮水', ''],
};

/** Of a draft, by dice of their own: nothing else of the city moves. */
export function detailsOf({ service, status, equipped, hours = '' }: Draft, dice: Dice): Details {
  const pick = (lists: Record<string, string[]>, key = service) => dice.pick(lists[key] ?? ['']);
  const found = {
    hours: pick(
      service === 'clinic' ? CLINIC_HOURS : HOURS,
      service === 'clinic' ? hours : service,
    ),
    price: pick(PRICES),
    note: pick(NOTES),
  };
  if (service === 'charging' && equipped) found.hours = dice.pick(['24/7', '']);
  return status === 'open' && equipped !== false ? found : { hours: '', price: '', note: '' };
}
