import { fetchCommand } from './fetch-command.ts';
import { regionCommand } from './region-command.ts';
import { templateCommand } from './template-command.ts';

/** `huimin region …`: build from files at hand, fetch a real place, or an empty sheet to fill in. */
export function regionVerbs([verb, ...args]: string[]): string | Promise<string> {
  if (verb === 'fetch') return fetchCommand(args);
  if (verb === 'template') return templateCommand(args);
  return regionCommand(verb === undefined ? [] : [verb, ...args]);
}
