import * as v from 'valibot';
import { projectFaults } from './project-faults.ts';

/** A value of a file as its schema has it. Throws Fault `project-part` that names the place. */
export function checkPart<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  file: string,
  part: string,
): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  const got = String(issue.received);
  throw projectFaults.badPart(
    file,
    path ? `${part}.${path}` : part,
    issue.expected ?? issue.message,
    got,
  );
}
