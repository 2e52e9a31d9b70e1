trigger ContractTrigger on Contract__c(before insert, before update, after insert) {
    SyncedRecords.handle();
}
