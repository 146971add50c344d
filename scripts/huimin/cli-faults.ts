import { Fault } from '../../src/data/fault.ts';

/** Faults of what was typed or named on the command line. */
export const cliFaults = {
  usage: (en: string, zh: string) =>
    new Fault('usage', { zh: `${zh} 用法见 huimin --help。`, en: `${en} See huimin --help.` }),
  missing: (option: string, command: string) =>
    cliFaults.usage(`${command} needs ${option}.`, `${command} 缺少 ${option}。`),
  value: (option: string, got: string, expected: string, expectedZh: string) =>
    cliFaults.usage(
      `${option}: got "${got}", expected ${expected}.`,
      `${option}:得到“${got}”,应为${expectedZh}。`,
    ),
  file: (path: string, why: string) =>
    new Fault('file', {
      zh: `读不了文件 ${path}(${why})。请检查路径和权限。`,
      en: `Cannot read ${path} (${why}). Check the path and its permissions.`,
    }),
  region: (name: string, there: string[]) =>
    new Fault('region', {
      zh: `没有区域“${name}”。已有:${there.join('、') || '无'}。请先运行 huimin region build。`,
      en: `No region "${name}". There are: ${there.join(', ') || 'none'}. Run huimin region build first.`,
    }),
  allRejected: (file: string, count: number, first: { zh: string; en: string }, line: number) =>
    new Fault('all-rejected', {
      zh: `${file} 的 ${count} 行全部不能用。第 ${line} 行:${first.zh}`,
      en: `All ${count} rows of ${file} were rejected. Line ${line}: ${first.en}`,
    }),
};
