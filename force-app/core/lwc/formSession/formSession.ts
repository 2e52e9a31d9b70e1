import draft from '@salesforce/label/c.Form_Draft';
import draftKept from '@salesforce/label/c.Form_Draft_Kept';
import draftNotKept from '@salesforce/label/c.Form_Draft_Not_Kept';
import { relative } from 'c/format';
import { fill } from 'c/text';
import { after } from 'c/timer';

/** How long one must have stopped typing before a draft is kept, in milliseconds. */
const PAUSE = 800;

/** What Apex says of the values before they are sent. */
interface Checked {
  readonly ready: boolean;
  readonly errors: readonly Apex.FieldError[];
}

/** What became of the values that were sent. */
interface Answered {
  readonly success: boolean;
  readonly message: string;
  readonly errors: readonly Apex.FieldError[];
}

/** A draft as Apex keeps it; empty when there is none. */
interface Saved {
  readonly savedValues: string;
  readonly savedAt: string;
}

/** Where a guided form stands. */
export interface FormState<Check = unknown> {
  readonly errors: readonly Apex.FieldError[];
  /** Fields that were left; what is wrong with others is not said before a review. */
  readonly touched: ReadonlySet<string>;
  readonly isEverythingTouched: boolean;
  readonly isReview: boolean;
  readonly isBusy: boolean;
  /** How often it was refused: each time the list of problems is read out. */
  readonly refusals: number;
  readonly check: Check | undefined;
  readonly draftText: string;
  readonly error: unknown;
}

/** What a form gives to its session. */
export interface FormDoor<Check, Answer> {
  /** What is checked and sent, as JSON. */
  readonly values: () => string;
  /** What is kept as a draft, as JSON. */
  readonly draft: () => string;
  readonly check: (valuesJson: string) => Promise<Check>;
  readonly send: (valuesJson: string, requestKey: string) => Promise<Answer>;
  readonly saveDraft: (valuesJson: string) => Promise<unknown>;
  /** Called with every new state. */
  readonly show: (state: FormState<Check>) => void;
}

/** A problem as the list at the top shows it; `field` is empty when it is none of one field. */
export interface FormProblem {
  readonly key: string;
  readonly field: string;
  readonly text: string;
}

/** The state of a form that has just been opened. */
export function newState(): FormState<never> {
  return {
    errors: [],
    touched: new Set(),
    isEverythingTouched: false,
    isReview: false,
    isBusy: false,
    refusals: 0,
    check: undefined,
    draftText: '',
    error: undefined
  };
}

/** What is wrong with a field, once one has left it or asked for a review; empty before. */
export function problemAt(state: FormState, name: string): string {
  if (!state.isEverythingTouched && !state.touched.has(name)) return '';
  return state.errors.find(({ field }) => field === name)?.message ?? '';
}

/** Everything that is wrong, once a review was asked for. */
export function problemsOf({ errors, isEverythingTouched }: FormState): FormProblem[] {
  if (!isEverythingTouched) return [];
  return errors.map(({ field, label, message }, index) => ({
    key: String(index),
    field: field ?? '',
    text: isNamed(message, label ?? '') ? message : `${label ?? ''}: ${message}`
  }));
}

/** Whether the sentence begins with the field that it is about. */
function isNamed(message: string, label: string): boolean {
  return label === '' || message.startsWith(label);
}

/** What all guided forms do alike: check as one goes, review, send once, and lose nothing that was typed. */
export class FormSession<Check extends Checked, Answer extends Answered> {
  #door: FormDoor<Check, Answer>;
  #state: FormState<Check> = newState();
  #requestKey = crypto.randomUUID();
  #stopSaving: () => void = () => undefined;

  constructor(door: FormDoor<Check, Answer>) {
    this.#door = door;
  }

  /** The values of the draft, of which the form then tells; none when there is no draft. */
  restore({ savedValues, savedAt }: Saved): Readonly<Record<string, unknown>> {
    const isSaved = (savedValues ?? '') !== '';
    const draftText = isSaved ? fill(draft, relative(Date.parse(savedAt), Date.now())) : '';
    this.update({ draftText, errors: [] });
    return isSaved ? (JSON.parse(savedValues) as Readonly<Record<string, unknown>>) : {};
  }

  /** Keeps a draft as soon as one stops typing. */
  keepSoon(): void {
    this.stop();
    this.#stopSaving = after(PAUSE, () => {
      void this.keep();
    });
  }

  /** Leaves the form: nothing more is kept. */
  stop(): void {
    this.#stopSaving();
  }

  /** Forgets the draft with the given work. */
  async discard(work: () => Promise<unknown>): Promise<void> {
    this.stop();
    this.update({ draftText: '' });
    await this.attempt(work);
  }

  /** Says at the field what is wrong as one leaves it. */
  async leave(name: string): Promise<void> {
    this.update({ touched: new Set([...this.#state.touched, name]) });
    await this.ask();
  }

  /** Goes on to the review, or says everything that is missing. */
  async review(): Promise<void> {
    this.update({ isBusy: true });
    const check = await this.ask();
    const isReview = check?.ready === true;
    const refusals = this.#state.refusals + (isReview ? 0 : 1);
    this.update({ check, isReview, refusals, isBusy: false, isEverythingTouched: true });
  }

  back(): void {
    this.update({ isReview: false });
  }

  /** Sends the values under one key, so that they are never sent twice; the answer when they were taken. */
  async send(): Promise<Answer | undefined> {
    this.update({ isBusy: true });
    const answer = await this.attempt(() => this.#door.send(this.#door.values(), this.#requestKey));
    this.update({ isBusy: false });
    if (answer === undefined) return undefined;
    if (answer.success) this.stop();
    else this.refuse(errorsOf(answer));
    return answer.success ? answer : undefined;
  }

  /** The result of the work; undefined when it failed, which the form then shows. */
  async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await work();
      this.update({ error: undefined });
      return result;
    } catch (error) {
      this.update({ error });
      return undefined;
    }
  }

  /** What was changed while Clazar thought of it is not judged. */
  private async ask(): Promise<Check | undefined> {
    const values = this.#door.values();
    const check = await this.attempt(() => this.#door.check(values));
    if (check === undefined || values !== this.#door.values()) return undefined;
    this.update({ errors: check.errors });
    return check;
  }

  /** The cloud has its own rules: what it refuses stands at its field like what we find. */
  private refuse(errors: FormState['errors']): void {
    this.#requestKey = crypto.randomUUID();
    this.update({ errors, isReview: false, refusals: this.#state.refusals + 1 });
  }

  /** A draft that cannot be kept must not stop the person who types. */
  private async keep(): Promise<void> {
    try {
      await this.#door.saveDraft(this.#door.draft());
      this.update({ draftText: draftKept });
    } catch {
      this.update({ draftText: draftNotKept });
    }
  }

  private update(change: Partial<FormState<Check>>): void {
    this.#state = { ...this.#state, ...change };
    this.#door.show(this.#state);
  }
}

function errorsOf({ errors, message }: Answered): readonly Apex.FieldError[] {
  return errors.length > 0 ? errors : [{ field: '', label: '', code: '', message }];
}
