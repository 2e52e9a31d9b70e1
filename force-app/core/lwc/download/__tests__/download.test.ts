import { download } from 'c/download';

describe('c-download', () => {
  it('should let the browser save the text under its name', () => {
    const saved: { name: string; address: string }[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement
    ) {
      saved.push({ name: this.download, address: this.href });
    });

    download({ fileName: 'offers.csv', type: 'text/csv', text: 'Name,Größe & more\n' });

    expect(saved).toEqual([
      {
        name: 'offers.csv',
        address: 'data:text/csv;charset=utf-8,Name%2CGr%C3%B6%C3%9Fe%20%26%20more%0A'
      }
    ]);
  });
});
