/** The event type that the shell listens for. */
export const ShowToastEventName = 'lightning__showtoast';

/** Shows a message at the top of the page. */
export class ShowToastEvent extends CustomEvent<unknown> {
  constructor(toast: unknown) {
    super(ShowToastEventName, { composed: true, cancelable: true, bubbles: true, detail: toast });
  }
}
