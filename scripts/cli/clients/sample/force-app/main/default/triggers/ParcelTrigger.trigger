trigger ParcelTrigger on Parcel__c(before insert, before update) {
    ParcelPrices.fill(Trigger.new);
}
