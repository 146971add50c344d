import { publicationFaults } from '../../src/data/embed/publication-faults.ts';
import {
  differing,
  verifyPublication,
  type Verified,
} from '../../src/engine/embed/verify-publication.ts';
import { cliFaults } from './cli-faults.ts';
import { choice, readOptions } from './options.ts';
import { toTable, type Cell } from './output.ts';
import { inOwnLanguage } from './own-language.ts';
import { readFolder } from './publication-folder.ts';

/**
 * `huimin verify DIR`: every file of a published folder against its sum, and its figures computed
 * again from its own data. Exit code 2 where anything is not as it was published, and a sentence
 * that names it.
 */
export async function verifyCommand([folder, ...args]: string[]): Promise<string> {
  if (!folder || folder.startsWith('--')) throw cliFaults.missing('DIR', 'verify');
  const options = readOptions(args, ['format'], 'verify');
  const format = choice(options, 'format', ['table', 'json']);
  const verified = verifyPublication(readFolder(folder), folder);
  const broken = differing(verified);
  if (broken.length) {
    const because = verified.why.map(inOwnLanguage).join('\n');
    const fault = publicationFaults.differs(folder, broken);
    process.stderr.write(`huimin: ${inOwnLanguage(fault.text)}\n${because && `${because}\n`}`);
    process.exitCode = 2;
  }
  return format === 'json' ? asJson(verified, broken) : asTable(verified, broken);
}

function asJson({ checks, unlisted, corrections, view }: Verified, differs: string[]): string {
  const published = view && {
    region: view.region.id,
    service: view.service.key,
    made: view.made,
    hash: view.hash,
  };
  const result = { same: !differs.length, ...published, differs, unlisted, corrections, checks };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function asTable({ checks, unlisted, corrections, view }: Verified, differs: string[]): string {
  const short = (value: string | number | null) =>
    typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 12)}…` : value;
  // Of the areas only what differs: all of them together are one line.
  const [areas, rest] = [true, false].map((of) =>
    checks.filter(
      ({ kind, what, ok }) => (ok && kind === 'figure' && /^areas\./.test(what)) === of,
    ),
  );
  const rows: Cell[][] = rest.map(({ kind, what, ok, published, now }) => [
    kind,
    what,
    short(published),
    short(now),
    ok ? '' : '≠',
  ]);
  if (areas.length)
    rows.push(['figure', `areas: ${areas.length} names and numbers`, null, null, '']);
  const lines = [
    toTable({ columns: ['', 'what', 'published', 'now', ''], rows }),
    ...unlisted.map((name) => `not in SHA256SUMS, no part of what was published: ${name}\n`),
    ...corrections.map(({ date, note }) => `correction of ${date}: ${oneLine(note)}\n`),
    differs.length
      ? `${differs.length} of ${new Set(checks.map(({ what }) => what)).size} differ: ${differs.join(', ')}\n`
      : `as published on ${view!.made}, figures the same to the bit, SHA-256 ${view!.hash}\n`,
  ];
  return lines.join('');
}

/** Text from a file must not steer the terminal. */
// eslint-disable-next-line no-control-regex
const oneLine = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
