import { LightningElement, api } from 'lwc';

/** A button that opens a panel; Escape, a click elsewhere or leaving it by Tab closes it. */
export default class ShellPopover extends LightningElement {
  /** What the button and the panel are called. */
  @api label = '';
  /** `start` or `end`: the side of the button that the panel lines up with. */
  @api side: 'start' | 'end' = 'start';
  isOpen = false;
  #isOpening = false;

  get expanded(): 'true' | 'false' {
    return this.isOpen ? 'true' : 'false';
  }

  get panelClass(): string {
    return `panel panel_${this.side}`;
  }

  /** `open` comes when the panel's content is there, so that it can be focused. */
  override renderedCallback(): void {
    if (!this.#isOpening) return;
    this.#isOpening = false;
    this.dispatchEvent(new CustomEvent('open'));
  }

  override disconnectedCallback(): void {
    this.stopListening();
  }

  @api close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.stopListening();
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleToggle(): void {
    if (this.isOpen) this.close();
    else this.open();
  }

  open(): void {
    this.isOpen = true;
    this.#isOpening = true;
    document.addEventListener('click', this.handleOutside);
  }

  stopListening(): void {
    document.removeEventListener('click', this.handleOutside);
  }

  handleOutside = (event: MouseEvent): void => {
    const isLink = event.composedPath().some((node) => node instanceof HTMLAnchorElement);
    if (!this.isInside(event) || isLink) this.close();
  };

  isInside(event: Event): boolean {
    return event.composedPath().includes(this.hostElement);
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.isOpen) return;
    event.stopPropagation();
    this.close();
    (this.refs?.button as HTMLElement | undefined)?.focus();
  }

  handleFocusout(event: FocusEvent): void {
    const next = event.relatedTarget;
    if (next instanceof Node && !this.hostElement.contains(next)) this.close();
  }
}
