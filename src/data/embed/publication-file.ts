import * as v from 'valibot';
import { parseMethod, type MethodBlock } from '../export/method.ts';
import { CorrectionSchema, type Correction } from './correction.ts';
import { checkFrozen, type FrozenView } from './frozen-view.ts';
import { publicationFaults } from './publication-faults.ts';

/** What a published folder says of itself. */
export const FIGURES_FILE = 'figures.json';
export const PAGE_FILE = 'index.html';
const VERSION = 1;
/** What an invented region's files say of themselves. */
const INVENTED = '示例数据 sample data';

/** figures.json: the frozen view, how it was asked, and what was noted since. Described in data/README.md. */
export interface PublicationFile {
  language: 'zh' | 'en';
  view: FrozenView;
  /** As every export carries it: of the region as it was, before it was cut to the view. */
  method: MethodBlock;
  corrections: Correction[];
}

export function formatPublication(file: PublicationFile): string {
  const { language, view, method, corrections } = file;
  const data = view.region.invented ? { data: INVENTED } : {};
  const head = { huimin: 'publication', version: VERSION, ...data };
  return `${JSON.stringify({ ...head, language, view, method, corrections }, null, 1)}\n`;
}

const HEAD = v.object({
  huimin: v.literal('publication'),
  version: v.number(),
  language: v.picklist(['zh', 'en']),
  corrections: v.array(CorrectionSchema),
});

/** Reads figures.json. Throws Faults `publication`, `publication-version`, `method`, and checkFrozen's. */
export function parsePublication(text: string, where: string): PublicationFile {
  let json: { view?: unknown; method?: unknown };
  try {
    json = JSON.parse(text);
  } catch {
    throw publicationFaults.foreign(where);
  }
  const head = v.safeParse(HEAD, json);
  if (!head.success) throw publicationFaults.foreign(where);
  const { language, version, corrections } = head.output;
  if (version !== VERSION) throw publicationFaults.version(where, version, VERSION);
  return {
    language,
    corrections,
    view: checkFrozen(json.view),
    method: parseMethod(json.method, where),
  };
}
