import { handIn } from '../../src/engine/handin/hand-in.ts';
import { cliFaults } from './cli-faults.ts';
import { needed, readOptions } from './options.ts';
import { SUBJECT_OPTIONS, subjectOption } from './subject-options.ts';
import { writeOut } from './write-out.ts';

/** `huimin report`: one A4 page as PDF (by Chromium) or as HTML (by nobody). */
export async function reportCommand(args: string[]): Promise<string> {
  const names = SUBJECT_OPTIONS.filter((name) => name !== 'format');
  const options = readOptions(args, names, 'report');
  const out = needed(options, 'out', 'report');
  const [end] = /\.(pdf|html)$/i.exec(out) ?? [];
  if (!end) {
    throw cliFaults.value(
      '--out',
      out,
      'a name that ends in .pdf or .html',
      '以 .pdf 或 .html 结尾的文件名',
    );
  }
  const { prepared, subject } = subjectOption(options, 'report');
  const html = (await handIn(prepared, subject, { kind: 'report' })).content as string;
  const pdf = end.toLowerCase() === '.pdf';
  writeOut(out, pdf ? await (await import('./print-pdf.ts')).printPdf(html) : html);
  return `${out}: report on ${subject.manifest.id}, ${subject.query.service}\n`;
}
