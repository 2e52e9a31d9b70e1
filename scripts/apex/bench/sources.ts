/** CPU-bound Apex, each method with a twin of the same algorithm in JavaScript beside it (`twins.ts`). */
export const benchClass = `public class Bench {
  public static Integer integers(Integer n) {
    Integer total = 0;
    for (Integer i = 0; i < n; i++) {
      total += i * 3;
      if (Math.mod(i, 7) == 0) {
        total -= 1;
      }
    }
    return total;
  }
  public static Integer recursion(Integer n) {
    return n < 2 ? n : recursion(n - 1) + recursion(n - 2);
  }
  public static Integer decimals(Integer n) {
    Decimal total = 0;
    for (Integer i = 0; i < n; i++) {
      total += i * 1.25;
    }
    return total.intValue();
  }
  public static Integer text(Integer n) {
    String text = '';
    for (Integer i = 0; i < n; i++) {
      text += 'x' + i;
    }
    return text.length();
  }
  public static Integer lists(Integer n) {
    List<Integer> values = new List<Integer>();
    for (Integer i = 0; i < n; i++) {
      values.add(i);
    }
    Integer total = 0;
    for (Integer value : values) {
      total += value;
    }
    for (Integer i = 0; i < values.size(); i++) {
      total += values[i];
    }
    return total;
  }
  public static Integer maps(Integer n) {
    Map<String, Integer> counts = new Map<String, Integer>();
    for (Integer i = 0; i < n; i++) {
      String key = 'key' + Math.mod(i, 1000);
      if (counts.containsKey(key)) {
        counts.put(key, counts.get(key) + 1);
      } else {
        counts.put(key, 1);
      }
    }
    return counts.get('key7');
  }
  public static Integer records(Integer n) {
    Account company = new Account(Name = 'x', NumberOfEmployees = 0);
    for (Integer i = 0; i < n; i++) {
      company.NumberOfEmployees = company.NumberOfEmployees + 1;
      if (company.Name == 'y') {
        company.Name = 'z';
      }
    }
    return company.NumberOfEmployees;
  }
  public static Integer objects(Integer n) {
    Point point = new Point(1, 2);
    Integer total = 0;
    for (Integer i = 0; i < n; i++) {
      point.move(1);
      total += point.x;
    }
    return total;
  }
  class Point {
    Integer x;
    Integer y;
    Point(Integer x, Integer y) {
      this.x = x;
      this.y = y;
    }
    void move(Integer step) {
      x += step;
      y -= step;
    }
  }
}`;

/** About 20,000 lines of classes that use each other. */
export function manyClasses(
  count: number
): readonly { readonly name: string; readonly text: string }[] {
  return Array.from({ length: count }, (_unused, index) => ({
    name: `Service${index}`,
    text: serviceClass(index, count)
  }));
}

function serviceClass(index: number, count: number): string {
  const methods = Array.from({ length: 20 }, (_unused, number) => method(index, number, count));
  return `public with sharing class Service${index} {
  private Map<Id, Account> accounts = new Map<Id, Account>();
  private static final Integer SIZE = ${index};
${methods.join('\n')}
}`;
}

function method(index: number, number: number, count: number): string {
  const other = (index + 1) % count;
  return `  public Decimal total${number}(List<Account> records, String name) {
    Decimal total = 0;
    for (Account record : records) {
      if (record.Name == name || record.AnnualRevenue == null) {
        continue;
      }
      total += record.AnnualRevenue * SIZE + ${number};
      accounts.put(record.Id, record);
    }
    List<Contact> people = [SELECT Id, LastName, Account.Name FROM Contact WHERE AccountId IN :accounts.keySet()];
    try {
      for (Contact person : people) {
        String text = person.LastName?.toLowerCase() + ' of ' + person.Account.Name;
        total += text.length() > 10 ? 1 : 2.5;
      }
    } catch (QueryException error) {
      throw error;
    }
    return records.isEmpty() ? total : new Service${other}().total${number}(new List<Account>(), name);
  }`;
}
