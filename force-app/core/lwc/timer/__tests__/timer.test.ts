import { after } from 'c/timer';

describe('after', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('should do the work when the time has come', () => {
    const work = jest.fn();

    after(1000, work);
    jest.advanceTimersByTime(999);
    expect(work).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);

    expect(work).toHaveBeenCalledTimes(1);
  });

  it('should do nothing once it is stopped', () => {
    const work = jest.fn();

    after(1000, work)();
    jest.advanceTimersByTime(5000);

    expect(work).not.toHaveBeenCalled();
  });
});
