import * as v from 'valibot';
import { decodeText } from '../tables/decode-text.ts';
import { ScenarioSchema, type WrittenEdit } from './edit-schema.ts';
import { methodFaults } from './method-faults.ts';

/** A scenario's file `{name, edits}` → the same. Throws Fault `scenario`, or as decodeText does. */
export function readScenario(
  bytes: Uint8Array,
  fileName: string,
): { name: string; edits: WrittenEdit[] } {
  let json: unknown;
  try {
    json = JSON.parse(decodeText(bytes, fileName).text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw methodFaults.scenario(fileName, '', 'JSON', error.message);
  }
  const result = v.safeParse(ScenarioSchema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw methodFaults.scenario(fileName, v.getDotPath(issue) ?? '', issue.expected, issue.received);
}
