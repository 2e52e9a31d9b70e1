import { createPasswords, memoryTexts } from './passwords.ts';
import { createUserAccounts } from './userAccounts.ts';
import type { Account, UserAccounts } from './userAccounts.ts';

const ada: Account = { id: '005000000000001AAA', isActive: true };
const gone: Account = { id: '005000000000002AAA', isActive: false };
const byName: Readonly<Record<string, Account>> = { ada, gone };

function accountsWith(first = createPasswords(memoryTexts<string>())): UserAccounts {
  const own = createPasswords(memoryTexts<string>());
  const all = Object.values(byName);
  return createUserAccounts({
    find: (field, value) => {
      const found = field === 'Id' ? all.filter(({ id }) => id === value) : [byName[value]];
      return Promise.resolve(found.filter((each) => each !== undefined));
    },
    own,
    first
  });
}

describe('accounts of users', () => {
  test('should let nobody in who was given no password', async () => {
    expect(await accountsWith().checkPassword('ada', '')).toBeUndefined();
  });

  test('should take the password of the start until a user has one of their own', async () => {
    const first = createPasswords(memoryTexts<string>());
    first.set(ada.id, 'of the start');
    const accounts = accountsWith(first);
    const before = await accounts.checkPassword('ada', 'of the start');
    await accounts.setPassword(ada.id, 'my own 1');

    expect(before).toBe(ada.id);
    expect(await accounts.checkPassword('ada', 'of the start')).toBeUndefined();
    expect(await accounts.checkPassword('ada', 'my own 1')).toBe(ada.id);
  });

  test('should know nobody who is not active', async () => {
    const accounts = accountsWith();
    await accounts.setPassword(gone.id, 'my own 1');

    expect(await accounts.checkPassword('gone', 'my own 1')).toBeUndefined();
    expect(await accounts.findByUsername('gone')).toBeUndefined();
    expect(await accounts.isActive(gone.id)).toBe(false);
  });

  test.each([
    ['a short one', 'short1', 'at least 8 characters'],
    ['one of letters only', 'onlyletters', 'a mix of letters and numbers'],
    ['one of digits only', '0123456789', 'a mix of letters and numbers'],
    ['the same again', 'my own 1', 'invalid repeated password']
  ])('should refuse as a password %s', async (_, password, message) => {
    const accounts = accountsWith();
    await accounts.setPassword(ada.id, 'my own 1');

    const refusal = accounts.setPassword(ada.id, password);

    await expect(refusal).rejects.toMatchObject({ errorCode: 'INVALID_NEW_PASSWORD' });
    await expect(refusal).rejects.toThrow(message);
  });

  test('should think of a new password that works', async () => {
    const accounts = accountsWith();

    const password = await accounts.resetPassword(ada.id);

    expect(await accounts.checkPassword('ada', password)).toBe(ada.id);
  });

  test('should refuse the password of nobody', async () => {
    const refusal = accountsWith().setPassword('005000000000009AAA', 'my own 1');

    await expect(refusal).rejects.toMatchObject({ errorCode: 'INVALID_ID_FIELD' });
  });
});
