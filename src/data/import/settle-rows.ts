import type { Facility } from '../tables/facility.ts';
import { findDuplicates, type Duplicate } from './find-duplicates.ts';
import type { Judged } from './judge-row.ts';
import { repair, rowWrong } from './repair.ts';

/** accepted + repaired + rejected = rows of the sheet; waiting and duplicates are among the rejected. */
export interface Account {
  rows: number;
  accepted: number;
  repaired: number;
  rejected: number;
  waiting: number;
  duplicates: number;
}

/** What somebody decided about a row: to keep it though it is there twice, or to leave it out. */
export type Decision = 'keep' | 'drop';

/** Rows judged each by itself → the same rows with what decisions and copies make of them, and their account. */
export function settleRows(
  alone: readonly Judged[],
  decisions: ReadonlyMap<number, Decision>,
  there: readonly Facility[],
): { judged: Judged[]; duplicates: Duplicate[]; account: Account } {
  const judged = alone.map((row) =>
    decisions.get(row.line) === 'drop'
      ? { ...refused(row), wrong: rowWrong.dropped(), waiting: false }
      : row,
  );
  const duplicates = findDuplicates(judged, there);
  const at = new Map(judged.map(({ line }, k) => [line, k]));
  const ids = new Set(judged.flatMap(({ value }) => (value ? [value.id] : [])));
  const last = new Map<string, number>();
  let open = 0;
  for (const { line, of, metres } of duplicates) {
    const k = at.get(line)!;
    const row = judged[k];
    const { id } = row.value!;
    if (decisions.get(line) !== 'keep') {
      open++;
      const wrong =
        metres === null ? rowWrong.sameId(id, of) : rowWrong.samePlace(row.name, of, metres);
      judged[k] = { ...refused(row), wrong };
    } else if (metres === null) {
      const free = freeId(id, ids, last);
      const text = repair(
        'id',
        id,
        free,
        '编号重复，改用新编号',
        'the id is taken: it gets another',
      );
      judged[k] = { ...row, value: { ...row.value!, id: free }, repairs: [...row.repairs, text] };
    }
  }
  return { judged, duplicates, account: { ...counted(judged), duplicates: open } };
}

const refused = (row: Judged): Judged => ({ ...row, value: null, repairs: [] });

/** `last` remembers how far the numbers behind an id have gone. */
function freeId(id: string, taken: Set<string>, last: Map<string, number>): string {
  let n = last.get(id) ?? 1;
  let free: string;
  do free = `${id}-${++n}`;
  while (taken.has(free));
  last.set(id, n);
  taken.add(free);
  return free;
}

function counted(rows: readonly Judged[]): Omit<Account, 'duplicates'> {
  const total = { rows: rows.length, accepted: 0, repaired: 0, rejected: 0, waiting: 0 };
  for (const { wrong, repairs, waiting } of rows) {
    if (wrong) total.rejected++;
    else if (repairs.length) total.repaired++;
    else total.accepted++;
    if (waiting) total.waiting++;
  }
  return total;
}
