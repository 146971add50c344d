import { Fault } from '../fault.ts';

const again = {
  zh: '请重新生成这个区域（huimin region build）。',
  en: 'Build the region again (huimin region build).',
};

/** Why a region bundle is refused. */
export const bundleFaults = {
  foreign: (got: string, expected = 'HUIMINRG') =>
    new Fault('bundle-foreign', {
      zh: `这不是惠民圈的区域文件：开头是“${got}”，应为“${expected}”。${again.zh}`,
      en: `Not a Huimin Circle region bundle: it begins with "${got}", expected "${expected}". ${again.en}`,
    }),
  version: (got: number, expected: number) =>
    new Fault('bundle-version', {
      zh: `区域文件是第 ${got} 版，本软件读第 ${expected} 版。${again.zh}`,
      en: `The region bundle is version ${got}; this software reads version ${expected}. ${again.en}`,
    }),
  cut: (got: number, expected: number) =>
    new Fault('bundle-cut', {
      zh: `区域文件不完整：有 ${got} 字节，应有 ${expected} 字节。${again.zh}`,
      en: `The region bundle is cut: got ${got} bytes, expected ${expected}. ${again.en}`,
    }),
  corrupt: (where: string) =>
    new Fault('bundle-corrupt', {
      zh: `区域文件已损坏（${where}）。${again.zh}`,
      en: `The region bundle is corrupt (${where}). ${again.en}`,
    }),
};
