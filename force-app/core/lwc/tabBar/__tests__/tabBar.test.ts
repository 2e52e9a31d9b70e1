import { createElement } from 'lwc';
import TabBar from 'c/tabBar';

const tabs = [
  { value: 'a', label: 'Co-Sell' },
  { value: 'b', label: 'Offers' }
];

function show(): { element: HTMLElement; chosen: unknown[]; buttons: HTMLElement[] } {
  const element = createElement('c-tab-bar', { is: TabBar });
  document.body.appendChild(Object.assign(element, { label: 'Clazar', tabs, selected: 'a' }));
  const chosen: unknown[] = [];
  element.addEventListener('select', (event) => chosen.push((event as CustomEvent).detail));
  const buttons = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
  return { element, chosen, buttons };
}

describe('c-tab-bar', () => {
  afterEach(() => document.body.replaceChildren());

  it('should say which tab is chosen, and leave only that one in the order of Tab', () => {
    const { buttons } = show();

    expect(buttons.map((button) => button.getAttribute('aria-selected'))).toEqual([
      'true',
      'false'
    ]);
    expect(buttons.map((button) => button.tabIndex)).toEqual([0, -1]);
  });

  it('should tell which tab is pressed', () => {
    const { buttons, chosen } = show();

    buttons[1]?.click();

    expect(chosen).toEqual([{ value: 'b' }]);
  });

  it('should go from tab to tab with the arrows, round the end', () => {
    const { buttons, chosen } = show();

    buttons[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft' }));
    buttons[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'x' }));

    expect(chosen).toEqual([{ value: 'b' }]);
  });

  it('should be accessible', async () => {
    await expect(show().element).toBeAccessible();
  });
});
