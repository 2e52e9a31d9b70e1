trigger InboundUpdatesTrigger on Cosell_Opportunity__c(after update) {
    new InboundUpdates(MappingScope.COSELL).follow(Trigger.new, Trigger.oldMap);
}
