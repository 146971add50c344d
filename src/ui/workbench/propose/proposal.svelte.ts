import { proxy } from 'comlink';
import type { Text } from '../../../data/fault.ts';
import type { Bench } from '../../../engine/client.ts';
import type { Question } from '../../../engine/question.ts';
import type { SiteProgress, SiteRequest, SiteResult } from '../../../engine/siting/propose.ts';

/** A proposal on screen: the quick answer first, the proven one when it is there. */
export class Proposal {
  result: SiteResult | null = $state.raw(null);
  progress: SiteProgress | null = $state.raw(null);
  fault: Text | null = $state.raw(null);
  broke = $state(false);
  busy = $state(false);
  /** Whole seconds since it was asked. */
  seconds = $state(0);
  /** Service and limit of the result. */
  question: Question | null = $state.raw(null);
  #ticket = 0;

  async ask(bench: Bench, question: Question, request: SiteRequest): Promise<void> {
    const ticket = ++this.#ticket;
    const current = () => ticket === this.#ticket;
    Object.assign(this, { result: null, progress: null, fault: null, broke: false, busy: true });
    this.question = question;
    const since = performance.now();
    this.seconds = 0;
    const clock = setInterval(() => {
      if (current()) this.seconds = Math.floor((performance.now() - since) / 1000);
    }, 1000);
    try {
      const outcome = await bench.propose(
        question,
        request,
        proxy((result: SiteResult) => void (current() && (this.result = result))),
        proxy((progress: SiteProgress) => void (current() && (this.progress = progress))),
      );
      if (!current()) return;
      if (outcome.ok) this.result = outcome.value;
      else [this.fault, this.result] = [outcome.text, null];
    } catch (error) {
      console.error(error);
      if (current()) this.broke = true;
    } finally {
      clearInterval(clock);
      if (current()) this.busy = false;
    }
  }
}
