import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import readStatus from '@salesforce/apex/PrivateOfferController.getStatus';
import close from '@salesforce/label/c.Offer_Form_Close';
import copy from '@salesforce/label/c.List_Copy_Offer';
import copied from '@salesforce/label/c.Offer_Form_Copied';
import failedTitle from '@salesforce/label/c.Offer_Form_Failed';
import liveTitle from '@salesforce/label/c.Offer_Form_Live';
import publishingTitle from '@salesforce/label/c.Offer_Form_Publishing';
import sendingTitle from '@salesforce/label/c.Offer_Form_Sending';
import title from '@salesforce/label/c.Widget_Create_Offer';
import urlLabel from '@salesforce/label/c.Offer_Form_Url';
import { after } from 'c/timer';

const POLL = 3000;
const TITLES: Readonly<Record<string, string>> = {
  sending: sendingTitle,
  publishing: publishingTitle,
  live: liveTitle,
  failed: failedTitle
};

interface Answer {
  readonly message?: string | null;
  readonly requestId: string;
}

/** Makes a private offer, and follows it until it is live; closes with the answer, or with nothing. */
export default class OfferFormModal extends LightningModal {
  @api recordId = '';
  labels = { close, copy, title, urlLabel };
  answer: Answer | undefined;
  status: Apex.PrivateOfferStatus | undefined;
  message = '';
  error: unknown;
  #stop: () => void = () => undefined;

  override disconnectedCallback(): void {
    this.#stop();
  }

  get state(): string {
    return this.status?.state ?? 'sending';
  }

  get stateTitle(): string {
    return TITLES[this.state] ?? sendingTitle;
  }

  get stateText(): string {
    return this.status?.message ?? this.answer?.message ?? '';
  }

  /** The buyer can use it only when the cloud has published the offer. */
  get offerUrl(): string {
    return this.state === 'live' ? (this.status?.offerUrl ?? '') : '';
  }

  get isOnItsWay(): boolean {
    return this.state === 'sending' || this.state === 'publishing';
  }

  follow(event: CustomEvent<{ answer: Answer }>): void {
    this.answer = event.detail.answer;
    void this.ask();
  }

  async ask(): Promise<void> {
    this.error = undefined;
    try {
      this.status = await readStatus<Apex.PrivateOfferStatus>({
        requestId: this.answer?.requestId
      });
    } catch (error) {
      this.error = error;
      return;
    }
    if (this.isOnItsWay) {
      this.#stop = after(POLL, () => {
        void this.ask();
      });
    }
  }

  async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.offerUrl);
      this.message = copied;
    } catch {
      // Where the clipboard is closed, the address can still be selected and copied.
      this.message = '';
    }
  }

  finish(): void {
    this.#stop();
    this.close(this.answer);
  }

  cancel(): void {
    this.close();
  }
}
