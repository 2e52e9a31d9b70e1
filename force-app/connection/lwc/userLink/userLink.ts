import { LightningElement } from 'lwc';
import { exact, relative } from 'c/format';
import { fill } from 'c/text';
import readLink from '@salesforce/apex/ConnectionController.userLink';
import unlink from '@salesforce/apex/ConnectionController.unlinkUser';
import title from '@salesforce/label/c.Profile_Title';
import linked from '@salesforce/label/c.Profile_Linked';
import linkedText from '@salesforce/label/c.Profile_Linked_Text';
import unlinked from '@salesforce/label/c.Profile_Unlinked';
import unlinkedText from '@salesforce/label/c.Profile_Unlinked_Text';
import ended from '@salesforce/label/c.Profile_Ended';
import problem from '@salesforce/label/c.Profile_Problem';
import connect from '@salesforce/label/c.Connect_App';
import disconnect from '@salesforce/label/c.Disconnect_App';
import loading from '@salesforce/label/c.Loading';

interface Link {
  readonly isLinked: boolean;
  readonly email?: string;
  readonly linkedAt?: string;
  readonly settingsUrl: string;
  readonly problem?: string;
}

/** Connects a person's Salesforce user to the own Clazar user: without it, screens read and do not write. */
export default class UserLink extends LightningElement {
  labels = { title, linkedText, unlinked, unlinkedText, connect, disconnect, loading };
  link?: Link;
  error: unknown;
  notice = '';

  override connectedCallback(): void {
    void this.load();
  }

  get isLoading(): boolean {
    return this.link === undefined && this.error === undefined;
  }

  get isLinked(): boolean {
    return this.link?.isLinked === true;
  }

  get isOpen(): boolean {
    return this.link !== undefined && !this.link.isLinked;
  }

  get linkedText(): string {
    return fill(linked, this.link?.email ?? '');
  }

  get problemText(): string {
    const reason = this.link?.problem ?? '';
    return reason === '' ? '' : fill(problem, reason);
  }

  get linkedAt(): number {
    return Date.parse(this.link?.linkedAt ?? '');
  }

  get sinceText(): string {
    return Number.isNaN(this.linkedAt) ? '' : relative(this.linkedAt, Date.now());
  }

  get sinceExact(): string {
    return Number.isNaN(this.linkedAt) ? '' : exact(this.linkedAt);
  }

  get settingsUrl(): string {
    const query = new URLSearchParams({ return_to: globalThis.location.href });
    return `${this.link?.settingsUrl ?? ''}?${query.toString()}`;
  }

  async load(): Promise<void> {
    this.error = undefined;
    try {
      this.link = await readLink();
    } catch (error) {
      this.error = error;
    }
  }

  async disconnect(): Promise<void> {
    try {
      await unlink();
      this.notice = ended;
      await this.load();
    } catch (error) {
      this.error = error;
    }
  }
}
