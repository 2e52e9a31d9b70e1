import ShellRecordElement from 'shell/recordElement';
import { tabObjects } from '../../model/pages.ts';
import type { ChildRelationship } from 'local/uiTypes';

interface RelatedList extends ChildRelationship {
  readonly key: string;
}

/** One list for each kind of record that belongs to this one and has a tab in an app. */
export default class ShellRelatedLists extends ShellRecordElement {
  get lists(): RelatedList[] {
    const shown = new Set(tabObjects(globalThis.localOrg.pages));
    return (this.info?.childRelationships ?? [])
      .filter(({ childObjectApiName }) => shown.has(childObjectApiName))
      .flatMap((relationship) =>
        relationship.relationshipName === null
          ? []
          : [{ ...relationship, key: relationship.relationshipName }]
      );
  }

  get isEmpty(): boolean {
    return this.info !== undefined && this.lists.length === 0;
  }
}
