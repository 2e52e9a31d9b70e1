import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import accept from '@salesforce/apex/CosellFormController.accept';
import reject from '@salesforce/apex/CosellFormController.reject';
import readForm from '@salesforce/apex/CosellFormController.getForm';
import acceptLabel from '@salesforce/label/c.Cosell_Accept';
import acceptHint from '@salesforce/label/c.Cosell_Accept_Hint';
import cancelLabel from '@salesforce/label/c.Form_Cancel';
import createLabel from '@salesforce/label/c.Cosell_Accept_Create';
import linkLabel from '@salesforce/label/c.Cosell_Accept_Link';
import neitherLabel from '@salesforce/label/c.Cosell_Accept_Only';
import opportunityLabel from '@salesforce/label/c.Cosell_Accept_Opportunity';
import reasonLabel from '@salesforce/label/c.Cosell_Reject_Reason';
import reasonMissing from '@salesforce/label/c.Cosell_Reject_Reason_Missing';
import rejectHint from '@salesforce/label/c.Cosell_Reject_Hint';
import rejectLabel from '@salesforce/label/c.Cosell_Reject';
import remarkLabel from '@salesforce/label/c.Cosell_Reject_Remark';

interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Accepts or rejects an invitation; closes with the answer, or with nothing. */
export default class CosellAnswerModal extends LightningModal {
  @api heading = '';
  @api cosellId = '';
  /** The Opportunity from whose page one answers. */
  @api opportunityId?: string | null;
  @api isRejection = false;
  labels = { acceptHint, cancelLabel, opportunityLabel, reasonLabel, rejectHint, remarkLabel };
  how = '';
  reason = '';
  remark = '';
  reasons: Choice[] = [];
  problem = '';
  error: unknown;
  isBusy = false;

  override connectedCallback(): void {
    this.how = this.opportunityId === undefined || this.opportunityId === null ? 'create' : 'link';
    if (this.isRejection) void this.loadReasons();
  }

  get choices(): Choice[] {
    const link = { label: linkLabel, value: 'link' };
    const others = [
      { label: createLabel, value: 'create' },
      { label: neitherLabel, value: 'only' }
    ];
    return this.how === 'link' || (this.opportunityId ?? '') !== '' ? [link, ...others] : others;
  }

  get doLabel(): string {
    return this.isRejection ? rejectLabel : acceptLabel;
  }

  get doVariant(): string {
    return this.isRejection ? 'destructive' : 'brand';
  }

  async loadReasons(): Promise<void> {
    try {
      const form = await readForm<Apex.CosellForm>({
        action: 'update',
        cloud: null,
        recordId: this.cosellId
      });
      this.reasons = form.rejectionReasons.map(({ label, value }) => ({ label, value }));
    } catch (error) {
      this.error = error;
    }
  }

  changeHow(event: CustomEvent<{ value: string }>): void {
    this.how = event.detail.value;
  }

  changeReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
    this.problem = '';
  }

  changeRemark(event: CustomEvent<{ value: string }>): void {
    this.remark = event.detail.value;
  }

  cancel(): void {
    this.close();
  }

  async send(): Promise<void> {
    if (this.isRejection && this.reason === '') {
      this.problem = reasonMissing;
      return;
    }
    this.isBusy = true;
    try {
      const answer = await (this.isRejection ? this.reject() : this.accept());
      if (answer.success) this.close(answer);
      else this.problem = answer.message;
    } catch (error) {
      this.error = error;
    }
    this.isBusy = false;
  }

  accept(): Promise<Apex.CosellAnswer> {
    return accept({
      cosellOpportunityId: this.cosellId,
      opportunityId: this.how === 'link' ? (this.opportunityId ?? null) : null,
      createOpportunity: this.how === 'create'
    });
  }

  reject(): Promise<Apex.CosellAnswer> {
    const { cosellId, reason, remark } = this;
    return reject({ cosellOpportunityId: cosellId, reason, remark });
  }
}
