/**
 * A study of the workbench on screen: what came back last, and whether a newer one is on its way.
 * The newest call wins; while one runs only the latest of those wanted meanwhile is kept.
 */
export class Study<T> {
  value: T | null = $state.raw(null);
  busy = $state(false);
  /** The software failed; the console says how. */
  broke = $state(false);
  #running = false;
  #next: (() => Promise<T>) | null = null;
  /** What runs now is not wanted any more. */
  #overtaken = false;
  readonly #drop: (value: T) => void;

  /** `drop` frees what a value holds that came back too late to be shown. */
  constructor(drop: (value: T) => void = () => {}) {
    this.#drop = drop;
  }

  /** Asks for it; what is on screen stays until the new value is there. */
  ask(call: () => Promise<T>): void {
    this.#next = call;
    this.busy = true;
    if (!this.#running) void this.#drain();
  }

  /** Forgets the value and what was still wanted. */
  clear(): void {
    this.#next = null;
    this.#overtaken = true;
    this.value = null;
    this.busy = false;
  }

  async #drain(): Promise<void> {
    this.#running = true;
    while (this.#next) {
      const call = this.#next;
      this.#next = null;
      this.#overtaken = false;
      try {
        const value = await call();
        if (this.#next || this.#overtaken) {
          this.#drop(value);
          continue;
        }
        this.value = value;
        this.broke = false;
      } catch (error) {
        console.error(error);
        this.broke = true;
      }
    }
    this.#running = false;
    this.busy = false;
  }
}
