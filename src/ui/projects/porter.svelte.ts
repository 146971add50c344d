import { Fault } from '../../data/fault.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import type { Keeper } from '../../state/keeper.svelte.ts';
import { takeProject } from '../../state/projects.ts';
import type { Session } from '../../state/session.svelte.ts';
import type { Language } from '../shared/words.ts';
import { saveFile, sizeWords } from '../shared/save-file.ts';
import type { ProjectsWords } from './projects-words.ts';

const MOST_BYTES = 300e6;

/** Takes projects out to files and in from them, and says how that went. */
export class Porter {
  says = $state('');
  wrong = $state(false);
  /** What was on the desk when it was last written to a file. */
  #written: Scenario[] | null = $state.raw(null);
  readonly #session: Session;
  readonly #keeper: Keeper;

  constructor(session: Session, keeper: Keeper) {
    this.#session = session;
    this.#keeper = keeper;
  }

  /** Whether what is on the desk is in a file. */
  get exported(): boolean {
    return this.#written === this.#session.scenarios.list;
  }

  async export(p: ProjectsWords): Promise<void> {
    const project = this.#keeper.current();
    const { view, scenarios } = this.#session;
    if (!project || !view) return;
    const { writeProject } = await import('../../data/project/project-file.ts');
    const bytes = writeProject(project, view.manifest.invented);
    // What some system or other does not allow in the name of a file.
    // eslint-disable-next-line no-control-regex
    const file = `${project.name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_')}.huimin`;
    saveFile(file, 'application/zip', bytes);
    this.#written = project.scenarios;
    scenarios.markSaved(project.scenarios);
    this.say(p.exported(file, sizeWords(bytes.length)));
  }

  async import(file: File, p: ProjectsWords, language: Language): Promise<void> {
    if (file.size > MOST_BYTES) {
      return this.say(p.tooLarge(file.name, String(Math.ceil(file.size / 1e6))), true);
    }
    const { readProject } = await import('../../data/project/project-file.ts');
    try {
      const project = readProject(new Uint8Array(await file.arrayBuffer()), file.name);
      const { regions, view } = this.#session;
      const here = view && !regions.some(({ id }) => id === view.manifest.id);
      const there = [...regions.map(({ id }) => id), ...(here ? [view.manifest.id] : [])];
      if (!there.includes(project.region.id)) {
        const list = there.join(language === 'zh' ? '、' : ', ');
        return this.say(p.otherRegion(file.name, project.region.id, list), true);
      }
      await takeProject(this.#keeper, project);
      this.say(p.imported(project.name));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.say(error.text[language], true);
    }
  }

  say(text: string, wrong = false): void {
    this.says = text;
    this.wrong = wrong;
  }
}
