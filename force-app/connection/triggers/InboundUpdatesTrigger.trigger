trigger InboundUpdatesTrigger on Cosell_Opportunity__c(after update) {
    new InboundUpdates().follow(Trigger.new, Trigger.oldMap);
}
