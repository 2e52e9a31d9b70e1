import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import linkRecord from '@salesforce/apex/CosellFormController.link';
import readAgain from '@salesforce/apex/CosellCardController.refresh';
import retryRequests from '@salesforce/apex/OutboxController.retry';
import readRequests from '@salesforce/apex/CosellCardController.getRequests';
import CosellAnswerModal from 'c/cosellAnswerModal';
import CosellFormModal from 'c/cosellFormModal';
import { countdown, day, exact, money, relative } from 'c/format';
import { fill, webAddress } from 'c/text';
import { labels } from './labels';

interface Fact {
  readonly label: string;
  readonly text: string;
  readonly title: string;
  readonly recordId: string;
}

interface Answer {
  readonly success?: boolean;
  readonly message?: string | null;
}

/** How a step looks; `✓` and the like say it without the colour too. */
const MARKS: Readonly<Record<string, string>> = { done: '✓', failed: '!', now: '', todo: '' };

/**
 * One co-sell opportunity at a glance: its state, the one next step, and what can be done with it.
 *
 * @fires changed after something was sent
 */
export default class CosellCard extends LightningElement {
  @api view?: Apex.CosellView;
  /** The Opportunity on whose page it stands. */
  @api opportunityId?: string;
  /** Whether the user is connected to Clazar: without it nothing is sent. */
  @api isReadOnly = false;
  labels = labels;
  isBusy = false;
  error: unknown;

  get cloudAddress(): string {
    return webAddress(this.view?.cloudUrl);
  }

  get cloudText(): string {
    return this.view?.cloudId ?? '';
  }

  get isAtRisk(): boolean {
    const step = this.view?.nextStep;
    return step === 'answer' || step === 'correct' || step === 'retry';
  }

  get boxClass(): string {
    return this.isAtRisk ? 'next urgent' : 'next';
  }

  get reason(): string {
    return this.view?.nextStepReason ?? '';
  }

  get hasNextStep(): boolean {
    return this.view !== undefined && this.view.nextStep !== 'none';
  }

  /** What is left of the time to answer, and until when exactly. */
  get deadline(): string {
    const { acceptBy, status } = this.view ?? {};
    if (status !== 'Invited' || acceptBy === undefined || acceptBy === null) return '';
    const moment = Date.parse(acceptBy);
    const left = countdown(moment, Date.now());
    return left === '' ? fill(labels.over, exact(moment)) : fill(labels.left, left, exact(moment));
  }

  get steps(): { name: string; text: string; className: string; message: string }[] {
    return (this.view?.steps ?? []).map(({ name, label, state, message }) => ({
      name,
      text: [MARKS[state], label].filter(Boolean).join(' '),
      className: `step ${state}`,
      message: message ?? ''
    }));
  }

  get hasSteps(): boolean {
    return this.steps.length > 0;
  }

  get facts(): Fact[] {
    const { view } = this;
    if (view === undefined) return [];
    const seen = view.awsStage ?? '';
    const stage = seen === '' || seen === view.stage ? '' : fill(labels.awsSees, seen);
    return [
      fact(labels.stage, [view.stage, stage].filter(Boolean).join(' · ')),
      dayFact(labels.close, view.targetCloseDate),
      fact(view.cloud === 'AWS' ? labels.monthly : labels.value, amountText(view)),
      fact(labels.customer, view.customer),
      { ...fact(labels.opportunity, view.opportunityName), recordId: this.linkedDeal },
      fact(labels.score, view.engagementScore),
      fact(labels.advice, view.nextBestActions)
    ].filter(({ text }) => text !== '');
  }

  /** On the page of the Opportunity itself nobody needs a link to it. */
  get linkedDeal(): string {
    const id = this.view?.opportunityId ?? '';
    return id === this.opportunityId ? '' : id;
  }

  get canAnswer(): boolean {
    return !this.isReadOnly && this.view?.canAccept === true;
  }

  get canReject(): boolean {
    return !this.isReadOnly && this.view?.canReject === true;
  }

  get canUpdate(): boolean {
    return !this.isReadOnly && this.view?.canUpdate === true;
  }

