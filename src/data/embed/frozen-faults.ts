import { Fault } from '../fault.ts';

/** Why a frozen view cannot be shown: a sentence each, since a frame must never stay blank. */
export const frozenFaults = {
  damaged: () =>
    new Fault('frozen-damaged', {
      zh: '这张图的数字没有完整地传过来：嵌入地址被截断或改动了。请打开完整页面，或向发布者要新的嵌入代码。',
      en: 'The figures of this map did not arrive whole: the address of the embed was cut or changed. Open the full page, or ask whoever published it for the code again.',
    }),
  part: (path: string, expected: string, got: string) =>
    new Fault('frozen-part', {
      zh: `这张图的数字读不懂：“${path}”处应为 ${expected}，实为 ${got}。请打开完整页面，或向发布者要新的嵌入代码。`,
      en: `The figures of this map cannot be understood: at "${path}" expected ${expected}, got ${got}. Open the full page, or ask whoever published it for the code again.`,
    }),
  newer: (got: string, expected: number) =>
    new Fault('frozen-version', {
      zh: `这张图的数字是第 ${got} 版格式，这里读第 ${expected} 版。请打开完整页面，或更新这里的惠民圈。`,
      en: `The figures of this map are of version ${got}, version ${expected} is read here. Open the full page, or bring this Huimin Circle up to date.`,
    }),
  changed: () =>
    new Fault('frozen-changed', {
      zh: '这张图的数字与发布时的指纹（哈希）对不上：发布之后被改动过，所以不显示。请打开完整页面查看。',
      en: 'The figures of this map do not match the hash they were published with: they were changed since, and are not shown. Open the full page.',
    }),
};
