import { LightningElement, api } from 'lwc';
import done from '@salesforce/label/c.Setup_State_Done';
import toDo from '@salesforce/label/c.Setup_State_To_Do';
import unknown from '@salesforce/label/c.Setup_State_Unknown';
import checking from '@salesforce/label/c.Setup_State_Checking';
import checkAgain from '@salesforce/label/c.Setup_Check_Again';
import show from '@salesforce/label/c.Setup_Show';
import hide from '@salesforce/label/c.Setup_Hide';
import newTab from '@salesforce/label/c.Setup_New_Tab';

interface Step {
  readonly name: string;
  readonly number: number;
  readonly title: string;
  readonly why: string;
  readonly fixes: readonly string[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly finding?: {
    readonly state: string;
    readonly message: string;
    readonly details: readonly string[];
  };
  readonly error?: unknown;
}

interface Look {
  readonly icon: string;
  readonly variant: string;
  readonly word: string;
}

const checkingLook: Look = { icon: 'utility:spinner', variant: 'default', word: checking };
const unknownLook: Look = { icon: 'utility:question', variant: 'default', word: unknown };
const looks: Readonly<Record<string, Look>> = {
  done: { icon: 'utility:success', variant: 'success', word: done },
  todo: { icon: 'utility:warning', variant: 'warning', word: toDo },
  unknown: unknownLook
};

/**
 * One step of the set-up: its state, what was found, and how to do it.
 *
 * @slot what the step is done with
 * @fires check when the admin wants to look again
 */
export default class SetupStep extends LightningElement {
  @api step?: Step;
  labels = { checkAgain, newTab };
  /** What the admin chose; until then open steps show how, and those that are done do not. */
  chosen?: boolean;

  get look(): Look {
    if (this.step?.error !== undefined) return unknownLook;
    const { finding } = this.step ?? {};
    return finding === undefined ? checkingLook : (looks[finding.state] ?? unknownLook);
  }

  get isChecking(): boolean {
    return this.look === checkingLook;
  }

  get isOpen(): boolean {
    return this.chosen ?? (!this.isChecking && this.step?.finding?.state !== 'done');
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get toggleLabel(): string {
    return this.isOpen ? hide : show;
  }

  get rowClass(): string {
    return `step ${this.step?.finding?.state ?? ''}`;
  }

  get fixes(): { key: number; text: string }[] {
    return (this.step?.fixes ?? []).map((text, key) => ({ key, text }));
  }

  get details(): { key: number; text: string }[] {
    return (this.step?.finding?.details ?? []).map((text, key) => ({ key, text }));
  }

  get hasError(): boolean {
    return this.step?.error !== undefined;
  }

  get bodyClass(): string {
    return this.isOpen ? 'body' : 'body slds-hide';
  }

  toggle(): void {
    this.chosen = !this.isOpen;
  }

  check(): void {
    const { name } = this.step ?? {};
    this.dispatchEvent(new CustomEvent('check', { detail: { name } }));
  }
}
