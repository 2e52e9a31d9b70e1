/**
 * Does something later. The only place that sets a timer, so that none is left running: whoever starts one stops it when
 * it leaves the page.
 *
 * @param milliseconds how long to wait
 * @returns stops it
 */
export function after(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}
