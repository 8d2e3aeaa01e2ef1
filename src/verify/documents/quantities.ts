/** Every number that is printed is its quantity, rounded; every datum of a chart is, and so is its label. */
import type { Document } from '../../model/document.ts';
import { blocksOf, drawnData, numbersIn, runningTexts } from '../../model/document-texts.ts';
import { error, type Problem } from '../../model/problem.ts';
import type { Quantity } from '../../model/quantity.ts';
import { isRounded, printedNumber, type Units } from '../printed.ts';

export function checkQuantities(document: Document, units: Units): readonly Problem[] {
  const { lang } = document;
  const problems: Problem[] = [];
  const check = (text: string, quantity: Quantity, place: string) => {
    const printed = printedNumber(text, quantity, units);
    if (printed === undefined || !isRounded(printed, quantity, units))
      problems.push(
        error('verify.not-its-quantity', undefined, { lang, place, text, value: quantity.value.toString() }),
      );
  };
  for (const block of blocksOf(document)) {
    const place = 'label' in block ? block.label : 'id' in block ? block.id : '';
    for (const text of runningTexts(block))
      for (const number of numbersIn(text)) check(number.text, number.quantity, place || number.text);
    if (block.type === 'table') {
      for (const { cells } of block.rows)
        for (const cell of cells) if (cell.type === 'quantity') check(cell.text, cell.quantity, place);
    }
    if (block.type === 'figure') {
      const drawn = drawnData(block);
      for (const [index, quantity] of block.quantities.entries()) {
        const datum = drawn[index];
        const value = quantity.value.toString();
        if (datum === undefined || datum.value !== quantity.value.toNumber())
          problems.push(
            error('verify.not-its-quantity', undefined, { lang, place, text: String(datum?.value), value }),
          );
        else check(datum.label, quantity, place);
      }
      if (drawn.length > block.quantities.length)
        problems.push(error('verify.unbound-datum', undefined, { lang, place, text: drawn.at(-1)?.label ?? '' }));
    }
  }
  return problems;
}
