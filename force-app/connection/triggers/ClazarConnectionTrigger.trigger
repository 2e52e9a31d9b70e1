trigger ClazarConnectionTrigger on Clazar_Connection__c(after update) {
    ConnectionChanges.afterUpdate(Trigger.new, Trigger.oldMap);
}
