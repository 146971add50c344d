import { LUO_QI_STEPS, sigmaOf, type Decay } from '../../src/core/access/decay.ts';
import { plainNumber } from '../../src/data/tables/plain-number.ts';
import type { DecayRule } from '../../src/engine/access/capacity-study.ts';
import { accessFaults } from './access-faults.ts';
import { choice, numberOption, type Options } from './options.ts';

const KINDS = ['gaussian', 'binary', 'steps'] as const;

/** `--decay`, with `--sigma` or `--steps` where they belong to it. Throws Fault. */
export function decayRuleOption(options: Options): DecayRule {
  const kind = choice(options, 'decay', KINDS);
  if (options.sigma !== undefined && kind !== 'gaussian')
    throw accessFaults.notFor('--sigma', kind);
  if (options.steps !== undefined && kind !== 'steps') throw accessFaults.notFor('--steps', kind);
  return {
    kind,
    sigmaMinutes: numberOption(options, 'sigma', 0, Number.MAX_VALUE),
    steps: options.steps === undefined ? undefined : stepsOption(options.steps),
  };
}

/** The rule for a matrix of whatever unit, and the limit beyond which nobody counts. Throws Fault. */
export function decayOption(options: Options): Decay {
  const { kind, sigmaMinutes, steps } = decayRuleOption(options);
  const limit = numberOption(options, 'limit', -1e-9, Number.MAX_VALUE) ?? Infinity;
  if (kind === 'binary') return { kind, limit };
  if (kind === 'steps') return { kind, steps: steps ?? LUO_QI_STEPS, limit };
  if (sigmaMinutes === undefined && !(limit > 0 && limit < Infinity)) throw accessFaults.sigma();
  return { kind, sigma: sigmaMinutes ?? sigmaOf(limit), limit };
}

/** "10:1,20:0.68,30:0.22": zones by rising cost, each with its weight. */
function stepsOption(text: string): { upTo: number; weight: number }[] {
  const steps = text.split(',').map((part) => {
    const [upTo, weight, ...more] = part.split(':').map((number) => plainNumber(number.trim()));
    return { upTo, weight: more.length ? NaN : weight };
  });
  const rising = steps.every(
    ({ upTo }, k) => upTo > (k ? steps[k - 1].upTo : -1) && upTo < Infinity,
  );
  if (rising && steps.every(({ upTo, weight }) => upTo >= 0 && weight >= 0 && weight <= 1))
    return steps;
  throw accessFaults.steps(text);
}

/** The rule as `huimin access` prints it. */
export function decayKeys(decay: Decay) {
  return {
    decay: decay.kind,
    ...(decay.kind === 'gaussian' ? { sigma: decay.sigma } : {}),
    ...(decay.kind === 'steps'
      ? { steps: decay.steps.map(({ upTo, weight }) => ({ up_to: upTo, weight })) }
      : {}),
    limit: decay.limit === Infinity ? null : decay.limit,
  };
}
