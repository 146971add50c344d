import { Fault } from '../../src/data/fault.ts';
import { inOwnLanguage } from '../huimin/own-language.ts';
import { nodeTooOld } from './check-node.ts';
import { freePort, isFree } from './free-port.ts';
import { portOption } from './start-options.ts';

const FIRST_PORT = 4173;
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** `npm start`: the sample city if need be, the page built, and served until Ctrl-C. */
async function main(args: string[]): Promise<void> {
  const tooOld = nodeTooOld(process.versions.node);
  if (tooOld) throw new Fault('node', { zh: tooOld, en: tooOld });
  const wanted = portOption(args);
  if (wanted !== undefined && !(await isFree(wanted))) throw portTaken(wanted);
  // Only now: an old Node would fail on these with a page of its own.
  const { ensureSample } = await import('../sample-city/build-sample.ts');
  const { buildPage } = await import('./build-page.ts');
  const { preview } = await import('vite');

  await ensureSample(say);
  say('page: vite build');
  await buildPage();
  const port = wanted ?? (await freePort(FIRST_PORT));
  if (port === null) throw portTaken(FIRST_PORT);
  await preview({ preview: { port, strictPort: true }, logLevel: 'warn' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
  say(`惠民圈 Huimin Circle: http://127.0.0.1:${port}/`);
}

const portTaken = (port: number) =>
  new Fault('port', {
    zh: `端口 ${port} 已被占用。请用 npm start -- --port N 换一个，或不写 --port。`,
    en: `Port ${port} is taken. Choose another with npm start -- --port N, or leave --port out.`,
  });

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  process.stderr.write(`${inOwnLanguage(error.text)}\n`);
  process.exitCode = 2;
}
