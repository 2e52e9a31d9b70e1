import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { metadataRecord, textField } from './copy.ts';
import type { ProjectCopy } from './copy.ts';

const records = 'force-app/marketplace/customMetadata';
const objects = 'force-app/marketplace/objects';
const classes = 'force-app/marketplace/classes';

/** _Add a field that Clazar sends_: `salesRegion` of a private offer. */
export function addField(copy: ProjectCopy): void {
  const layout =
    'force-app/marketplace/layouts/Private_Offer__c-Private Offer Layout.layout-meta.xml';
  copy.write({
    [`${objects}/Private_Offer__c/fields/Sales_Region__c.field-meta.xml`]: textField(
      'Sales_Region__c',
      'Sales Region'
    ),
    [`${records}/Sync_Field.Offer_Sales_Region.md-meta.xml`]: metadataRecord('Offer Sales Region', {
      Conversion__c: 'Text',
      Field__c: 'Sales_Region__c',
      Path__c: 'salesRegion',
      Resource__c: 'Private_Offers',
      Sort_Order__c: 900
    }),
    [layout]: copy
      .read(layout)
      .replace(
        /(<layoutItems>\s*<behavior>\w+<\/behavior>\s*<field>)/,
        '<layoutItems><behavior>Readonly</behavior><field>Sales_Region__c</field></layoutItems>$1'
      )
  });
}

const leftOutOfPattern =
  /<actionOverrides>[\s\S]*<\/actionOverrides>\s*|<compactLayoutAssignment>.*<\/compactLayoutAssignment>\s*/g;

/** _Add a resource to the sync_: with listings as the pattern, into an object of another name. */
export function addResource(copy: ProjectCopy): void {
  const renamed = (text: string): string =>
    text
      .replaceAll('Listing_', 'Product_')
      .replaceAll('Listings', 'Products')
      .replaceAll('Listing', 'Product');
  const copyAll = (folder: string, wanted: RegExp): void => {
    for (const file of readdirSync(join(copy.folder, folder), {
      recursive: true,
      encoding: 'utf8'
    })) {
      const path = `${folder}/${file}`;
      if (wanted.test(path)) {
        copy.write({ [renamed(path)]: renamed(copy.read(path)).replace(leftOutOfPattern, '') });
      }
    }
  };
  copyAll(`${objects}/Listing__c`, /Listing__c\.object|\/fields\//);
  copyAll(records, /Sync_(?:Field\.Listing_|Resource\.Listings)/);
  copyAll('force-app/marketplace/triggers', /ListingTrigger/);
  const resource = `${records}/Sync_Resource.Products.md-meta.xml`;
  copy.write({ [resource]: copy.read(resource).replace('>10.0<', '>15.0<') });
  const rights = copy.read('config/permissions.json');
  copy.write({
    'config/permissions.json': rights.replaceAll(
      /( {6}"Listing__c": )(\{[^}]*\},)/g,
      '$1$2\n      "Product__c": $2'
    )
  });
}

/** _Add a Flow action_: as `ActivateContract`, by another name. */
export function addAction(copy: ProjectCopy): void {
  const names: readonly (readonly [string, string])[] = [
    ['ActivateContract', 'ReviveContract'],
    ['ContractActivation', 'ContractRevival'],
    ['Activate_Contract', 'Revive_Contract'],
    ['Activate Contract', 'Revive Contract']
  ];
  const renamed = (text: string): string =>
    names.reduce((sofar, [from, to]) => sofar.replaceAll(from, to), text);
  for (const name of ['ActivateContract', 'ContractActivation']) {
    for (const ending of ['.cls', '.cls-meta.xml']) {
      copy.write({
        [`${classes}/${renamed(name)}${ending}`]: renamed(copy.read(`${classes}/${name}${ending}`))
      });
    }
  }
  const endpoint = `${records}/Clazar_Endpoint.Activate_Contract.md-meta.xml`;
  copy.write({ [renamed(endpoint)]: renamed(copy.read(endpoint)) });
  copy.write({
    'config/permissions.json': copy
      .read('config/permissions.json')
      .replaceAll(/( {6}"ActivateContract",\n)/g, '$1      "ReviveContract",\n')
  });
}

const screen = 'force-app/marketplace/lwc/listingCount';

const component = `import { LightningElement } from 'lwc';
import count from '@salesforce/apex/ListingCountController.count';
import loading from '@salesforce/label/c.Loading';

/** How many listings there are. */
export default class ListingCount extends LightningElement {
  loading = loading;
  total?: number;
  error: unknown;

  override connectedCallback(): void {
    void this.load();
  }

  get isLoading(): boolean {
    return this.total === undefined && this.error === undefined;
  }

  async load(): Promise<void> {
    try {
      this.total = await count();
    } catch (error) {
      this.error = error;
    }
  }
}
`;

const template = `<template>
  <template lwc:if={isLoading}><p role="status">{loading}</p></template>
  <template lwc:if={error}><c-error-panel error={error} onretry={load}></c-error-panel></template>
  <p>{total}</p>
</template>
`;

const controller = `/** The door of the screen that counts listings. */
public with sharing class ListingCountController {
    @AuraEnabled
    public static Integer count() {
        try {
            return [SELECT COUNT() FROM Listing__c WITH USER_MODE];
        } catch (Exception cause) {
            throw ScreenError.showing(cause);
        }
    }
}
`;

/** _Add a screen_: how many listings there are. */
export function addScreen(copy: ProjectCopy): void {
  copy.write({
    [`${screen}/listingCount.ts`]: component,
    [`${screen}/listingCount.html`]: template,
    [`${screen}/listingCount.js-meta.xml`]: copy
      .read('force-app/connection/lwc/supportBundle/supportBundle.js-meta.xml')
      .replace('Support Bundle', 'Listing Count'),
    [`${classes}/ListingCountController.cls`]: controller,
    [`${classes}/ListingCountController.cls-meta.xml`]: copy.read(
      `${classes}/HomeController.cls-meta.xml`
    ),
    'config/permissions.json': copy
      .read('config/permissions.json')
      .replaceAll(/( {6}"HomeController",\n)/g, '$1      "ListingCountController",\n')
  });
}
