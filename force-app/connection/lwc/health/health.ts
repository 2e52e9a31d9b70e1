import { LightningElement } from 'lwc';
import { isAdmin } from 'c/adminAccess';
import { relative } from 'c/format';
import { fill } from 'c/text';
import check from '@salesforce/apex/SetupController.check';
import readErrors from '@salesforce/apex/SetupController.latestErrors';
import bad from '@salesforce/label/c.Health_Bad';
import badWord from '@salesforce/label/c.Health_State_Bad';
import errorsTitle from '@salesforce/label/c.Health_Errors';
import good from '@salesforce/label/c.Health_Good';
import goodWord from '@salesforce/label/c.Health_State_Good';
import intro from '@salesforce/label/c.Health_Intro';
import message from '@salesforce/label/c.Health_Message';
import noErrors from '@salesforce/label/c.Health_No_Errors';
import partLabel from '@salesforce/label/c.Health_Part';
import title from '@salesforce/label/c.Health_Page_Title';
import when from '@salesforce/label/c.Health_When';
import checkAll from '@salesforce/label/c.Setup_Check_All';
import checking from '@salesforce/label/c.Setup_State_Checking';
import noAccess from '@salesforce/label/c.Setup_No_Access_Text';
import unknownWord from '@salesforce/label/c.Setup_State_Unknown';
import { parts } from './parts';
import type { Part } from './parts';

interface Finding {
  readonly state: string;
  readonly message: string;
  readonly details: readonly string[];
}

/** What Apex found out about a part, or why it could not. */
interface Outcome {
  readonly finding?: Finding;
  readonly error?: unknown;
}

interface Look {
  readonly icon: string;
  readonly variant: string;
  readonly word: string;
}

interface Row extends Part, Look {
  readonly rowClass: string;
  readonly message: string;
  readonly details: readonly string[];
  readonly error: unknown;
  readonly isChecking: boolean;
  readonly isGood: boolean;
}

const nothing: Finding = { state: '', message: '', details: [] };
const unknown: Look = { icon: 'utility:question', variant: 'default', word: unknownWord };
const looks: Readonly<Record<string, Look>> = {
  done: { icon: 'utility:success', variant: 'success', word: goodWord },
  todo: { icon: 'utility:warning', variant: 'warning', word: badWord },
  unknown
};

/** How Clazar is in this org: every part with its state, what went wrong lately, and where to go. */
export default class Health extends LightningElement {
  labels = {
    title,
    intro,
    checkAll,
    noAccess,
    errorsTitle,
    noErrors,
    when,
    part: partLabel,
    message
  };
  outcomes: Readonly<Record<string, Outcome>> = {};
  errors?: readonly Apex.HealthError[];
  problem: unknown;

  override connectedCallback(): void {
    if (this.isAdmin) void this.checkAll();
  }

  get isAdmin(): boolean {
    return isAdmin();
  }

  get rows(): Row[] {
    return parts.map((part) => rowOf(part, this.outcomes[part.name]));
  }

  get isChecking(): boolean {
    return this.rows.some((row) => row.isChecking);
  }

  get summary(): string {
    if (this.isChecking) return checking;
    const count = this.rows.filter(({ isGood }) => !isGood).length;
    return count === 0 ? good : fill(bad, count, parts.length);
  }

  get shownErrors(): { id: string; when: string; exact: string; part: string; message: string }[] {
    return (this.errors ?? []).map(({ id, happenedAt, part, message: words }) => ({
      id,
      when: relative(Date.parse(happenedAt), Date.now()),
      exact: new Date(happenedAt).toLocaleString(),
      part,
      message: words
    }));
  }

  get hasErrors(): boolean {
    return this.shownErrors.length > 0;
  }

  get hasNoErrors(): boolean {
    return this.errors?.length === 0;
  }

  async checkAll(): Promise<void> {
    this.outcomes = {};
    await Promise.all([...parts.map(({ name }) => this.check(name)), this.loadErrors()]);
  }

  async check(name: string): Promise<void> {
    let outcome: Outcome;
    try {
      outcome = { finding: await check({ step: name }) };
    } catch (error) {
      outcome = { error };
    }
    this.outcomes = { ...this.outcomes, [name]: outcome };
  }

  async loadErrors(): Promise<void> {
    this.problem = undefined;
    try {
      this.errors = await readErrors();
    } catch (error) {
      this.problem = error;
    }
  }
}

function rowOf(part: Part, outcome: Outcome | undefined): Row {
  const { finding = nothing, error } = outcome ?? {};
  const look = looks[finding.state] ?? unknown;
  const isChecking = outcome === undefined;
  return {
    ...part,
    ...look,
    word: isChecking ? checking : look.word,
    rowClass: `row ${finding.state}`,
    message: finding.message,
    details: finding.details,
    error,
    isChecking,
    isGood: finding.state === 'done'
  };
}
