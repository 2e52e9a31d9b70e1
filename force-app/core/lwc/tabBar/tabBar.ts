import { LightningElement, api } from 'lwc';

/** A tab: what it is called, and what it says. */
export interface Tab {
  readonly value: string;
  readonly label: string;
}

interface ShownTab extends Tab {
  readonly isSelected: 'true' | 'false';
  readonly tabIndex: number;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Tabs that stay in one line however narrow the card is: they scroll instead of hiding behind a menu.
 *
 * @fires select `{value}` when another tab is chosen
 */
export default class TabBar extends LightningElement {
  @api label = '';
  @api tabs: readonly Tab[] = [];
  @api selected = '';

  /** Only the chosen tab is in the order of the Tab key; arrows lead to the others. */
  get shown(): ShownTab[] {
    return this.tabs.map((tab) => {
      const isSelected = tab.value === this.selected;
      return { ...tab, isSelected: isSelected ? 'true' : 'false', tabIndex: isSelected ? 0 : -1 };
    });
  }

  choose(event: Event): void {
    const { value = '' } = (event.currentTarget as HTMLElement).dataset;
    this.tell(value);
  }

  move(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = this.tabs.findIndex(({ value }) => value === this.selected);
    const next = this.tabs[(at + step + this.tabs.length) % this.tabs.length];
    if (next === undefined) return;
    this.tell(next.value);
    this.template?.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus();
  }

  tell(value: string): void {
    this.dispatchEvent(new CustomEvent('select', { detail: { value } }));
  }
}
