import { LightningElement, api } from 'lwc';
import { router } from 'page/router';
import { tabObjects } from '../../model/pages.ts';
import type { App } from '../../model/pages.ts';
import { searchByName } from '../../model/search.ts';
import type { SearchResult } from '../../model/search.ts';

const shortest = 2;

interface Option extends SearchResult {
  readonly selected: 'true' | 'false';
  readonly className: string;
}

export default class ShellGlobalSearch extends LightningElement {
  @api app: App | undefined;
  text = '';
  results: readonly SearchResult[] = [];
  isOpen = false;
  isExpanded = false;
  active = -1;
  #wantsFocus = false;

  get placeholder(): string {
    return `Search ${this.app?.label ?? ''}...`;
  }

  get expanded(): 'true' | 'false' {
    return this.isOpen ? 'true' : 'false';
  }

  get isClosed(): boolean {
    return !this.isOpen;
  }

  get boxClass(): string {
    return this.isExpanded ? 'box box_expanded' : 'box';
  }

  get activeId(): string | undefined {
    return this.options[this.active]?.id;
  }

  get isEmpty(): boolean {
    return this.results.length === 0;
  }

  get status(): string {
    if (!this.isOpen) return '';
    return this.isEmpty ? `Nothing is called “${this.text}”.` : `${this.results.length} found`;
  }

  get options(): Option[] {
    return this.results.map((result, index) => ({
      ...result,
      selected: index === this.active ? 'true' : 'false',
      className: index === this.active ? 'option option_active' : 'option'
    }));
  }

  override renderedCallback(): void {
    if (!this.#wantsFocus) return;
    this.#wantsFocus = false;
    (this.refs?.input as HTMLElement | undefined)?.focus();
  }

  handleExpand(): void {
    this.isExpanded = !this.isExpanded;
    this.#wantsFocus = this.isExpanded;
  }

  handleInput(event: Event): void {
    this.text = (event.target as HTMLInputElement).value.trim();
    if (this.text.length < shortest) this.hide();
    else void this.search(this.text);
  }

  async search(text: string): Promise<void> {
    const results = await searchByName(tabObjects(globalThis.localOrg.pages, this.app), text);
    if (text !== this.text) return;
    this.results = results;
    this.active = -1;
    this.isOpen = true;
  }

  handleKeydown(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => this.move(1),
      ArrowUp: () => this.move(-1),
      Enter: () => this.open(this.results[this.active]),
      Escape: () => this.hide()
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  }

  move(step: number): void {
    const { length } = this.results;
    if (length > 0) this.active = (this.active + step + length) % length;
  }

  open(result: SearchResult | undefined): void {
    if (result === undefined) return;
    this.hide();
    this.isExpanded = false;
    router.go(result.url);
  }

  /** Before the field loses focus, or the list would be gone when the click comes. */
  handlePress(event: MouseEvent): void {
    event.preventDefault();
    const { url } = (event.currentTarget as HTMLElement).dataset;
    this.open(this.results.find((result) => result.url === url));
  }

  handleBlur(): void {
    this.hide();
    this.isExpanded = false;
  }

  hide(): void {
    this.isOpen = false;
    this.active = -1;
  }
}
