/** What components give to `ShowToastEvent`. */
interface ToastDetail {
  readonly title?: string;
  readonly message?: string;
  readonly variant?: Variant;
  readonly mode?: string;
  readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
}

type Variant = 'info' | 'success' | 'warning' | 'error';

/** What `lightning/toast` takes. */
export type ToastConfig = {
  readonly label: string;
  readonly message: string;
  readonly messageLinks: Readonly<Record<string, { url: string; label: string }>>;
  readonly variant: Variant;
  readonly mode: 'sticky' | 'dismissible';
};

/** Texts for `{0}` are put in at once; links are put in by the toast itself. */
export function readToast(detail: unknown): ToastConfig {
  const {
    title = '',
    message = '',
    variant = 'info',
    mode,
    messageData = []
  } = detail as ToastDetail;
  const links: Record<string, { url: string; label: string }> = {};
  let text = message;
  for (const [index, part] of messageData.entries()) {
    if (typeof part === 'string') text = text.replaceAll(`{${index}}`, part);
    else links[String(index)] = part;
  }
  return {
    label: title,
    message: text,
    messageLinks: links,
    variant,
    mode: mode === 'sticky' ? 'sticky' : 'dismissible'
  };
}
