import { Fault } from '../../src/data/fault.ts';
import { plainBytes } from './plain-bytes.ts';

const RESUME = {
  zh: '已下载的部分留着，再运行一次会接着下载。',
  en: 'What is there stays; run it again and it goes on from there.',
};

/** What can go wrong between a server and a file, as sentences. */
export const fetchFaults = {
  status: (url: string, status: number) =>
    new Fault('download-status', {
      zh: `${url} 回答 ${status}${status === 404 ? '（没有这个文件）' : ''}，应为 200。请检查 --from 的地址，或换一个镜像。`,
      en: `${url} answered ${status}${status === 404 ? ' (no such file)' : ''}, expected 200. Check the address given with --from, or use another mirror.`,
    }),
  busy: (url: string, status: number, seconds: number) =>
    new Fault('download-busy', {
      zh: `${url} 回答 ${status}，要求 ${seconds} 秒后再来，比这里肯等的久。${RESUME.zh}`,
      en: `${url} answered ${status} and asks to come back in ${seconds} s, longer than is waited here. ${RESUME.en}`,
    }),
  gaveUp: (url: string, tries: number, reason: string, bytes: number) =>
    new Fault('download-gave-up', {
      zh: `从 ${url} 下载，试了 ${tries} 次都没有成（最后一次：${reason}），得到 ${plainBytes(bytes)}。请检查网络。${RESUME.zh}`,
      en: `Downloading ${url} failed ${tries} times (last: ${reason}), ${plainBytes(bytes)} there. Check the network. ${RESUME.en}`,
    }),
  checksum: (url: string, got: string, expected: string) =>
    new Fault('download-checksum', {
      zh: `${url} 下载了两次，MD5 都不对：得到 ${got}，服务器公布的是 ${expected}。下载的文件已删去；请过些时候再试，或换一个镜像。`,
      en: `${url} was downloaded twice with a wrong MD5: got ${got}, the server publishes ${expected}. The file was taken away; try again later, or use another mirror.`,
    }),
  disk: (path: string, code: string, needed: number | null) =>
    new Fault('download-disk', {
      zh: `写不了 ${path}（${code === 'ENOSPC' ? '磁盘已满' : code}）${needed === null ? '' : `，还需要 ${plainBytes(needed)}`}。请腾出空间或换 --cache 的文件夹。${RESUME.zh}`,
      en: `Cannot write ${path} (${code === 'ENOSPC' ? 'the disk is full' : code})${needed === null ? '' : `, ${plainBytes(needed)} more needed`}. Free some space, or give another folder with --cache. ${RESUME.en}`,
    }),
  space: (folder: string, free: number, needed: number) =>
    new Fault('download-disk', {
      zh: `${folder} 所在的磁盘只剩 ${plainBytes(free)}，还需要 ${plainBytes(needed)}。请腾出空间或换 --cache 的文件夹。`,
      en: `The disk of ${folder} has ${plainBytes(free)} left, ${plainBytes(needed)} needed. Free some space, or give another folder with --cache.`,
    }),
  tooLarge: (file: string, bytes: number, most: number) =>
    new Fault('download-too-large', {
      zh: `${file} 有 ${plainBytes(bytes)}，只有 .osm.pbf 能边读边裁，别的格式至多 ${plainBytes(most)}。请用 .osm.pbf。`,
      en: `${file} has ${plainBytes(bytes)}: only .osm.pbf is cut while it is read, other forms may have ${plainBytes(most)}. Use an .osm.pbf.`,
    }),
};
