import { Fault, type Text } from '../../src/data/fault.ts';

/** What the system's codes mean to whoever typed a path. */
const REASONS: Record<string, Text> = {
  ENOENT: { zh: '没有这个文件', en: 'no such file' },
  EISDIR: { zh: '这是文件夹，应为文件', en: 'it is a folder, expected a file' },
  ENOTDIR: {
    zh: '路径中有一段是文件，应为文件夹',
    en: 'a part of the path is a file, expected a folder',
  },
  EEXIST: {
    zh: '同名的文件已存在，应为文件夹',
    en: 'a file of that name exists, expected a folder',
  },
  EACCES: { zh: '没有权限', en: 'no permission' },
  EPERM: { zh: '没有权限', en: 'no permission' },
  EROFS: { zh: '只读的磁盘', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额已满', en: 'the disk quota is used up' },
  ERR_FS_FILE_TOO_LARGE: { zh: '大于 2 GiB', en: 'larger than 2 GiB' },
};

const reason = (code: string): Text => REASONS[code] ?? { zh: code, en: code };

/** Faults of what was typed or named on the command line. */
export const cliFaults = {
  usage: (en: string, zh: string) =>
    new Fault('usage', { zh: `${zh} 用法见 huimin --help。`, en: `${en} See huimin --help.` }),
  missing: (option: string, command: string) =>
    cliFaults.usage(`${command} needs ${option}.`, `${command} 缺少 ${option}。`),
  value: (option: string, got: string, expected: string, expectedZh: string) =>
    cliFaults.usage(
      `${option}: got "${got}", expected ${expected}.`,
      `${option}：得到“${got}”，应为${expectedZh}。`,
    ),
  twice: (option: string, command: string) =>
    cliFaults.usage(
      `${command}: ${option} is given twice, expected once.`,
      `${command}：${option} 写了两次，应只写一次。`,
    ),
  file: (path: string, code: string) =>
    new Fault('file', {
      zh: `读不了文件 ${path}（${reason(code).zh}）。请检查路径和权限。`,
      en: `Cannot read ${path} (${reason(code).en}). Check the path and its permissions.`,
    }),
  write: (path: string, code: string) =>
    new Fault('write', {
      zh: `写不了 ${path}（${reason(code).zh}）。没有留下写了一半的区域；请检查 --out、权限和剩余空间。`,
      en: `Cannot write ${path} (${reason(code).en}). Nothing half-written was left; check --out, its permissions and the free space.`,
    }),
  region: (name: string, there: string[]) =>
    new Fault('region', {
      zh: `没有区域“${name}”。已有：${there.join('、') || '无'}。请先运行 huimin region build。`,
      en: `No region "${name}". There are: ${there.join(', ') || 'none'}. Run huimin region build first.`,
    }),
  estates: (name: string, found: readonly { name: string; lon: number; lat: number }[]) => {
    const list = found
      .slice(0, 5)
      .map((estate) => `${estate.name} ${estate.lon.toFixed(5)},${estate.lat.toFixed(5)}`);
    return new Fault('estates', {
      zh: `有 ${found.length} 个小区叫“${name}”：${list.join('；')}。请写全名或经纬度。`,
      en: `${found.length} estates are called "${name}": ${list.join('; ')}. Give the whole name, or longitude and latitude.`,
    });
  },
  allRejected: (file: string, count: number, first: { zh: string; en: string }, line: number) =>
    new Fault('all-rejected', {
      zh: `${file} 的 ${count} 行全部不能用。第 ${line} 行：${first.zh}`,
      en: `All ${count} rows of ${file} were rejected. Line ${line}: ${first.en}`,
    }),
};
