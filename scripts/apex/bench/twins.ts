/** The algorithms of `benchClass`, as one would write them in JavaScript. */
export const twins: Readonly<Record<string, (n: number) => number>> = {
  integers: (n) => {
    let total = 0;
    for (let i = 0; i < n; i++) {
      total = (total + Math.imul(i, 3)) | 0;
      if (i % 7 === 0) total = (total - 1) | 0;
    }
    return total;
  },
  recursion,
  decimals: (n) => {
    let total = new Amount(0, 0);
    const factor = new Amount(125, 2);
    for (let i = 0; i < n; i++) total = total.plus(new Amount(i, 0).times(factor));
    return Math.trunc(total.unscaled / 10 ** total.scale);
  },
  text: (n) => {
    let text = '';
    for (let i = 0; i < n; i++) text += `x${i}`;
    return text.length;
  },
  lists: (n) => {
    const values: number[] = [];
    for (let i = 0; i < n; i++) values.push(i);
    let total = 0;
    for (const value of values) total = (total + value) | 0;
    for (let i = 0; i < values.length; i++) total = (total + (values[i] ?? 0)) | 0;
    return total;
  },
  maps: (n) => {
    const counts = new Map<string, number>();
    for (let i = 0; i < n; i++) {
      const key = `key${i % 1000}`;
      counts.set(key, counts.has(key) ? (counts.get(key) ?? 0) + 1 : 1);
    }
    return counts.get('key7') ?? 0;
  },
  records: (n) => {
    const company = new Map<string, number | string>(Object.entries({ Name: 'x', Employees: 0 }));
    for (let i = 0; i < n; i++) {
      company.set('Employees', Number(company.get('Employees')) + 1);
      if (String(company.get('Name')).toLowerCase() === 'y') company.set('Name', 'z');
    }
    return Number(company.get('Employees'));
  },
  objects: (n) => {
    const point = new Point();
    let total = 0;
    for (let i = 0; i < n; i++) {
      point.move(1);
      total = (total + point.x) | 0;
    }
    return total;
  }
};

function recursion(n: number): number {
  return n < 2 ? n : recursion(n - 1) + recursion(n - 2);
}

/** A decimal number by hand, for what fits a double. */
class Amount {
  readonly unscaled: number;
  readonly scale: number;

  constructor(unscaled: number, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }

  plus(other: Amount): Amount {
    const scale = Math.max(this.scale, other.scale);
    const left = this.unscaled * 10 ** (scale - this.scale);
    return new Amount(left + other.unscaled * 10 ** (scale - other.scale), scale);
  }

  times(other: Amount): Amount {
    return new Amount(this.unscaled * other.unscaled, this.scale + other.scale);
  }
}

class Point {
  x = 1;
  y = 2;

  move(step: number): void {
    this.x = (this.x + step) | 0;
    this.y = (this.y - step) | 0;
  }
}
