import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

/** A link to a record or to a list: an address to open in a new tab, and no reload when clicked. */
export default class PageLink extends NavigationMixin(LightningElement) {
  /** What the link says. */
  @api label = '';
  /** More words for those who cannot see what stands around the link. */
  @api context = '';
  @api recordId?: string;
  /** With a list name, instead of a record. */
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

  get reference(): NavigationTarget {
    return this.recordId === undefined
      ? {
          type: 'standard__objectPage',
          attributes: { objectApiName: this.objectApiName, actionName: 'list' },
          state: { filterName: this.listName }
        }
      : {
          type: 'standard__recordPage',
          attributes: { recordId: this.recordId, actionName: 'view' }
        };
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

interface NavigationTarget {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly state?: Readonly<Record<string, string | undefined>>;
}
