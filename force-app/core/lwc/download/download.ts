/** A file that the browser is to save. */
export interface Download {
  readonly fileName: string;
  /** Such as `text/csv`. */
  readonly type: string;
  readonly text: string;
}

/** Lets the browser save a text as a file. */
export function download({ fileName, type, text }: Download): void {
  const link = document.createElement('a');
  link.download = fileName;
  // A data address, because Lightning Web Security lets only some kinds of blob addresses through.
  link.href = `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
  link.click();
}
