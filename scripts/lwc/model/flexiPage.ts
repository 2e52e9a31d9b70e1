import type { ComponentInstance, FlexiPage, Region } from './pages.ts';

/** The part of a page that a region fills. */
export type Area = 'header' | 'main' | 'side';

const areas: Readonly<Record<string, Area>> = {
  header: 'header',
  top: 'header',
  subheader: 'header',
  sidebar: 'side',
  rightsidebar: 'side',
  right: 'side',
  leftsidebar: 'side',
  region2: 'side'
};

/** Facets are regions that a component (a tab set, a section) shows inside itself. */
export function isFacet({ name }: Region): boolean {
  return name.startsWith('Facet-');
}

export function areaOf({ name }: Region): Area {
  return areas[name.toLowerCase()] ?? 'main';
}

/** The regions of a page for one area, without those that are empty. */
export function regionsOf({ regions }: FlexiPage, area: Area): Region[] {
  return regions.filter(
    (region) => !isFacet(region) && region.components.length > 0 && areaOf(region) === area
  );
}

/** The components of a facet. */
export function facetOf({ regions }: FlexiPage, name: unknown): readonly ComponentInstance[] {
  return regions.find((region) => region.name === name)?.components ?? [];
}

/** `c:offerOverview`, `clazar:offerOverview` and `offerOverview` are components of the project. */
export function componentName(name: string): { namespace: string; local: string } {
  const separator = name.lastIndexOf(':');
  return separator < 0
    ? { namespace: 'c', local: name }
    : { namespace: name.slice(0, separator), local: name.slice(separator + 1) };
}

/** Metadata holds texts; `true` and numbers are what components declare. */
export function propertyValue(value: unknown): unknown {
  if (value === 'true') return true;
  if (value === 'false') return false;
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}
