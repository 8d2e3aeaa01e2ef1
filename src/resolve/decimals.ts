import { defaultDecimals, type Lookup } from '../derive/index.ts';
import type { Quantity } from '../model/quantity.ts';
import type { OpenValueSpec } from '../validate/index.ts';
import type { RowItem } from './row-item.ts';
import type { CellValue } from './values.ts';

/** Whether a column leaves it open how many decimals an indicator has. */
const isOpen = ({ indicator, decimals, of }: OpenValueSpec) =>
  indicator !== undefined && indicator !== 'rank' && decimals === undefined && of === undefined;

/** Decimals with which the source prints an indicator: its own figure, or the one that it prints for what is computed. */
function printedDecimals(lookup: Lookup, { origin, decimals, unit }: Quantity): number | undefined {
  if (origin.kind === 'published') return decimals;
  const ref = origin.kind === 'derived' ? origin.inputs[0]?.ref : undefined;
  if (origin.kind !== 'derived' || ref === undefined) return undefined;
  const printed = lookup.publishedIndicator(origin.indicator, ref, { key: ref.held ?? {} })?.printed;
  return printed?.unit === unit ? printed.decimals : undefined;
}

/** The most frequent of some numbers, the larger of equally frequent ones. */
function mostFrequent(numbers: readonly number[]): number | undefined {
  const times = (number: number) => numbers.filter((other) => other === number).length;
  return numbers.toSorted((a, b) => times(b) - times(a) || b - a)[0];
}

/**
 * Decimals that percentages of one column have in common: those that the source mostly prints, if they are more than
 * usual, but no more than it prints of a figure that cannot be computed. Undefined if it prints none.
 */
function commonDecimals(lookup: Lookup, quantities: readonly Quantity[]): number | undefined {
  const usual = mostFrequent(quantities.flatMap((quantity) => printedDecimals(lookup, quantity) ?? []));
  const given = quantities.filter(({ origin }) => origin.kind === 'published').map(({ decimals }) => decimals);
  return usual === undefined ? undefined : Math.min(Math.max(usual, defaultDecimals.percent), ...given);
}

/**
 * Decimals of a column in each of its rows: as asked for, else as the measure declares; the percentages that it has of
 * indicators have the same in all rows. Where figures keep those that they were published with (`published`), what is
 * computed from them has those of most. Undefined where a value keeps its own.
 */
export function columnDecimals(
  lookup: Lookup,
  value: OpenValueSpec,
  rows: readonly { readonly item: RowItem; readonly found: CellValue }[],
): (number | undefined)[] {
  const specs = rows.map(({ item, found }) => {
    const spec: OpenValueSpec = { ...item.value, ...value };
    const percentage = typeof found === 'object' && found.unit === 'percent' && isOpen(spec) ? found : undefined;
    return { found, spec, cube: spec.cube ?? item.cube, percentage };
  });
  const common = commonDecimals(
    lookup,
    specs.flatMap(({ percentage }) => percentage ?? []),
  );
  const published = mostFrequent(
    rows.flatMap(({ found }) =>
      typeof found === 'object' && found.origin.kind === 'observation' ? found.decimals : [],
    ),
  );
  return specs.map(({ found, spec: { measure, indicator, decimals }, cube, percentage }) => {
    if (percentage) return common;
    if (decimals === 'published')
      return typeof found === 'object' && found.origin.kind === 'derived' ? published : undefined;
    if (decimals !== undefined || indicator !== undefined || measure === undefined) return decimals;
    return lookup.dataset.cubes.get(cube)?.measures.get(measure)?.decimals;
  });
}
