import { readFileSync } from 'node:fs';
import type { Target } from '../../../src/data/import/fields.ts';
import type { ImportPlan } from '../../../src/data/import/import-plan.ts';
import type { Account } from '../../../src/data/import/settle-rows.ts';
import { parseServices } from '../../../src/data/services.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';
import { ImportDesk } from '../../../src/engine/import/import-desk.ts';

export const services = parseServices(
  JSON.parse(readFileSync(new URL('../../../data/services.json', import.meta.url), 'utf8')),
);

export const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A file brought in as its own names suggest, but for what `plan` says. */
export async function broughtIn(
  bytes: Uint8Array,
  name: string,
  plan: Partial<ImportPlan> = {},
  there: Facility[] = [],
): Promise<{ desk: ImportDesk; account: Account }> {
  const desk = new ImportDesk(services, there);
  await desk.open(bytes, name);
  const target: Target = plan.target ?? 'facilities';
  const guessed = desk.guess(plan.sheet ?? 0, target).plan;
  desk.lay({ ...guessed, service: 'clinic', ...plan });
  const account = (await desk.judge(() => true))!;
  return { desk, account };
}

export const facilitiesOf = (desk: ImportDesk) =>
  desk.judged.flatMap(({ value }) => (value ? [value as Facility] : []));

/** Codes of what was refused, by line. */
export const refusals = (desk: ImportDesk) =>
  desk.judged.flatMap(({ line, wrong }) => (wrong ? [`${line} ${wrong.code}`] : []));

/** What was changed, by line. */
export const repairs = (desk: ImportDesk) =>
  desk.judged.flatMap(({ line, repairs }) =>
    repairs.map(({ field, to }) => `${line} ${field} → ${to}`),
  );
