import type { Dataset } from '../model/dataset.ts';
import type { Quantity } from '../model/quantity.ts';
import { Exact, linear } from './exact.ts';

/** `quantity` in another unit of the same base (亿元 → 万元), shifted exactly; undefined if the bases differ. */
export function inUnit(
  { dataset }: { readonly dataset: Dataset },
  quantity: Quantity,
  unit: string,
): Quantity | undefined {
  const [from, to] = [dataset.units.get(quantity.unit), dataset.units.get(unit)];
  if (from === undefined || to === undefined || from.base !== to.base) return undefined;
  const shift = from.power - to.power;
  return {
    ...quantity,
    ...linear(quantity, new Exact(10).pow(shift)),
    unit,
    decimals: Math.max(0, quantity.decimals - shift),
  };
}
