import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { listPage, recordPage } from 'c/pages';
import type { ListName, ListState, PageTarget } from 'c/pages';

/** A link to a record, a list or any page: an address to open in a new tab, and no reload when clicked. */
export default class PageLink extends NavigationMixin(LightningElement) {
  /** What the link says. */
  @api label = '';
  /** More words for those who cannot see what stands around the link. */
  @api context = '';
  @api recordId?: string;
  /** A list of the app, instead of a record. */
  @api list?: ListName;
  /** The view and filters with which the list opens. */
  @api listState?: ListState;
  /** With a list name: a list view of an object, instead of a record. */
  @api objectApiName?: string;
  @api listName?: string;
  /** `link` or `button`. */
  @api variant = 'link';
  url = '';

  override connectedCallback(): void {
    this.findAddress().catch(() => {
      this.url = '';
    });
  }

  get className(): string {
    return this.variant === 'button' ? 'slds-button slds-button_neutral button' : 'link';
  }

  get reference(): PageTarget {
    if (this.list !== undefined) return listPage(this.list, this.listState);
    return this.recordId === undefined
      ? {
          type: 'standard__objectPage',
          attributes: { objectApiName: this.objectApiName, actionName: 'list' },
          state: { filterName: this.listName }
        }
      : recordPage(this.recordId);
  }

  async findAddress(): Promise<void> {
    this.url = await this[NavigationMixin.GenerateUrl](this.reference);
  }

  go(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](this.reference);
  }
}
