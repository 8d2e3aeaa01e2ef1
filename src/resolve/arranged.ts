/** Tables as the edition's arrangement and the state of its source have them. */
import type { YamlTree } from '../load/index.ts';
import type { Block, Inline } from '../model/document.ts';
import type { Located, NamedRow, TableSpec } from '../validate/index.ts';
import type { Words } from '../words/index.ts';
import { partsOf } from '../words/parts.ts';

/** A table whose rows are other codes than its specification names; what does not fit is told where those are named. */
export function withItems(
  { spec, tree }: Located<TableSpec>,
  items: readonly NamedRow[] | undefined,
): Located<TableSpec> {
  if (items === undefined || spec.rows === undefined) return { spec, tree };
  const place: YamlTree['place'] = ([group, entry, index, ...rest]) =>
    (group === 'rows' && entry === 'items' && typeof index === 'number' ? items[index]?.place : undefined) ??
    tree.place([group, entry, index, ...rest].filter((part) => part !== undefined));
  const rows = { ...spec.rows, items: items.map(({ code }) => code) };
  return { spec: { ...spec, rows }, tree: { ...tree, place } };
}

/**
 * What stands in the place of a table that the source's text as we have it has lost. Its label is generated, as those of
 * tables are, and counts nothing.
 */
export function lostTable(label: string, caption: readonly Inline[], words: Words): Block {
  const typed = (text: string): Inline => ({ type: 'text', text });
  const parts = { label: [{ type: 'literal', text: label } as const], caption };
  return { type: 'paragraph', role: 'body', inlines: partsOf(words, 'book:lost-table', typed, parts) };
}