  get canSubmit(): boolean {
    return !this.isReadOnly && this.view?.canSubmit === true;
  }

  get canRetry(): boolean {
    return !this.isReadOnly && (this.view?.failed ?? 0) > 0;
  }

  /** Only from the page of another Opportunity than the one it belongs to. */
  get canLink(): boolean {
    const isElsewhere =
      (this.opportunityId ?? '') !== '' && this.view?.opportunityId !== this.opportunityId;
    return !this.isReadOnly && this.view?.canLink === true && isElsewhere;
  }

  get updateLabel(): string {
    return this.view?.nextStep === 'correct' ? labels.correct : labels.update;
  }

  get updateVariant(): string {
    return this.view?.nextStep === 'correct' ? 'brand' : 'neutral';
  }

  get syncedText(): string {
    const { syncedAt } = this.view ?? {};
    if (syncedAt === undefined || syncedAt === null) return '';
    return fill(labels.synced, relative(Date.parse(syncedAt), Date.now()));
  }

  get differencesText(): string {
    const count = this.view?.differences ?? 0;
    return count > 0 ? fill(labels.differences, count) : '';
  }

  accept(): Promise<void> {
    return this.answer(false);
  }

  reject(): Promise<void> {
    return this.answer(true);
  }

  async answer(isRejection: boolean): Promise<void> {
    const heading = fill(
      isRejection ? labels.rejectTitle : labels.acceptTitle,
      this.view?.name ?? ''
    );
    const { opportunityId } = this;
    const result = await CosellAnswerModal.open({
      label: heading,
      size: 'small',
      heading,
      cosellId: this.view?.id,
      opportunityId,
      isRejection
    });
    this.tell(result);
  }

  update(): Promise<void> {
    return this.openForm('update', labels.updateTitle);
  }

  submit(): Promise<void> {
    return this.openForm('submit', labels.submitTitle);
  }

  async openForm(action: string, title: string): Promise<void> {
    const heading = fill(title, this.view?.name ?? '');
    const result = await CosellFormModal.open({
      label: heading,
      size: 'medium',
      heading,
      action,
      cloud: this.view?.cloud,
      recordId: this.view?.id,
      wanted: this.view?.openFields ?? []
    });
    this.tell(result);
  }

  link(): Promise<void> {
    const { view, opportunityId } = this;
    return this.attempt(() =>
      linkRecord({ cosellOpportunityId: view?.id ?? '', opportunityId: opportunityId ?? '' })
    );
  }

  readAgain(): Promise<void> {
    return this.attempt(() => readAgain({ cosellOpportunityId: this.view?.id ?? '' }));
  }

  retry(): Promise<void> {
    return this.attempt(async () => {
      const requests = await readRequests({ cosellOpportunityId: this.view?.id ?? '' });
      const ids = requests.filter(({ canRetry }) => canRetry).map(({ id }) => id);
      await retryRequests({ requestIds: ids });
      return { message: labels.retried };
    });
  }

  async attempt(work: () => Promise<Answer>): Promise<void> {
    this.isBusy = true;
    this.error = undefined;
    try {
      const answer = await work();
      if (answer.success === false) throw new Error(answer.message ?? '');
      this.tell(answer);
    } catch (error) {
      this.error = error;
    }
    this.isBusy = false;
  }

  /** What happened, and that everyone should read again. */
  tell(result: unknown): void {
    if (result === undefined || result === null) return;
    const { message } = result as Answer;
    this.dispatchEvent(new ShowToastEvent({ title: message ?? labels.done, variant: 'success' }));
    this.dispatchEvent(new CustomEvent('changed', { bubbles: true, composed: true }));
  }
}

function fact(label: string, value: string | null | undefined): Fact {
  return { label, text: value ?? '', title: '', recordId: '' };
}

function dayFact(label: string, value: string | null | undefined): Fact {
  if (value === undefined || value === null) return fact(label, '');
  return fact(label, `${day(value)} · ${relative(Date.parse(value), Date.now())}`);
}

function amountText({ amount, currencyCode }: Apex.CosellView): string {
  return amount === undefined || amount === null ? '' : money(amount, currencyCode);
}
