import { Fault } from '../fault.ts';
import { type Wrong } from '../tables/table-faults.ts';
import { cut } from '../tables/quoted.ts';

/** A table of a model is taken whole or not at all: a row left out would quietly change the answer. */
export const rowFault = (file: string, line: number, wrong: Wrong) =>
  new Fault(wrong.code, {
    zh: `${file}：第 ${line} 行：${wrong.text.zh}`,
    en: `${file}: line ${line}: ${wrong.text.en}`,
  });

/** `listedIn` is the file that should have had the id. */
export const unknownId = (
  file: string,
  line: number,
  column: 'origin' | 'destination',
  id: string,
  listedIn: string,
) =>
  new Fault('unknown-id', {
    zh: `${file}：第 ${line} 行：${column} 是“${cut(id)}”，${listedIn} 中没有这个 id。请补上，或删去这一行。`,
    en: `${file}: line ${line}: ${column} is “${cut(id)}”, expected an id of ${listedIn}. Add it there, or remove this line.`,
  });

export const noCost = (file: string, line: number) =>
  new Fault('no-cost', {
    zh: `${file}：第 ${line} 行：cost 为空，应为 0 或更大的数。走不到的一对不写，整行删去即可。`,
    en: `${file}: line ${line}: cost is empty, expected a number of 0 or more. A pair out of reach is left out: remove the line.`,
  });

export const twoCosts = (
  file: string,
  lines: [number, number],
  pair: [origin: string, destination: string],
  costs: [number, number],
) => {
  const [from, to] = pair.map(cut);
  return new Fault('two-costs', {
    zh: `${file}：“${from}”到“${to}”写了两次，第 ${lines[0]} 行是 ${costs[0]}，第 ${lines[1]} 行是 ${costs[1]}，应只有一个值。请删去一行。`,
    en: `${file}: “${from}” to “${to}” is given twice, ${costs[0]} on line ${lines[0]} and ${costs[1]} on line ${lines[1]}; expected one cost. Remove one of the lines.`,
  });
};
