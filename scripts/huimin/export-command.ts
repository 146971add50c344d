import { handIn, type Order } from '../../src/engine/handin/hand-in.ts';
import { FILE_FORMATS, LAYERS } from '../../src/engine/handin/layer-names.ts';
import { cliFaults } from './cli-faults.ts';
import { choice, needed, readOptions, type Options } from './options.ts';
import { SUBJECT_OPTIONS, subjectOption } from './subject-options.ts';
import { writeOut } from './write-out.ts';

/** `huimin export`: areas, gaps, places, facilities or bands as a file, or the map as SVG. */
export async function exportCommand(args: string[]): Promise<string> {
  const options = readOptions(args, [...SUBJECT_OPTIONS, 'what'], 'export');
  const out = needed(options, 'out', 'export');
  const order = orderOption(options);
  const { prepared, subject } = subjectOption(options, 'export');
  const { content, method } = await handIn(prepared, subject, order);
  writeOut(out, content);
  const { figures } = JSON.parse(method) as { figures: { people: number } };
  const rows = order.kind === 'layer' ? order.layer : 'map';
  return `${out}: ${rows} of ${subject.manifest.id}, ${subject.query.service}, ${figures.people} people counted\n`;
}

function orderOption(options: Options): Order {
  const what = choice(options, 'what', [...LAYERS, 'map']);
  if (what === 'map') {
    choice(options, 'format', ['svg']);
    return { kind: 'map' };
  }
  if (options.format === 'svg') {
    throw cliFaults.usage(
      `--format svg is for --what map, got --what ${what}.`,
      `--format svg 只用于 --what map，现为 --what ${what}。`,
    );
  }
  return { kind: 'layer', layer: what, format: choice(options, 'format', FILE_FORMATS) };
}
