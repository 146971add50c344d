import * as v from 'valibot';
import { ScenarioSchema } from '../../data/export/edit-schema.ts';
import { Fault, type Text } from '../../data/fault.ts';
import { parseJson } from '../../data/tables/json-text.ts';
import { cut } from '../../data/tables/quoted.ts';
import type { Scenario } from './scenario.ts';

const VERSION = 1;
/** What an invented region's files say of themselves. */
const INVENTED = '示例数据 sample data';

/** Scenarios as a file: which region they are for, and each with its name and edits. */
export function writeScenarios(region: string, invented: boolean, scenarios: Scenario[]): string {
  const file = {
    huimin: 'scenarios',
    version: VERSION,
    region,
    ...(invented && { data: INVENTED }),
    scenarios: scenarios.map(({ name, edits }) => ({ name, edits })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const WHAT: Text = { zh: '惠民圈的方案文件', en: 'a file of scenarios' };

const FILE = v.strictObject({
  huimin: v.literal('scenarios'),
  version: v.literal(VERSION),
  region: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  data: v.optional(v.string()),
  scenarios: v.array(ScenarioSchema),
});

/**
 * Reads a file of scenarios. Names are text and nothing else. Throws Faults `bad-json`,
 * `scenario-file` (another kind of file, or a part that is not as it should be) and
 * `scenario-version`. That an edit names a facility the region has not is no fault of the file:
 * see ignoredEdits.
 */
export function readScenarios(
  text: string,
  fileName: string,
): { region: string; scenarios: Omit<Scenario, 'id'>[] } {
  const plain = text.replace(/^\uFEFF/, '');
  const json = parseJson(plain, fileName, WHAT) as Record<string, unknown> | null;
  if (json?.huimin !== 'scenarios') throw otherFile(fileName);
  if (json.version !== VERSION) throw otherVersion(fileName, json.version);
  const result = v.safeParse(FILE, json);
  if (!result.success) {
    const [issue] = result.issues;
    throw badPart(
      fileName,
      v.getDotPath(issue) ?? '(root)',
      issue.expected ?? issue.message,
      cut(String(issue.received)),
    );
  }
  const { region, scenarios } = result.output;
  return { region, scenarios };
}

/** Scenarios of another region say nothing here. Throws Fault `scenario-region`. */
export function checkRegion(fileName: string, region: string, open: string): void {
  if (region === open) return;
  throw new Fault('scenario-region', {
    zh: `${fileName}：这些方案是为区域“${cut(region)}”做的，现在打开的是“${open}”。请先打开那个区域再载入。`,
    en: `${fileName}: these scenarios were made for the region “${cut(region)}”; “${open}” is open. Open that region first, then load the file.`,
  });
}

const otherFile = (file: string) =>
  new Fault('scenario-file', {
    zh: `${file} 不是惠民圈的方案文件：应为含 "huimin": "scenarios" 的 JSON。请选用“保存方案”得到的文件。`,
    en: `${file} is no file of scenarios: expected JSON with "huimin": "scenarios". Choose a file that “Save scenarios” has written.`,
  });

const otherVersion = (file: string, got: unknown) =>
  new Fault('scenario-version', {
    zh: `${file}：方案文件的版本是 ${cut(String(got))}，本软件读版本 ${VERSION}。请用写出它的那一版软件打开。`,
    en: `${file}: version ${cut(String(got))} of the scenario file, expected ${VERSION}. Open it with the version of the software that wrote it.`,
  });

const badPart = (file: string, key: string, expected: string, got: string) =>
  new Fault('scenario-file', {
    zh: `${file}：“${key}”处应为 ${expected}，实为 ${got}。请改正该处，或重新保存方案。`,
    en: `${file}: at "${key}" expected ${expected}, got ${got}. Correct it there, or save the scenarios again.`,
  });
