import { LightningElement } from 'lwc';
import { isAdmin } from 'c/adminAccess';
import { fill } from 'c/text';
import check from '@salesforce/apex/SetupController.check';
import title from '@salesforce/label/c.Setup_Title';
import intro from '@salesforce/label/c.Setup_Intro';
import progress from '@salesforce/label/c.Setup_Progress';
import checkAll from '@salesforce/label/c.Setup_Check_All';
import noAccess from '@salesforce/label/c.Setup_No_Access';
import noAccessText from '@salesforce/label/c.Setup_No_Access_Text';
import { steps } from './steps';
import type { StepText } from './steps';

interface Finding {
  readonly state: string;
  readonly message: string;
  readonly details: readonly string[];
}

/** What the list shows of a step. */
interface ShownStep extends StepText {
  readonly number: number;
  readonly finding: Finding | undefined;
  readonly error: unknown;
  readonly isUser: boolean;
  readonly isConnection: boolean;
  readonly isMapping: boolean;
  readonly isSync: boolean;
}

/** Leads an admin from the installed package to the first sync, and shows at any time what is missing. */
export default class SetupAssistant extends LightningElement {
  labels = { title, intro, checkAll, noAccess, noAccessText };
  findings: Readonly<Record<string, Finding | undefined>> = {};
  errors: Readonly<Record<string, unknown>> = {};

  override connectedCallback(): void {
    if (this.isAdmin) void this.checkAll();
  }

  get isAdmin(): boolean {
    return isAdmin();
  }

  get shownSteps(): ShownStep[] {
    return steps.map((step, index) => ({
      ...step,
      number: index + 1,
      finding: this.findings[step.name],
      error: this.errors[step.name],
      isUser: step.name === 'integrationUser',
      isConnection: step.name === 'connection',
      isMapping: step.name === 'mapping',
      isSync: step.name === 'sync'
    }));
  }

  get doneCount(): number {
    return Object.values(this.findings).filter((finding) => finding?.state === 'done').length;
  }

  get progressText(): string {
    return fill(progress, this.doneCount, steps.length);
  }

  get progressValue(): number {
    return Math.round((this.doneCount / steps.length) * 100);
  }

  async checkAll(): Promise<void> {
    await Promise.all(steps.map(({ name }) => this.check(name)));
  }

  checkOne(event: CustomEvent<{ name: string }>): Promise<void> {
    return this.check(event.detail.name);
  }

  checkSync(): Promise<void> {
    return this.check('sync');
  }

  checkConnection(): Promise<void> {
    return this.check('connection');
  }

  async check(name: string): Promise<void> {
    this.findings = { ...this.findings, [name]: undefined };
    this.errors = { ...this.errors, [name]: undefined };
    try {
      const finding = await check({ step: name });
      this.findings = { ...this.findings, [name]: finding };
    } catch (error) {
      this.errors = { ...this.errors, [name]: error };
    }
  }
}
