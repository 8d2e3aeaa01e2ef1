/** Tables as the edition's arrangement and the state of its source have them. */
import type { YamlTree } from '../load/index.ts';
import type { Block, Inline } from '../model/document.ts';
import type { Located, NamedRow, TableSpec } from '../validate/index.ts';
import type { Words } from '../words/index.ts';

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
  const parts: Readonly<Record<string, readonly Inline[]>> = {
    '\ue000': [{ type: 'literal', text: label }],
    '\ue001': caption,
  };
  const pattern = words.say('book:lost-table', { label: '\ue000', caption: '\ue001' }).split(/([\ue000\ue001])/);
  const inlines = pattern
    .filter((text) => text !== '')
    .flatMap((text) => parts[text] ?? [{ type: 'text', text } as const]);
  return { type: 'paragraph', role: 'body', inlines };
}
