import { Fault } from '../fault.ts';

/** Faults of a method block, and of files that should carry one. */
export const methodFaults = {
  wrong: (where: string, path: string, expected: string | null, received: string) =>
    new Fault('method', {
      zh: `${where} 里的方法块读不懂：“${path}” 处应为 ${expected ?? '别的值'}，实为 ${received}。请用惠民圈重新导出这个文件。`,
      en: `The method block in ${where} cannot be understood: at "${path}" expected ${expected ?? 'another value'}, got ${received}. Export the file again with Huimin Circle.`,
    }),
  none: (where: string) =>
    new Fault('no-method', {
      zh: `${where} 里没有方法块。应为惠民圈导出的 GeoJSON、CSV、XLSX、FlatGeobuf、SVG、PNG 或报告（PDF、HTML），且没有被别的软件改写。`,
      en: `There is no method block in ${where}. Expected a GeoJSON, CSV, XLSX, FlatGeobuf, SVG, PNG or report (PDF, HTML) that Huimin Circle exported and nothing else rewrote.`,
    }),
  damaged: (where: string) =>
    new Fault('method', {
      zh: `${where} 里的方法块已损坏，读不出来。请用惠民圈重新导出这个文件。`,
      en: `The method block in ${where} is damaged and cannot be read. Export the file again with Huimin Circle.`,
    }),
};
