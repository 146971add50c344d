import { captionText } from './snippet.ts';
import type { FrozenView } from './frozen-view.ts';

/** What goes along in a folder besides what is always there. */
export interface FolderContent {
  url: string | null;
  png: boolean;
  live: boolean;
}

/** README.txt of a published folder: what it is, how to put it on a host or in a CMS, how to check it. Both languages. */
export function folderReadme(view: FrozenView, { url, png, live }: FolderContent): string {
  const src = `${url ?? 'https://…/'}index.html`;
  const pictures = png ? 'picture.png, picture-2x.png, picture.svg' : 'picture.svg';
  return `惠民圈 · 发布的视图
====================

${captionText(view, 'zh')}

里面有什么
  index.html        完整的一页：图、数字、规则、来源。不用脚本也能看，可以直接双击打开
  ${pictures}
                    图片，文章里只放图片时用
  figures.json      定格的数字、怎样算出来的、发布后的更正
  region/           只含这个视图的数据，用来重算${live ? '，活动地图也用它' : ''}
  oembed.json       给读 oEmbed 的系统
  embed.js          页面在别的文章里时报告自己的高度${live ? '\n  live/             活动地图的程序，按下按钮才载入' : ''}
  SHA256SUMS        每个文件的指纹

怎样放上网
  把整个文件夹原样传到任何静态主机或内容管理系统（CMS）。不需要服务器程序。
  放进文章：<iframe src="${src}" width="100%" height="900" style="border:0"
    loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>${
      live
        ? '\n  沙箱里的活动地图还要主机对 live/ 和 region/ 发送 Access-Control-Allow-Origin: *；没有时静态图照常显示。'
        : ''
    }

怎样核对
  huimin verify 文件夹         每个文件的指纹，数字用 region/ 重算，逐位比较
  huimin publish --correct 文件夹 --note "更正内容"
                               在页首加一条带日期的更正；数字保持发布时的样子

Huimin Circle · a published view
================================

${captionText(view, 'en')}

What is in it
  index.html        the whole page: map, figures, rule, sources. Works with scripts off and from a disk
  ${pictures}
                    for articles that take a picture only
  figures.json      the frozen figures, how they were computed, corrections since
  region/           the data of this view alone, to compute it again${live ? '; the live map reads it too' : ''}
  oembed.json       for systems that read oEmbed
  embed.js          tells the article round it how high the page is${live ? '\n  live/             the program of the live map, loaded when the button is pressed' : ''}
  SHA256SUMS        the hash of every file

How to put it on the web
  Copy the folder as it is to any static host or content management system. No server program is needed.
  In an article: <iframe src="${src}" width="100%" height="900" style="border:0"
    loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>${
      live
        ? '\n  In a sandbox the live map needs Access-Control-Allow-Origin: * from the host for live/ and region/;\n  without it the still map stays.'
        : ''
    }

How to check it
  huimin verify FOLDER         the hash of every file; the figures computed again from region/, compared to the bit
  huimin publish --correct FOLDER --note "what was wrong"
                               adds a dated note at the top of the page; the figures stay as published

SHA-256 (figures): ${view.hash}
`;
}
