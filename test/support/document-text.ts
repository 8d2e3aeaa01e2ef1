/** A document as text that a person can read and compare: structure, words, every number with its origin. */
import type { Block, ChartRow, Document, Figure, Inline, Table } from '../../src/model/document.ts';
import { plainText } from '../../src/model/document.ts';
import { numbersIn } from '../../src/model/document-texts.ts';
import { cellText, originText } from './origins.ts';

/** Spaces that nobody could tell apart in a file. */
const visible = (text: string) => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~');

const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu;
const width = (text: string) => text.length + (text.match(wide)?.length ?? 0);

/** Rows in columns; the first is set to the left, all others to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const [index, cell] of rows.flatMap((row) => [...row.entries()])) {
    widths[index] = Math.max(widths[index] ?? 0, width(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const space = ' '.repeat((widths[index] ?? 0) - width(cell));
        return index === 0 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

function inlineMarked(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'quantity':
      return `⟦${inline.text}⟧`;
    case 'reference':
      return `→${inline.text}`;
    case 'literal':
      return `‹${inline.text}›`;
    case 'original':
      return `{${inline.lang}: ${inline.text}}`;
    case 'emphasis':
      return `*${inlineText(inline.children)}*`;
  }
}
const inlineText = (inlines: readonly Inline[]): string => inlines.map(inlineMarked).join('');

const binding = ({ text, quantity }: ReturnType<typeof numbersIn>[number]) =>
  `      ⟦${text}⟧ ${quantity.unit}: ${originText(quantity)}`;

/** A sentence a line, then its numbers and where they come from. */
function running(inlines: readonly Inline[], mark: string): string[] {
  const sentences = inlineText(inlines)
    .replace(/。(?=[^”）])/gu, '。\n')
    .replace(/\. (?=[A-Z⟦‹*])/gu, '.\n');
  const [first = '', ...rest] = sentences.split('\n');
  return [`${mark}${first}`, ...rest.map((sentence) => `    ${sentence}`), ...numbersIn(inlines).map(binding)];
}

function tableText(table: Table): string[] {
  const head = table.head.map((row) =>
    row.map(
      ({ inlines, colspan, rowspan }) =>
        plainText(inlines) + (colspan > 1 ? ` ↔${colspan}` : '') + (rowspan > 1 ? ` ↕${rowspan}` : ''),
    ),
  );
  const rows = table.rows.map(({ role, cells }) =>
    cells.map((cell, index) => {
      const mark = index > 0 ? '' : role === 'total' ? '= ' : cell.type === 'label' ? '  '.repeat(cell.indent + 1) : '';
      return mark + cellText(cell);
    }),
  );
  return [
    `[table ${table.id}] ${table.label} | ${table.continuedLabel} | ${inlineText(table.caption)}${table.unit ? ` (${table.unit})` : ''}`,
    ...head.map((row) => `  head: ${row.join(' | ')}`),
    ...aligned(rows),
    ...table.notes.map((note) => `  ${inlineText(note)}`),
  ];
}

const datum = (value: ChartRow[string] | undefined) =>
  typeof value === 'number' ? String(Number(value.toFixed(6))) : String(value ?? '');

function figureText(figure: Figure): string[] {
  const data = Object.entries(figure.data).flatMap(([name, rows]) => {
    const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return [
      `  data ${name}:`,
      ...aligned([fields, ...rows.map((row) => fields.map((field) => datum(row[field])))]).map((line) => `    ${line}`),
    ];
  });
  return [
    `[figure ${figure.id}] ${figure.label} | ${inlineText(figure.caption)}`,
    `  alt: ${figure.alt}`,
    ...data,
    ...figure.quantities.map((quantity) => `      ${quantity.unit}: ${originText(quantity)}`),
    ...figure.notes.map((note) => `  ${inlineText(note)}`),
  ];
}

function blockText(block: Block): string[] {
  switch (block.type) {
    case 'heading': {
      const number = block.number === '' ? '' : `${block.number} `;
      return [`${'#'.repeat(block.level)} ${number}${inlineText(block.inlines)}  [${block.role} ${block.id}]`];
    }
    case 'paragraph':
      return running(block.inlines, block.role === 'lead' ? '¶ lead ' : '¶ ');
    case 'list':
      return block.items.flatMap((item, index) => running(item, block.ordered ? `${index + 1}) ` : '• '));
    case 'chronicle':
      return block.entries.flatMap(({ date, inlines }) => running(inlines, `${date} | `));
    case 'table':
      return tableText(block);
    case 'figure':
      return figureText(block);
  }
}

/** Thin spaces are shown as `_`, no-break spaces as `~`; ⟦bound⟧ →reference ‹literal› *emphasis*; `=` marks a total. */
export function documentText(document: Document): string {
  const { front } = document;
  const cover = front.titleLines;
  const parts: string[][] = [
    [
      `${document.series} ${document.year} ${document.lang}`,
      `title: ${document.title}`,
      `description: ${document.description}`,
      `publisher: ${document.publisher}`,
      `published: ${document.published.toISOString()}`,
      `cover: ${cover.title} | ${cover.year} | ${cover.otherTitle} (${cover.otherLang}) | ${cover.publisher} | ${cover.date}`,
      ...(front.source ? [`source: ${front.source.title}`] : []),
      ...(front.source?.lines ?? []).map((line) => `source: ${inlineText(line)}`),
      ...front.imprint.map((line) => `imprint: ${inlineText(line)}`),
      ...(front.board?.groups ?? []).map(({ role, people }) => `board: ${role}: ${people.map(inlineText).join(' | ')}`),
    ],
    ...front.contents.map(({ id, title, entries }) => [
      `[${id}] ${title}`,
      ...entries.map(
        ({ level, number, text, target }) =>
          `${'  '.repeat(level)}${number === '' ? '' : `${number} `}${text} → ${target}`,
      ),
    ]),
    ...front.preface.map(blockText),
    ...document.body.map(blockText),
  ];
  return `${visible(parts.map((lines) => lines.join('\n')).join('\n\n'))}\n`;
}
