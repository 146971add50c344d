import { parseArgs } from 'node:util';
import { Fault } from '../../src/data/fault.ts';

/** `--port N`, or undefined where the first free port will do. Throws Fault `usage`. */
export function portOption(args: string[]): number | undefined {
  try {
    const { port } = parseArgs({ args, options: { port: { type: 'string' } } }).values;
    if (port === undefined) return undefined;
    const number = Number(port);
    if (/^\d+$/.test(port) && number >= 1 && number <= 65535) return number;
  } catch {
    // Falls through to the same sentence.
  }
  const got = args.join(' ');
  throw new Fault('usage', {
    zh: `npm start：得到“${got}”，应为空或 -- --port N（N 为 1 到 65535）。`,
    en: `npm start: got "${got}", expected nothing or -- --port N, with N from 1 to 65535.`,
  });
}
