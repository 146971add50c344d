import { withCorrections, type Correction } from '../../data/embed/correction.ts';
import {
  FIGURES_FILE,
  formatPublication,
  PAGE_FILE,
  parsePublication,
} from '../../data/embed/publication-file.ts';
import { publicationFaults } from '../../data/embed/publication-faults.ts';
import { summed } from './publication.ts';
import { differing, verifyPublication } from './verify-publication.ts';

/**
 * The files of a published folder with one more note, after those that are there; figures, pictures
 * and data stay as they are, the sums follow. Throws Fault `publication-differs` where the folder is
 * not as it was published: a note must not make good what somebody changed.
 */
export function correctPublication(
  files: ReadonlyMap<string, Uint8Array>,
  where: string,
  correction: Correction,
): Map<string, Uint8Array> {
  const verified = verifyPublication(files, where);
  const broken = differing(verified);
  if (broken.length) throw publicationFaults.differs(where, broken);
  const text = (name: string) => new TextDecoder().decode(files.get(name));
  const file = parsePublication(text(FIGURES_FILE), FIGURES_FILE);
  const corrections = [...file.corrections, correction];
  const html = withCorrections(text(PAGE_FILE), corrections, file.language);
  if (html === null) throw publicationFaults.differs(where, [PAGE_FILE]);
  const bytes = (content: string) => new TextEncoder().encode(content);
  // What the sums do not list was not published, and stays so.
  const published = new Map([...files].filter(([name]) => !verified.unlisted.includes(name)));
  const changed = published
    .set(FIGURES_FILE, bytes(formatPublication({ ...file, corrections })))
    .set(PAGE_FILE, bytes(html));
  const rest = [...files].filter(([name]) => verified.unlisted.includes(name));
  return new Map([...rest, ...summed(changed)]);
}
