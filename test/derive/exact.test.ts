import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { add, divide, Exact, linear, overlap, subtract } from '../../src/derive/exact.ts';
import { published, seeded } from '../support/tiny.ts';

const text = ({ low, high }: { readonly low: Decimal; readonly high: Decimal }) => `${low} … ${high}`;

describe('exact arithmetic', () => {
  it('adds what binary floating point cannot', () => {
    const sum = add(published('0.1'), published('0.2'));
    expect(sum.value.toString()).toBe('0.3');
    expect(text(sum.interval)).toBe('0.2 … 0.4');
  });

  it('subtracts with the widest interval that rounding allows', () => {
    const difference = subtract(published('81423.37'), published('61442.8'));
    expect(difference.value.toString()).toBe('19980.57');
    expect(text(difference.interval)).toBe('19980.515 … 19980.625');
  });

  it('divides by a negative number with its bounds in order', () => {
    const { interval } = divide(published('10'), published('-2'));
    expect(interval.low.lt(interval.high)).toBe(true);
    expect(interval.low.toFixed(4)).toBe('-7.0000');
    expect(interval.high.toFixed(4)).toBe('-3.8000');
  });

  it('keeps an exact count exact', () => {
    const sum = add(published('733', 'contract'), published('44', 'contract'));
    expect(text(sum.interval)).toBe('777 … 777');
  });

  it('turns an interval round when it is multiplied by a negative factor', () => {
    const turned = linear(published('1.0'), -100, 5);
    expect(turned.value.toString()).toBe('-95');
    expect(text(turned.interval)).toBe('-100 … -90');
  });

  it('calculates with more digits than any figure has', () => {
    const third = divide(published('1', 'contract'), published('3', 'contract'));
    expect(third.value.toFixed(40)).toBe(`0.${'3'.repeat(40)}`);
  });
});

describe('intervals in common', () => {
  const between = (low: number, high: number) => ({ low: new Exact(low), high: new Exact(high) });
  it('overlap where they touch', () => expect(overlap(between(1, 2), between(2, 3))).toBe(true));
  it('overlap where one lies in the other', () => expect(overlap(between(1, 9), between(4, 5))).toBe(true));
  it('do not overlap across a gap', () => expect(overlap(between(1, 2), between(2.1, 3))).toBe(false));
});

describe('rounded inputs', () => {
  it('never put the unrounded result outside of the interval, for + − ÷ and factors', () => {
    const random = seeded(20241231);
    for (let round = 0; round < 2000; round += 1) {
      const decimals = Math.floor(random() * 4);
      const unrounded = [random() * 10 ** Math.floor(random() * 6), random() * 10 ** Math.floor(random() * 6)].map(
        (value) => new Decimal(value).minus(random() < 0.3 ? 500 : 0),
      );
      const [x = new Decimal(0), y = new Decimal(0)] = unrounded;
      const [a, b] = [published(x.toFixed(decimals)), published(y.toFixed(decimals))];
      const factor = Math.round(random() * 200 - 100);
      const cases = [
        { true: new Exact(x).plus(y), found: add(a, b) },
        { true: new Exact(x).minus(y), found: subtract(a, b) },
        { true: new Exact(x).times(factor).plus(7), found: linear(a, factor, 7) },
        ...(b.interval.low.gt(0) || b.interval.high.lt(0) ? [{ true: new Exact(x).div(y), found: divide(a, b) }] : []),
      ];
      for (const one of cases) {
        expect(
          one.found.interval.low.lte(one.true) && one.found.interval.high.gte(one.true),
          `${x} ${y} ${decimals}`,
        ).toBe(true);
        expect(one.found.interval.low.lte(one.found.value) && one.found.interval.high.gte(one.found.value)).toBe(true);
      }
    }
  });
});
