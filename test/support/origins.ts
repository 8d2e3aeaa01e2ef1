/** Where numbers of a document come from, in words short enough to read and to compare. */
import { refText } from '../../src/derive/index.ts';
import type { Cell } from '../../src/model/document.ts';
import { plainText } from '../../src/model/document.ts';
import type { Quantity } from '../../src/model/quantity.ts';

/** `growth of registrations registrant=D12 amount 2024`; the same in every language and for every value. */
export function originText({ origin, ref }: Quantity): string {
  switch (origin.kind) {
    case 'observation':
      return refText(origin);
    case 'fact':
      return `fact ${origin.path}`;
    case 'published':
      return `published ${origin.indicator} of ${refText(origin)}`;
    case 'edition':
      return `edition ${origin.field}`;
    case 'derived': {
      const { indicator, inputs } = origin;
      if (ref) return `${indicator} ${refText(ref)}`;
      const [first] = inputs;
      if (first === undefined) return indicator;
      switch (indicator) {
        case 'rank':
          return `rank of ${originText(first)} among ${inputs.length}`;
        case 'count':
          return `count among ${inputs.length} like ${originText(first)}`;
        case 'ratio':
        case 'difference':
        case 'total':
          return `${indicator} of ${inputs.map(originText).join(', ')}`;
        default:
          return `${indicator} of ${originText(first)}`;
      }
    }
  }
}

/** Whether a number is an observation of the data, or follows from it. */
export function reaches({ origin }: Quantity, target: string): boolean {
  switch (origin.kind) {
    case 'observation':
    case 'published':
      return refText(origin) === target;
    case 'derived':
      return origin.inputs.some((input) => reaches(input, target));
    case 'fact':
    case 'edition':
      return false;
  }
}

export const cellText = (cell: Cell): string => (cell.type === 'label' ? plainText(cell.inlines) : cell.text);
