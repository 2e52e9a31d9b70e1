import { createElement } from 'lwc';
import CosellPipeline from 'c/cosellPipeline';
import type { Stack } from 'c/chartFrame';

const stages = [
  { cloud: 'AWS', stage: 'Qualified', records: 2, monthly: 30_000 },
  { cloud: 'Azure', stage: '20%', records: 1, monthly: null },
  { cloud: 'AWS', stage: 'Launched', records: 9, monthly: 1 }
];

function show(properties: object): HTMLElement {
  const element = createElement('c-cosell-pipeline', { is: CosellPipeline });
  document.body.appendChild(Object.assign(element, properties));
  return element;
}

function barsOf(element: HTMLElement): Stack[] {
  const chart = element.shadowRoot?.querySelector('c-stacked-bars');
  return Reflect.get(chart ?? {}, 'bars') as Stack[];
}

describe('c-cosell-pipeline', () => {
  afterEach(() => document.body.replaceChildren());

  it('should put the stages of AWS and the likelihoods of Microsoft on one scale', () => {
    const bar = barsOf(show({ stages })).find(({ label }) => label === 'Qualified');

    expect(bar?.parts.map(({ label, value }) => [label, value])).toEqual([
      ['AWS', 2],
      ['Azure', 1]
    ]);
    expect(bar?.total).toContain('$30K');
  });

  it('should lead from a part to the deals that it counts', () => {
    const [, azure] = barsOf(show({ stages }))[1]?.parts ?? [];

    expect(azure?.link).toEqual({
      list: 'cosell',
      state: { view: 'open', cloud: 'Azure', stage: '20%' }
    });
  });

  it('should show how far deals have come', () => {
    const bars = barsOf(show({ isFunnel: true, states: { Invited: 3, Approved: 4 } }));

    expect(bars.find(({ label }) => label === 'Approved')?.parts[0]?.value).toBe(4);
    expect(bars.find(({ label }) => label === 'Draft')?.parts).toEqual([]);
  });

  it('should say that there is nothing yet', () => {
    expect(show({}).shadowRoot?.querySelector('p')?.textContent).toBe('c.Home_Pipeline_Empty');
  });

  it('should be accessible', async () => {
    await expect(show({ stages })).toBeAccessible();
  });
});
