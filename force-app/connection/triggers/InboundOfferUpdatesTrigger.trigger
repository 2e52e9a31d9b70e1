trigger InboundOfferUpdatesTrigger on Private_Offer__c(after update) {
    new InboundUpdates(MappingScope.OFFER).follow(Trigger.new, Trigger.oldMap);
}
