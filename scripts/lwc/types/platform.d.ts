// Modules of the platform that hold one value each, the same in every project.

declare module '@salesforce/apex' {
  /** Asks again for a wired Apex result. */
  export function refreshApex(result: unknown): Promise<void>;
  export function getSObjectValue(
    record: Readonly<Record<string, unknown>> | undefined,
    field: string | { readonly fieldApiName: string }
  ): unknown;
}

declare module '@salesforce/user/Id' {
  const userId: string;
  export default userId;
}

declare module '@salesforce/user/isGuest' {
  const isGuest: boolean;
  export default isGuest;
}

declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}

declare module '@salesforce/i18n/*' {
  const value: string;
  export default value;
}

declare module '@salesforce/userPermission/*' {
  const isGranted: true | undefined;
  export default isGranted;
}

declare module '*.html' {
  import type { HTMLTemplate } from 'lwc';

  const template: HTMLTemplate;
  export default template;
}
