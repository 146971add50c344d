import { Fault } from '../fault.ts';
import { cut } from '../tables/quoted.ts';

const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);

/** Why a project cannot be opened. `file` is what it is called where it comes from. */
export const projectFaults = {
  foreign: (file: string) =>
    new Fault('project-file', {
      zh: `${file} 不是惠民圈的项目文件：应为“导出项目”得到的 .huimin 文件。请另选文件。`,
      en: `${file} is no project of Huimin Circle: expected a .huimin file that “Export project” has written. Choose another file.`,
    }),
  newer: (file: string, got: unknown, known: number) =>
    new Fault('project-version', {
      zh: `${file}：项目格式是第 ${cut(String(got))} 版，这里最多能读第 ${known} 版。请用更新的软件打开它。`,
      en: `${file}: version ${cut(String(got))} of the project format, expected at most ${known}. Open it with newer software.`,
    }),
  damaged: (file: string, part: string) =>
    new Fault('project-damaged', {
      zh: `${file}：其中的“${cut(part)}”缺失或与校验值不符，文件在保存之后被改动或没有传完。请重新导出或重新传送。`,
      en: `${file}: “${cut(part)}” in it is missing or differs from its checksum: the file was changed or cut off after it was written. Export or send it again.`,
    }),
  tooLarge: (file: string, bytes: number, most: number) =>
    new Fault('project-too-large', {
      zh: `${file}：解开后有 ${megabytes(bytes)} MB，最多 ${megabytes(most)} MB。没有打开。`,
      en: `${file}: unpacks to ${megabytes(bytes)} MB, expected at most ${megabytes(most)} MB. It was not opened.`,
    }),
  badPart: (file: string, key: string, expected: string, got: string) =>
    new Fault('project-part', {
      zh: `${file}：“${cut(key)}”处应为 ${cut(expected)}，实为 ${cut(got)}。没有打开。`,
      en: `${file}: at "${cut(key)}" expected ${cut(expected)}, got ${cut(got)}. It was not opened.`,
    }),
};
