import { entry, inLanguage, text, type Language, type Said } from '../shared/phrase.ts';

const OFFLINE = {
  withoutNetwork: entry(
    (date: string) => `没有网络，用的是 ${date} 的数据。`,
    (date: string) => `No network: these are the data of ${date}.`,
  ),
  withoutNetworkOrDate: text(
    '没有网络，用的是以前保存的数据。',
    'No network: these are the data kept earlier.',
  ),
  ready: text('已保存，没有网络也能用。', 'Kept on this device: it works without network.'),
  readyWithoutGround: text(
    '已保存，没有网络也能用；只是地图的底图太大，没有保存。',
    'Kept on this device: it works without network, but for the streets under the map, which are too large to keep.',
  ),
  full: text(
    '这部手机空间不够，没有网络时可能打不开。可以删掉下面不用的区域。',
    'This device has no room left: the page may not open without network. Delete regions you do not need below.',
  ),
  update: text('有新版本。', 'There is a new version.'),
  take: text('更新', 'Update'),
  room: text('保存在这部手机里的数据', 'What is kept on this device'),
  impossible: text(
    '这个浏览器不让本页保存数据（可能是无痕窗口，或网址不是 https 开头），没有网络时打不开。',
    'This browser keeps nothing for this page (a private window, or an address without https): it will not open without network.',
  ),
  none: text('现在没有保存区域。', 'No region is kept now.'),
  region: entry(
    (name: string, size: string, date: string) => `${name}：${size}，${date} 的数据`,
    (name: string, size: string, date: string) => `${name}: ${size}, data of ${date}`,
  ),
  regionUndated: entry(
    (name: string, size: string) => `${name}：${size}，数据日期不详`,
    (name: string, size: string) => `${name}: ${size}, date of the data not known`,
  ),
  used: entry(
    (used: string, quota: string) => `本网站共占 ${used}，浏览器最多给 ${quota}。`,
    (used: string, quota: string) => `This site takes ${used}; the browser allows up to ${quota}.`,
  ),
  remove: entry(
    (name: string) => `删除${name}`,
    (name: string) => `Delete ${name}`,
  ),
  removeAll: text('全部删除', 'Delete everything'),
  meaning: text(
    '删除以后，没有网络时就打不开了；下次有网络时打开，会重新保存。规划地图里的项目不会删除。',
    'Once deleted, it does not open without network; the next visit with network keeps it again. Projects of the planning map are not deleted.',
  ),
  removed: entry(
    (what: string) => `已删除：${what}`,
    (what: string) => `Deleted: ${what}`,
  ),
  everything: text('全部', 'everything'),
};

export type OfflineWords = Said<typeof OFFLINE>;

export const offlineWords = (language: Language): OfflineWords => inLanguage(OFFLINE, language);
