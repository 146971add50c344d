import { entry, inLanguage, type Language, type Said, text } from '../../shared/phrase.ts';

/** Words of the builder of embeds, Chinese first. */
const BUILDER = {
  title: text('放进文章', 'In the article'),
  close: text('返回', 'Back'),
  choices: text('选项', 'Choices'),
  minutes: text('限时', 'Time limit'),
  minutesScreen: entry(
    (list: string) => `同屏幕（${list} 分钟）`,
    (list: string) => `As on screen (${list} minutes)`,
  ),
  minutesOf: entry(
    (n: string) => `${n} 分钟`,
    (n: string) => `${n} minutes`,
  ),
  language: text('语言', 'Language'),
  zh: text('中文', 'Chinese'),
  en: text('英文 English', 'English'),
  theme: text('外观', 'Appearance'),
  theme_auto: text('随读者的系统', 'As the reader’s system'),
  theme_light: text('浅色', 'Light'),
  theme_dark: text('深色', 'Dark'),
  theme_contrast: text('高对比', 'High contrast'),
  live: text('可移动的地图', 'The map that moves'),
  live_tap: text('点一下才载入', 'Loads on a tap'),
  live_visible: text('看到时载入', 'Loads when it is seen'),
  live_never: text('不要', 'None'),
  liveScenario: text(
    '方案的改动不在嵌入地址里，所以这里没有可移动的地图；发布的文件夹里有。',
    'A scenario’s changes are not in an embed’s address: there is no map that moves here; a published folder has one.',
  ),
  layers: text('地图上画', 'Drawn on it'),
  layer_bands: text('时间圈', 'Bands of minutes'),
  layer_gaps: text('缺口', 'Gaps'),
  layer_sites: text('设施', 'Sites'),
  layer_areas: text('街道、乡镇界', 'Boundaries of areas'),
  caption: text('图注（你的话）', 'Caption (your words)'),
  approval: text('审图号', 'Map approval number'),
  approvalWhy: text('空着写“示意图”。', 'Empty: “schematic map”.'),
  height: text('高度（像素）', 'Height (pixels)'),
  heightWhy: entry(
    (list: string) => `内容的高度：${list}`,
    (list: string) => `Height of its contents: ${list}`,
  ),
  heightAt: entry(
    (width: string, height: string) => `宽 ${width} 时 ${height}`,
    (width: string, height: string) => `${height} at a width of ${width}`,
  ),
  preview: text('预览', 'Preview'),
  width: text('宽度', 'Width'),
  pixels: entry(
    (n: string) => `${n} 像素`,
    (n: string) => `${n} px`,
  ),
  take: text('带走', 'Take it along'),
  kind: text('形式', 'Form'),
  kind_iframe: text('内嵌框架 iframe', 'Frame (iframe)'),
  kind_element: text('元素 <huimin-map>', 'Element <huimin-map>'),
  kind_picture: text('图片', 'Picture'),
  kind_oembed: text('oEmbed', 'oEmbed'),
  kind_link: text('网址', 'Address'),
  qr: entry(
    (link: string) => `二维码：${link}`,
    (link: string) => `QR code: ${link}`,
  ),
  qrMissing: text(
    '二维码没有画出来；网址照样可用。',
    'The QR code was not drawn; the address works.',
  ),
  qrWhat: text('印在报纸上的二维码：打开完整的地图', 'A QR code for print: opens the full map'),
  code: text('复制到文章里的代码', 'Code for the article'),
  pictureWhy: text(
    '先下载图片，和文章一起上传，再把代码里的文件名改成上传后的网址。替代文字按数字写好。',
    'Download the pictures, upload them with the article, and put their addresses in place of the names. The alternative text is written from the numbers.',
  ),
  local: text(
    '这个网址只有本机能打开：请在对外的网址上打开惠民圈，再复制。',
    'Only this computer can open this address: open Huimin Circle at its public address before copying.',
  ),
  copy: text('复制', 'Copy'),
  copied: text('已复制。', 'Copied.'),
  selected: text('已选中：请按 Ctrl+C（⌘C）复制。', 'Selected: press Ctrl+C (⌘C) to copy.'),
  png: entry(
    (times: string) => `下载 PNG ${times}×`,
    (times: string) => `Download PNG ${times}×`,
  ),
  svg: text('下载 SVG', 'Download SVG'),
  publish: text('发布这个视图', 'Publish this view'),
  publishWhy: text(
    '一个文件夹（ZIP）：页面、图片、裁到这个视图的数据、说明。放到任何静态主机或内容管理系统；数字定格，可用 huimin verify 重算核对。',
    'A folder (ZIP): page, pictures, data cut to this view, README. For any static host or content management system; the figures are frozen, and huimin verify computes them again.',
  ),
  publishNow: text('下载文件夹（ZIP）', 'Download the folder (ZIP)'),
  publishedStill: text(
    '没有带上可移动的地图（取不到它的程序）；静态的一页是完整的。',
    'The map that moves did not come along (its program cannot be had); the still page is whole.',
  ),
  making: text('正在生成…', 'Making it…'),
  done: entry(
    (name: string, size: string) => `已生成 ${name}（${size}）。`,
    (name: string, size: string) => `${name} is made (${size}).`,
  ),
  failed: text(
    '没有生成：这是软件的错误，请重新载入页面再试。',
    'Nothing was made: this is a fault of the software. Reload the page and try again.',
  ),
} as const;

export type BuilderWords = Said<typeof BUILDER>;

/** The chapter in one language. */
export const builderWordsIn = (language: Language): BuilderWords => inLanguage(BUILDER, language);
