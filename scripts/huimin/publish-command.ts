import { NOTE_LIMIT, type Correction } from '../../src/data/embed/correction.ts';
import { CAPTION_LIMIT } from '../../src/data/embed/frozen-view.ts';
import { seenText } from '../../src/data/import/half-width.ts';
import { correctPublication } from '../../src/engine/embed/correct-publication.ts';
import { publication } from '../../src/engine/embed/publication.ts';
import { Dossier } from '../../src/engine/handin/dossier.ts';
import { vectorMap } from '../../src/engine/handin/picture.ts';
import { cliFaults } from './cli-faults.ts';
import { drawPictures } from './draw-pictures.ts';
import { liveProgram } from './live-program.ts';
import { regionFolder } from './load-region.ts';
import { choice, needed, readOptions, type Options } from './options.ts';
import { readFolder, roomFor, writeFolder } from './publication-folder.ts';
import { projectSubject } from './project-subject.ts';
import { SUBJECT_OPTIONS, subjectOption, today } from './subject-options.ts';

const QUESTION = SUBJECT_OPTIONS.filter((name) => !['format', 'language', 'out'].includes(name));
const OPTIONS = [
  ...QUESTION,
  ...['project', 'region-dir', 'out', 'caption', 'language', 'lang', 'url', 'page', 'approval'],
  ...['replace', 'correct', 'note', 'date', 'png', 'live'],
];

/** `huimin publish`: a view as a folder that stands anywhere; or with --correct a note on one that stands. */
export async function publishCommand(args: string[]): Promise<string> {
  const options = readOptions(args, OPTIONS, 'publish');
  if (options.correct !== undefined) return correct(options, options.correct);
  const stray = ['note', 'date'].find((name) => options[name] !== undefined);
  if (stray) {
    throw cliFaults.usage(
      `publish: --${stray} goes with --correct DIR, got none.`,
      `publish：--${stray} 要和 --correct 文件夹 一起用。`,
    );
  }
  const out = needed(options, 'out', 'publish');
  const corrections = roomFor(out, choice(options, 'replace', ['no', 'yes']) === 'yes');
  const order = {
    caption: textOption(options, 'caption', CAPTION_LIMIT),
    approval: textOption(options, 'approval', 80),
    url: addressOption(options, 'url'),
    page: addressOption(options, 'page'),
    corrections,
  };
  const { prepared, subject } = subjectOf(options);
  const dossier = new Dossier(prepared, subject);
  const pictures =
    choice(options, 'png', ['yes', 'no']) === 'yes'
      ? await drawPictures(vectorMap(dossier), JSON.stringify(dossier.method('map')))
      : null;
  const folder = options['region-dir'] ?? options.region ?? subject.manifest.id;
  const wanted = choice(options, 'live', ['yes', 'no']) === 'yes';
  const live = wanted ? liveProgram(regionFolder(folder)) : null;
  const { view, files } = publication(dossier, order, pictures, live);
  writeFolder(out, files);
  const { figures, rule } = view;
  const last = figures.covered.length - 1;
  return [
    `${out}: ${subject.manifest.id}, ${view.service.key}, ${figures.covered[last]} of ${figures.people} people within ${rule.minutes[last]} minutes`,
    `${files.size} files, ${Math.ceil([...files.values()].reduce((sum, { length }) => sum + length, 0) / 1024)} KiB, SHA-256 ${view.hash}`,
    ...(pictures ? [] : ['no PNG: none was wanted, or no browser was found to draw it']),
    ...(live
      ? []
      : ['no live map: none was wanted, or there is no built page here (npm run build)']),
    ...(corrections.length ? [`${corrections.length} correction notes kept`] : []),
    '',
  ].join('\n');
}

function subjectOf(options: Options) {
  if (options.lang !== undefined && options.language !== undefined) {
    throw cliFaults.twice('--language', 'publish');
  }
  const told = { ...options, language: options.language ?? options.lang };
  const folder = options['region-dir'];
  if (!options.project) {
    if (folder && options.region) throw cliFaults.twice('--region', 'publish');
    return subjectOption({ ...told, region: options.region ?? folder }, 'publish');
  }
  const stray = QUESTION.find((name) => options[name] !== undefined);
  if (stray) {
    throw cliFaults.usage(
      `publish: --${stray} is in the project already; expected --project alone.`,
      `publish：项目里已有 --${stray}，应只给 --project。`,
    );
  }
  return projectSubject(options.project, folder, told);
}

/** `--correct DIR --note TEXT [--date 2026-12-01]` */
function correct(options: Options, folder: string): string {
  const known = ['correct', 'note', 'date'];
  const stray = OPTIONS.find((name) => !known.includes(name) && options[name] !== undefined);
  if (stray) {
    throw cliFaults.usage(
      `publish --correct: --${stray} changes what was published; expected --note and --date alone.`,
      `publish --correct：--${stray} 会改动已发布的内容，应只给 --note 和 --date。`,
    );
  }
  needed(options, 'note', 'publish --correct');
  const correction: Correction = {
    date: dayOption(options),
    note: textOption(options, 'note', NOTE_LIMIT)!,
  };
  const files = correctPublication(readFolder(folder), folder, correction);
  writeFolder(folder, files);
  return `${folder}: correction of ${correction.date} added at the top of the page; the figures stay as published\n`;
}

function dayOption({ date }: Options): string {
  if (date === undefined) return today();
  const day = date.trim();
  // A day that there is: 2026-02-30 comes back as another one.
  const there = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  if (there && new Date(day).toISOString().startsWith(day)) return day;
  throw cliFaults.value('--date', date, 'a day such as 2026-12-01', '如 2026-12-01 的日期');
}

/** Text of at most so many characters that is not blank; null where it is not given. */
function textOption(options: Options, name: string, most: number): string | null {
  const text = options[name];
  if (text === undefined) return null;
  const seen = seenText(text).trim();
  if (seen && seen.length <= most) return seen;
  throw cliFaults.value(
    `--${name}`,
    text.slice(0, 80),
    `text of 1 to ${most} characters`,
    `1 到 ${most} 个字符的文字`,
  );
}

/** An address on the web. */
function addressOption(options: Options, name: string): string | null {
  const text = options[name];
  if (text === undefined) return null;
  try {
    const { protocol, href } = new URL(text);
    if (protocol === 'https:' || protocol === 'http:') return href;
  } catch {
    // Falls through to the fault.
  }
  throw cliFaults.value(
    `--${name}`,
    text.slice(0, 80),
    'an address such as https://example.org/map/',
    '如 https://example.org/map/ 的地址',
  );
}
