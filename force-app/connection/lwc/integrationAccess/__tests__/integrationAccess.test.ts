import { createElement } from 'lwc';
import IntegrationAccess from 'c/integrationAccess';
import readUsers from '@salesforce/apex/SetupController.integrationUsers';

jest.mock('@salesforce/apex/SetupController.integrationUsers', () => ({ default: jest.fn() }), {
  virtual: true
});
const users = readUsers as unknown as jest.Mock;

const right = (name: string, isNeeded: boolean, isGranted: boolean) => ({
  name,
  isNeeded,
  isGranted
});
const user = {
  id: 'u1',
  name: 'Integration',
  username: 'i@acme.example',
  license: 'Salesforce Integration',
  hasLicense: true,
  isComplete: false,
  access: [
    {
      objectName: 'Account',
      label: 'Account',
      reason: 'finds the account',
      rights: [
        right('read', true, true),
        right('viewAll', true, false),
        right('create', false, false),
        right('edit', false, true),
        right('delete', false, false)
      ]
    }
  ]
};

async function show(): Promise<HTMLElement> {
  const element = createElement('c-integration-access', { is: IntegrationAccess });
  document.body.appendChild(element);
  for (let i = 0; i < 6; i++) await Promise.resolve();
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot?.querySelector(selector) ?? null;
}

describe('c-integration-access', () => {
  beforeEach(() => users.mockReset().mockResolvedValue([user]));
  afterEach(() => document.body.replaceChildren());

  it('should tell what is granted from what is missing and what is too much', async () => {
    const element = await show();

    const icons = [...(element.shadowRoot?.querySelectorAll('td lightning-icon') ?? [])];
    expect(icons.map((icon) => Reflect.get(icon, 'alternativeText'))).toEqual([
      'c.Access_Granted',
      'c.Access_Missing',
      'c.Access_Too_Much'
    ]);
    expect(find(element, '.reason')?.textContent).toBe('finds the account');
    await expect(element).toBeAccessible();
  });

  it('should say that the licence is missing', async () => {
    users.mockResolvedValue([{ ...user, hasLicense: false }]);

    expect(find(await show(), '.problem')).not.toBeNull();
  });

  it('should let the admin choose among several users', async () => {
    const other = { ...user, id: 'u2', name: 'Other', license: 'Salesforce' };
    users.mockResolvedValue([user, other]);
    const element = await show();

    const detail = { value: 'u2' };
    find(element, '.user')?.dispatchEvent(new CustomEvent('change', { detail }));
    await Promise.resolve();

    expect(Reflect.get(find(element, '.user') ?? {}, 'value')).toBe('u2');
  });

  it('should say that nobody has the permission set', async () => {
    users.mockResolvedValue([]);

    expect(find(await show(), '.nobody')).not.toBeNull();
  });

  it('should show what went wrong', async () => {
    users.mockRejectedValue(new Error('No access.'));

    expect(find(await show(), 'c-error-panel')).not.toBeNull();
  });
});
