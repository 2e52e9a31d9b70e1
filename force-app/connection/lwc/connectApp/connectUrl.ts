/**
 * Clazar's settings page, told which org somebody comes from and where to go back to.
 *
 * @param settingsUrl from Clazar's API
 * @param here the page's own address
 */
export function connectUrl(settingsUrl: string, here: Pick<Location, 'origin' | 'href'>): string {
  const query = new URLSearchParams({ instance_url: here.origin, return_to: here.href });
  return `${settingsUrl}?${query.toString()}`;
}
