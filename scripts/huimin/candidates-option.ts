import { readCandidates } from '../../src/data/tables/read-candidates.ts';
import type { CandidateSource } from '../../src/engine/siting/propose.ts';
import { cliFaults } from './cli-faults.ts';
import { readBytes } from './load-region.ts';
import { inOwnLanguage } from './own-language.ts';
import type { Options } from './options.ts';

/** `--candidates places|estates|F.csv`; rejected rows of a table are told on stderr. */
export function candidatesOption({ candidates: text = 'places' }: Options): CandidateSource {
  if (text === 'places' || text === 'estates') return { kind: text };
  if (!/\.(csv|txt|tsv)$/i.test(text)) {
    throw cliFaults.value(
      '--candidates',
      text,
      'places, estates or a .csv table',
      'places、estates 或一个 .csv 表',
    );
  }
  const { rows, rejected } = readCandidates(readBytes(text), text);
  for (const { line, text: why } of rejected) {
    process.stderr.write(`${text}:${line}: ${inOwnLanguage(why)}\n`);
  }
  if (!rows.length && rejected.length) {
    throw cliFaults.allRejected(text, rejected.length, rejected[0].text, rejected[0].line);
  }
  return { kind: 'list', list: rows };
}
