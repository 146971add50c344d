import { text } from './phrase.ts';

/** What has to be said before there are words, or outside the page. */
export const BROKEN = {
  index: text(
    '读不到区域列表（tiles/index.json）。请先生成一个区域：huimin region build，或 npm start。',
    'The list of regions (tiles/index.json) cannot be read. Build a region first: huimin region build, or npm start.',
  ),
  engine: text(
    '这是软件的错误，不是您的。请重新载入页面。',
    'This is a fault of the software, not yours. Reload the page.',
  ),
};
