import { proxy } from 'comlink';
import type { Bench } from '../../../engine/client.ts';
import type { Question } from '../../../engine/question.ts';
import type {
  Greatest,
  GreatestProgress,
  GreatestRequest,
} from '../../../engine/siting/greatest-answer.ts';
import type { PeopleField } from '../../../data/tables/people-field.ts';

/**
 * The greatest possible on screen, with the question it belongs to. While it is busy with a value
 * there already, only the smallest number for the share is still missing.
 */
export class GreatestStudy {
  value: (Greatest & { peopleField: PeopleField; question: Question }) | null = $state.raw(null);
  progress: GreatestProgress | null = $state.raw(null);
  broke = $state(false);
  busy = $state(false);
  #ticket = 0;

  async ask(bench: Bench, question: Question, request: GreatestRequest): Promise<void> {
    const ticket = ++this.#ticket;
    const current = () => ticket === this.#ticket;
    Object.assign(this, { value: null, progress: null, broke: false, busy: true });
    try {
      const told = proxy((progress: GreatestProgress & { peopleField: PeopleField }) => {
        if (!current()) return;
        const { answer, peopleField } = progress;
        if (answer) this.value = { ...answer, peopleField, question };
        this.progress = progress;
      });
      const found = await bench.greatest(question, request, told);
      if (current()) this.value = { ...found, question };
    } catch (error) {
      console.error(error);
      if (current()) this.broke = true;
    } finally {
      if (current()) this.busy = false;
    }
  }
}
