import { facilityTemplate } from '../../src/data/tables/facility-template.ts';
import { loadServices } from './load-region.ts';
import { readOptions, serviceOption } from './options.ts';

/** Where the example lies when nobody says where: a round position, of nothing in particular. */
const SOMEWHERE: [number, number] = [125, 43];

/** `huimin region template`: an empty facility table on stdout, the same that the page offers. */
export function templateCommand(args: string[]): string {
  const options = readOptions(args, ['service'], 'region template');
  const service = serviceOption(options, loadServices(), 'region template');
  return facilityTemplate(service, SOMEWHERE);
}
