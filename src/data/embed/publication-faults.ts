import { Fault } from '../fault.ts';

/** Why a folder is no published view, or none that can be gone on with. */
export const publicationFaults = {
  foreign: (where: string) =>
    new Fault('publication', {
      zh: `${where} 不是惠民圈发布的数字文件：应为含 "huimin": "publication" 的 figures.json，由 huimin publish 写出。请检查路径，或重新发布。`,
      en: `${where} is no file of published figures: expected a figures.json with "huimin": "publication", as huimin publish writes it. Check the path, or publish again.`,
    }),
  version: (where: string, got: number, expected: number) =>
    new Fault('publication-version', {
      zh: `${where} 的版本是 ${got}，本软件读版本 ${expected}。请用写出它的那一版软件核对。`,
      en: `${where} is of version ${got}, expected ${expected}. Use the version of the software that wrote it.`,
    }),
  noSums: (where: string) =>
    new Fault('publication', {
      zh: `${where} 不是惠民圈发布的文件夹：里面没有 SHA256SUMS。应为 huimin publish --out 写出的文件夹。`,
      en: `${where} is no folder that was published: there is no SHA256SUMS in it. Expected one that huimin publish --out wrote.`,
    }),
  differs: (where: string, what: readonly string[]) =>
    new Fault('publication-differs', {
      zh: `${where} 与发布时不同：${what.slice(0, 8).join('、')}${what.length > 8 ? ` 等 ${what.length} 处` : ''}。请用发布时的原件恢复，或重新发布。`,
      en: `${where} is not as it was published: ${what.slice(0, 8).join(', ')}${what.length > 8 ? ` and others, ${what.length} in all` : ''}. Put the original files back, or publish again.`,
    }),
  occupied: (where: string) =>
    new Fault('publication-occupied', {
      zh: `${where} 已有内容，且不是惠民圈发布的文件夹，没有动它。请给 --out 一个新的路径。`,
      en: `${where} holds something that huimin publish did not write; it was left alone. Give --out a new path.`,
    }),
  already: (where: string) =>
    new Fault('publication-already', {
      zh: `${where} 已发布过一个视图，没有动它。要替换请加 --replace yes（已有的更正会保留）；只补更正请用 huimin publish --correct。`,
      en: `${where} holds a published view already; it was left alone. Add --replace yes to put this one in its place (correction notes are kept), or use huimin publish --correct for a note.`,
    }),
};
