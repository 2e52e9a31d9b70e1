/** `clazar__Status__c` is `Status__c`, for what goes by name. */
export function withoutNamespace(name: string): string {
  return name.replace(/^(?:(?!__)\w)+__(?=\w+__\w)/, '');
}
