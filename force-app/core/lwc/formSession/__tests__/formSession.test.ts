import { FormSession, newState, problemAt, problemsOf } from 'c/formSession';
import type { FormState } from 'c/formSession';

const missing = { field: 'title', label: 'Title', code: 'REQUIRED', message: 'Fill in Title.' };
const accepted = { success: true, message: 'Sent.', errors: [] };

interface Play {
  readonly session: FormSession<
    { ready: boolean; errors: (typeof missing)[] },
    { success: boolean; message: string; errors: (typeof missing)[] }
  >;
  readonly state: () => FormState;
  readonly check: jest.Mock;
  readonly send: jest.Mock;
  readonly saveDraft: jest.Mock;
  values: string;
}

function play(): Play {
  let state: FormState = newState();
  const check = jest.fn().mockResolvedValue({ ready: true, errors: [] });
  const send = jest.fn().mockResolvedValue(accepted);
  const saveDraft = jest.fn().mockResolvedValue(undefined);
  const session = new FormSession({
    values: () => result.values,
    draft: () => result.values,
    check,
    send,
    saveDraft,
    show: (next) => {
      state = next;
    }
  });
  const result: Play = { session, state: () => state, check, send, saveDraft, values: '{}' };
  return result;
}

describe('the session of a guided form', () => {
  beforeEach(() => {
    let keys = 0;
    Object.assign(globalThis.crypto, { randomUUID: () => `key-${String((keys += 1))}` });
  });

  it('should say what is wrong only with fields that were left', async () => {
    const { session, state, check } = play();
    check.mockResolvedValue({ ready: false, errors: [missing] });

    await session.leave('other');
    expect([problemAt(state(), 'title'), problemsOf(state())]).toEqual(['', []]);
    await session.leave('title');

    expect(problemAt(state(), 'title')).toBe('Fill in Title.');
  });

  it('should list everything once a review was asked for', async () => {
    const { session, state, check } = play();
    check.mockResolvedValue({ ready: false, errors: [missing] });

    await session.review();

    expect(problemsOf(state())).toMatchObject([{ field: 'title', text: 'Title: Fill in Title.' }]);
    expect(state()).toMatchObject({ isReview: false, isBusy: false, refusals: 1 });
  });

  it('should not judge what was changed while it was checked', async () => {
    const here = play();
    here.check.mockImplementation(() => {
      here.values = '{"title":"New"}';
      return Promise.resolve({ ready: false, errors: [missing] });
    });

    await here.session.leave('title');

    expect(here.state().errors).toEqual([]);
  });

  it('should send under the same key again when nobody knows what became of it', async () => {
    const { session, send } = play();
    send.mockRejectedValueOnce(new Error('No answer.'));

    await session.send();
    await session.send();

    expect(send.mock.calls).toEqual([
      ['{}', 'key-1'],
      ['{}', 'key-1']
    ]);
  });

  it('should go back to the fields with a new key when it is refused', async () => {
    const { session, state, send } = play();
    send.mockResolvedValueOnce({ success: false, message: 'AWS refuses.', errors: [] });
    await session.review();

    expect(await session.send()).toBeUndefined();
    expect(problemsOf(state())).toMatchObject([{ field: '', text: 'AWS refuses.' }]);
    expect(await session.send()).toBe(accepted);

    expect(send.mock.lastCall).toEqual(['{}', 'key-2']);
  });

  it('should say so when a draft cannot be kept', async () => {
    jest.useFakeTimers();
    const { session, state, saveDraft } = play();
    saveDraft.mockRejectedValue(new Error('Full.'));

    session.keepSoon();
    session.keepSoon();
    await jest.runAllTimersAsync();
    jest.useRealTimers();

    expect(saveDraft).toHaveBeenCalledTimes(1);
    expect(state().draftText).toBe('c.Form_Draft_Not_Kept');
  });

  it('should keep nothing any more once it is left', async () => {
    jest.useFakeTimers();
    const { session, saveDraft } = play();

    session.keepSoon();
    session.stop();
    await jest.runAllTimersAsync();
    jest.useRealTimers();

    expect(saveDraft).not.toHaveBeenCalled();
  });
});
