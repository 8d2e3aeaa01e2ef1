import { type Composer, draftText, type Formatter } from '../compose/index.ts';
import type { Lookup } from '../derive/index.ts';
import type { Report, YamlTree } from '../load/index.ts';
import { type ChartRow, type Figure, plainText } from '../model/document.ts';
import type { Quantity } from '../model/quantity.ts';
import type { ChartSpec, Located, RowsSpec, ValueSpec } from '../validate/index.ts';
import type { ToInlines } from './columns.ts';
import type { InsertLabel } from './labels.ts';
import type { RowItem } from './row-item.ts';
import { rowsOf } from './rows.ts';
import { cellValue, checkValue } from './values.ts';

/** Strings of a specification with `{{…}}` are filled in like a template; everything else stays as it is. */
function fillTexts(value: unknown, path: readonly PropertyKey[], tree: YamlTree, composer: Composer): unknown {
  if (typeof value === 'string') {
    return value.includes('{{') ? draftText(composer.inlines(value, tree.textPlace(path))) : value;
  }
  if (Array.isArray(value)) return value.map((item, index) => fillTexts(item, [...path, index], tree, composer));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, fillTexts(item, [...path, key], tree, composer)]),
  );
}

interface Query {
  readonly rows: RowsSpec;
  readonly values: Readonly<Record<string, ValueSpec>>;
}

/** A number as a chart shows it: with its per-cent sign, without any other unit (that stands on the axis). */
function labelOf(value: Quantity, spec: ValueSpec, format: Formatter): string {
  if (value.unit === 'percent') return format.prose({ ...value, decimals: spec.decimals ?? value.decimals });
  return format.cell(value, spec.decimals);
}

function chartRow(lookup: Lookup, row: RowItem, query: Query, composer: Composer, drawn: Quantity[]): ChartRow {
  const { words, format, lang } = composer;
  const year = words.say('book:year', { year: row.year });
  // Rows of the whole, one a year, are told apart by their year.
  const whole = query.rows.dimension === undefined ? year : words.say('book:total');
  const name = row.code?.names[lang] ?? (row.kind === 'remainder' ? words.say('book:remainder') : whole);
  const fields: Record<string, ChartRow[string]> = {
    code: row.code?.code ?? row.kind,
    name,
    year,
    remainder: row.kind === 'remainder',
  };
  for (const [field, spec] of Object.entries(query.values)) {
    const value = cellValue(lookup, row, spec) ?? 'missing';
    const known = typeof value !== 'string';
    if (known) drawn.push(value);
    fields[field] = known ? value.value.toNumber() : null;
    fields[`${field}_label`] = known ? labelOf(value, spec, format) : words.say(`book:blank.${value}`);
  }
  return fields;
}

/** A chart's specification in the edition's language, with the data of its queries, its words and its notes. */
export function resolveFigure(
  id: string,
  { label }: InsertLabel,
  { spec, tree }: Located<ChartSpec>,
  lookup: Lookup,
  composer: Composer,
  toInlines: ToInlines,
  report: Report,
): Figure {
  const { usermeta, ...chart } = spec;
  const drawn: Quantity[] = [];
  const data = Object.fromEntries(
    Object.entries(usermeta.queries).map(([name, query]) => {
      const path = ['usermeta', 'queries', name];
      for (const [field, value] of Object.entries(query.values)) {
        checkValue(lookup, query.rows.cube, value, (rest) => tree.place([...path, 'values', field, ...rest]), report);
      }
      const rows = rowsOf(lookup, query.rows, query.values, (rest) => tree.place([...path, 'rows', ...rest]), report);
      return [name, rows.map((row) => chartRow(lookup, row, query, composer, drawn))];
    }),
  );
  const { words } = composer;
  return {
    type: 'figure',
    id,
    label,
    caption: toInlines(usermeta.title, ['usermeta', 'title']),
    alt: plainText(toInlines(usermeta.alt, ['usermeta', 'alt'])),
    notes: usermeta.notes.map((note, index) => [
      { type: 'text', text: words.say('book:note') },
      ...toInlines(note, ['usermeta', 'notes', index]),
    ]),
    spec: fillTexts(chart, [], tree, composer) as Record<string, unknown>,
    place: { file: tree.file },
    data,
    quantities: drawn,
  };
}
