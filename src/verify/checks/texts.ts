/** Every text of the document in order, and no other text: not a character of the file is left over. */
import type { Problem } from '../../model/problem.ts';
import type { Gap } from '../align.ts';
import type { Check, CheckInput, Proof } from '../check.ts';
import type { TextKind } from '../expected.ts';
import { difference, finding } from '../findings.ts';
import { figureMark, isFolio, pageAt, tableMark } from '../finished.ts';

const proofs: Readonly<Record<TextKind, Proof>> = {
  cover: 'lines',
  imprint: 'lines',
  board: 'lines',
  contents: 'contentsEntries',
  heading: 'headings',
  paragraph: 'paragraphs',
  item: 'paragraphs',
  entry: 'paragraphs',
  caption: 'captions',
  unit: 'lines',
  note: 'notes',
};

/**
 * What may stand between two texts of the document, since other checks look at it: the numbers of pages in the contents
 * (`contents.ts`) and further parts of a table with their captions (`tables.ts`).
 */
function isAllowed({ text, after, missing }: Gap, { alignment, file }: CheckInput): boolean {
  if (missing.length > 0) return false;
  const kind = alignment.texts[after]?.expected.kind;
  if (kind === 'contents') return isFolio(text);
  return kind === 'table' && file.format === 'pdf' && text.endsWith(tableMark);
}

const marks = new RegExp(`[${tableMark}${figureMark}]+`, 'g');

function gapProblems(gap: Gap, input: CheckInput): Problem[] {
  const { alignment, file } = input;
  const page = pageAt(file, gap.at);
  const found = gap.text.replace(marks, '');
  const missing = gap.missing.flatMap((index) => alignment.texts[index]?.expected ?? []);
  const [first] = missing;
  if (first === undefined) {
    const place = alignment.texts[gap.after]?.expected.place ?? '';
    if (found === '') return [finding('verify.stray-mark', input.name, page, { place })];
    return [finding('verify.stray', input.name, page, { place, found: found.slice(0, 80) })];
  }
  const texts = missing.filter(({ kind }) => kind !== 'table' && kind !== 'figure');
  if (found === '' || texts.length === 0)
    return missing.map(({ kind, place, text }) => {
      if (kind === 'table') return finding('verify.no-table', input.name, page, { place });
      if (kind === 'figure') return finding('verify.no-figure', input.name, page, { place });
      return finding('verify.not-shown', input.name, page, { place, text: text.slice(0, 80) });
    });
  const values = difference(texts.map(({ text }) => text).join(''), found);
  return [finding('verify.differs', input.name, page, { place: texts[0]?.place ?? '', ...values })];
}

export const checkTexts: Check = (input) => {
  const { texts, gaps } = input.alignment;
  const proved: Partial<Record<Proof, number>> = { numbers: 0 };
  for (const { expected, at } of texts) {
    if (at === undefined || expected.kind === 'table' || expected.kind === 'figure') continue;
    const proof = proofs[expected.kind];
    proved[proof] = (proved[proof] ?? 0) + 1;
    proved.numbers = (proved.numbers ?? 0) + expected.numbers;
  }
  const problems = gaps.filter((gap) => !isAllowed(gap, input)).flatMap((gap) => gapProblems(gap, input));
  return { proved, problems };
};
