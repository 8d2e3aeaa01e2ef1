/**
 * What can be told of an edition's documents before they are files: each number is its quantity, no other text is one, and
 * the languages say the same. Since every file shows its document, what holds of the documents holds of the files.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Document, Lang } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { checkLanguages } from './documents/languages.ts';
import { checkQuantities } from './documents/quantities.ts';
import { checkUnbound } from './documents/unbound.ts';

export interface EditionDocuments {
  readonly documents: readonly Document[];
  readonly units: Dataset['units'];
  /** Names with digits that the data have, and words of units: the only texts besides marked ones that may hold any. */
  readonly names: Readonly<Record<Lang, readonly string[]>>;
}

/** Findings about the documents of an edition; those that compare languages need both. */
export function checkDocuments({ documents, units, names }: EditionDocuments): readonly Problem[] {
  const [first, second] = documents;
  return [
    ...documents.flatMap((document) => [
      ...checkQuantities(document, units),
      ...checkUnbound(document, names[document.lang]),
    ]),
    ...(first && second ? checkLanguages(first, second, units) : []),
  ];
}
