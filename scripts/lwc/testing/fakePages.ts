import type { Pages } from '../model/pages.ts';
import type { Session } from '../types/localOrg.d.ts';

export const session: Session = {
  userId: '005000000000001AAA',
  userName: 'mara.rep@clazar.local',
  displayName: 'Mara Reyes',
  locale: 'en-US',
  timeZone: 'America/New_York',
  currency: 'USD',
  orgId: '00D000000000001AAA',
  users: [
    { id: '005000000000001AAA', displayName: 'Mara Reyes', profile: 'Sales Rep' },
    { id: '005000000000002AAA', displayName: 'Adam Admin', profile: 'System Administrator' }
  ]
};

const object = (developerName: string, label: string, iconName: string) =>
  ({ type: 'object', developerName, label, iconName, objectApiName: developerName }) as const;

export const pages: Pages = {
  apps: [
    {
      developerName: 'Clazar',
      label: 'Clazar',
      description: 'Cloud marketplaces and co-sell',
      navItems: [
        { type: 'CustomTab', developerName: 'home', label: 'Home' },
        {
          type: 'lwc',
          developerName: 'Offer_Overview',
          label: 'Overview',
          component: 'c:overview',
          iconName: 'standard:dashboard'
        },
        object('Private_Offer__c', 'Private Offers', 'custom:custom42'),
        object('Listing__c', 'Listings', 'custom:custom18')
      ]
    },
    {
      developerName: 'Sales',
      label: 'Sales',
      description: 'Opportunities and accounts',
      navItems: [object('Opportunity', 'Opportunities', 'standard:opportunity')]
    }
  ],
  flexiPages: {
    Clazar_Home: {
      type: 'HomePage',
      template: 'home:desktopTemplate',
      regions: [
        { name: 'top', components: [{ name: 'c:overview', properties: { heading: 'Offers' } }] },
        { name: 'sidebar', components: [{ name: 'c:missingThing' }] }
      ]
    },
    Offer_Page: {
      type: 'RecordPage',
      sobjectType: 'Private_Offer__c',
      template: 'flexipage:recordHomeTemplateDesktop',
      regions: [
        {
          name: 'header',
          components: [
            { name: 'force:highlightsPanel' },
            { name: 'runtime_sales_pathassistant:pathAssistant' }
          ]
        },
        {
          name: 'main',
          components: [{ name: 'flexipage:tabset', properties: { tabs: 'Facet-tabs' } }]
        },
        { name: 'sidebar', components: [{ name: 'c:offerActions' }] },
        {
          name: 'Facet-tabs',
          components: [
            {
              name: 'flexipage:tab',
              properties: { title: 'Standard.Tab.detail', body: 'Facet-detail' }
            },
            {
              name: 'flexipage:tab',
              properties: { title: 'Standard.Tab.relatedLists', body: 'Facet-related' }
            }
          ]
        },
        { name: 'Facet-detail', components: [{ name: 'force:detailPanel' }] },
        { name: 'Facet-related', components: [{ name: 'force:relatedListContainer' }] }
      ]
    }
  },
  recordPages: { Private_Offer__c: 'Offer_Page' },
  homePage: 'Clazar_Home'
};
