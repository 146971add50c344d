import { unzipSync, zipSync } from 'fflate';
import { sha256 } from '../sha256.ts';
import { formatSums, parseSums, SUMS } from '../sums.ts';
import { rowsOf, type Layer, type LayerHead } from './layer.ts';
import { parseProject, PROJECT_VERSION, type Project } from './project.ts';
import { projectFaults } from './project-faults.ts';

/** What a `.huimin` file may unpack to: ten layers of 100,000 rows are a third of it. */
export const MOST_UNPACKED = 300_000_000;
const MOST_PARTS = 1000;
const HEAD = 'huimin.json';
/** What an invented region's files say of themselves. */
const INVENTED = '示例数据 sample data';
/** The same project is the same file, whenever it is written: ZIP's first day. */
const FIRST_DAY = new Date(1980, 0, 1);

/**
 * A project as one file: a ZIP of `huimin.json`, the layers' rows under `layers/`, and `SHA256SUMS`
 * of them all, which `sha256sum -c` checks too. The format is described in data/README.md.
 */
export function writeProject(project: Project, invented: boolean): Uint8Array<ArrayBuffer> {
  const layers = project.layers.map(({ data: _, ...head }): LayerHead => head);
  const head = {
    huimin: 'project',
    version: PROJECT_VERSION,
    ...(invented && { data: INVENTED }),
    project: { ...project, layers },
  };
  const parts: Record<string, Uint8Array> = {
    [HEAD]: new TextEncoder().encode(`${JSON.stringify(head, null, 1)}\n`),
  };
  for (const layer of project.layers) parts[partOf(layer)] = layer.data;
  parts[SUMS] = new TextEncoder().encode(formatSums(Object.entries(parts)));
  return zipSync(parts, { mtime: FIRST_DAY });
}

/**
 * Reads what writeProject wrote, this version or an older one. Every part is checked against its
 * sum and every row of every layer against its kind. Throws Faults `project-file`,
 * `project-version`, `project-damaged`, `project-too-large`, `project-part`.
 */
export function readProject(bytes: Uint8Array, file: string): Project {
  const parts = unpack(bytes, file);
  const head = headOf(parts, file);
  checkSums(parts, file);
  const { layers, ...rest } = parseProject(head.project, head.version, file);
  return {
    ...rest,
    layers: layers.map((each) => {
      const data = parts.get(partOf(each));
      if (!data) throw projectFaults.damaged(file, partOf(each));
      const layer: Layer = { ...each, data: new Uint8Array(data) };
      rowsOf(layer, file);
      return layer;
    }),
  };
}

const partOf = ({ id, kind }: LayerHead) => `layers/${id}.${kind === 'people' ? 'bin' : 'json'}`;

/** A bomb is refused before it is unpacked; of one that lies about its size no more is unpacked than it admits to. */
function unpack(bytes: Uint8Array, file: string): Map<string, Uint8Array> {
  let total = 0;
  let count = 0;
  const measure = ({ originalSize }: { originalSize: number }) => {
    total += originalSize;
    count++;
    return false;
  };
  try {
    unzipSync(bytes, { filter: measure });
    if (total <= MOST_UNPACKED && count <= MOST_PARTS) {
      return new Map(Object.entries(unzipSync(bytes)));
    }
  } catch {
    // fflate says no more than that it cannot.
    throw projectFaults.foreign(file);
  }
  throw projectFaults.tooLarge(file, total, MOST_UNPACKED);
}

/** Before the sums: a newer version may well have others. */
function headOf(parts: Map<string, Uint8Array>, file: string): Record<string, unknown> {
  const bytes = parts.get(HEAD);
  if (!bytes) throw projectFaults.foreign(file);
  let head: Record<string, unknown> | null;
  try {
    head = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw projectFaults.damaged(file, HEAD);
  }
  if (head?.huimin !== 'project') throw projectFaults.foreign(file);
  const { version } = head;
  if (typeof version === 'number' && version > PROJECT_VERSION) {
    throw projectFaults.newer(file, version, PROJECT_VERSION);
  }
  return head;
}

function checkSums(parts: Map<string, Uint8Array>, file: string): void {
  const { sums } = parseSums(new TextDecoder().decode(parts.get(SUMS) ?? new Uint8Array()));
  for (const name of sums.keys()) if (!parts.has(name)) throw projectFaults.damaged(file, name);
  for (const [name, bytes] of parts) {
    if (name !== SUMS && sums.get(name) !== sha256(bytes)) throw projectFaults.damaged(file, name);
  }
}
