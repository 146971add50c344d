import * as v from 'valibot';
import { decodeText } from '../tables/decode-text.ts';
import { ScenarioSchema, type WrittenEdit } from './edit-schema.ts';
import { methodFaults } from './method-faults.ts';

const File = v.union([
  ScenarioSchema,
  v.object({
    huimin: v.literal('scenarios'),
    region: v.string(),
    scenarios: v.array(ScenarioSchema),
  }),
]);

/**
 * One scenario of a file: of `{name, edits}`, or of the page's own file of scenarios for this region.
 * `name` says which where there are several; null takes the only one. Throws Fault `scenario`, or as
 * decodeText does.
 */
export function readScenario(
  bytes: Uint8Array,
  fileName: string,
  region: string,
  name: string | null,
): { name: string; edits: WrittenEdit[] } {
  const { text } = decodeText(bytes, fileName);
  const file = parsed(text, fileName);
  if ('edits' in file) return file;
  if (file.region !== region) throw methodFaults.scenario(fileName, 'region', region, file.region);
  const names = file.scenarios.map((scenario) => scenario.name);
  const chosen = file.scenarios.filter((scenario) => name === null || scenario.name === name);
  if (chosen.length !== 1) throw methodFaults.whichScenario(fileName, names);
  return chosen[0];
}

function parsed(text: string, fileName: string) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw methodFaults.scenario(fileName, '', 'JSON', (error as Error).message);
  }
  const result = v.safeParse(File, json);
  if (result.success) return result.output;
  // Of two shapes the one that was meant says where it is wrong.
  const several = typeof json === 'object' && json !== null && 'scenarios' in json;
  const meant = v.safeParse(several ? File.options[1] : ScenarioSchema, json);
  const [issue] = (meant.issues ?? result.issues) as v.BaseIssue<unknown>[];
  throw methodFaults.scenario(
    fileName,
    v.getDotPath(issue) ?? '',
    issue.expected ?? issue.message,
    issue.received,
  );
}
