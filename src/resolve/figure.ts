import { type Composer, draftText, type Formatter } from '../compose/index.ts';
import type { Lookup } from '../derive/index.ts';
import type { Report, YamlTree } from '../load/index.ts';
import type { Names } from '../model/dataset.ts';
import { type ChartRow, type Figure, plainText } from '../model/document.ts';
import { labelSuffix } from '../model/document-texts.ts';
import type { Place } from '../model/problem.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Located, LocatedChart, RowsSpec, ValueSpec } from '../validate/index.ts';
import { checkValue } from './check-value.ts';
import type { ToInlines } from './columns.ts';
import type { InsertLabel } from './labels.ts';
import { notesOf, revisionNotes } from './revisions.ts';
import type { RowItem } from './row-item.ts';
import { rowsOf } from './rows.ts';
import { cellValue } from './values.ts';

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

/**
 * The specification that Vega-Lite gets: the base's, with the chart's own properties in place of it, single parameters
 * in place of the base's of that name, and the words of both in the edition's language as one parameter `words`.
 */
function bodyOf({ spec, tree, base }: LocatedChart, composer: Composer): Record<string, unknown> {
  const { usermeta, ...own } = spec;
  const chart = fillTexts(own, [], tree, composer) as typeof own;
  if (base === undefined) return chart;
  const { usermeta: offered, ...shared } = base.spec;
  const body = fillTexts(shared, [], base.tree, composer) as typeof shared;
  const text = ({ tree: file }: Located<unknown>, path: readonly string[], names: Names) =>
    draftText(composer.inlines(names[composer.lang], file.textPlace([...path, composer.lang])));
  const words = Object.entries(offered.words).map(([word, names]) => {
    const said = usermeta.words[word];
    const path = ['usermeta', 'words', word];
    return [word, said ? text({ spec, tree }, path, said) : text(base, path, names)];
  });
  const params = (body.params ?? []).map((param) => chart.params?.find(({ name }) => name === param.name) ?? param);
  return { ...body, ...chart, params: [{ name: 'words', value: Object.fromEntries(words) }, ...params] };
}

/** Where the properties stand that a chart has from its base. */
function basePlacesOf({ spec }: LocatedChart, { spec: body, tree }: Located<object>): Record<string, Place> {
  const keys = Object.keys(body).filter((key) => !(key in spec));
  return Object.fromEntries(keys.map((key) => [key, tree.keyPlace([key])]));
}

interface Query {
  readonly rows: RowsSpec;
  readonly values: Readonly<Record<string, ValueSpec>>;
}

/**
 * A number as a chart shows it: with its per-cent sign, without any other unit (that stands on the axis), and with no
 * more decimals than the data have.
 */
function labelOf(lookup: Lookup, value: Quantity, spec: ValueSpec, format: Formatter): string {
  const asked = typeof spec.decimals === 'number' ? spec.decimals : value.decimals;
  if (value.unit === 'percent') return format.prose({ ...value, decimals: asked });
  const observed = value.origin.kind === 'observation' ? value.ref : undefined;
  const declared = observed && lookup.dataset.cubes.get(observed.cube)?.measures.get(observed.measure)?.decimals;
  const known = declared === undefined ? asked : Math.max(declared, value.decimals);
  return format.cell(value, Math.min(asked, known));
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
    fields[`${field}${labelSuffix}`] = known ? labelOf(lookup, value, spec, format) : words.say(`book:blank.${value}`);
  }
  return fields;
}

/** What is drawn of a figure: it needs no label, and can be drawn before the book is numbered. */
export type FigureDrawing = Pick<Figure, 'id' | 'spec' | 'place' | 'basePlaces' | 'data' | 'quantities'>;

/** A chart's specification in the edition's language, with the data of its queries. */
export function resolveDrawing(
  id: string,
  chart: LocatedChart,
  lookup: Lookup,
  composer: Composer,
  report: Report,
): FigureDrawing {
  const { spec, tree, base } = chart;
  const drawn: Quantity[] = [];
  const data = Object.fromEntries(
    Object.entries(spec.usermeta.queries).map(([name, query]) => {
      const path = ['usermeta', 'queries', name];
      for (const [field, value] of Object.entries(query.values)) {
        checkValue(lookup, query.rows, value, (rest) => tree.place([...path, 'values', field, ...rest]), report);
      }
      const cells = Object.fromEntries(
        Object.entries(query.values).map(([field, value]) => [field, (row: RowItem) => cellValue(lookup, row, value)]),
      );
      const rows = rowsOf(lookup, query.rows, cells, (rest) => tree.place([...path, 'rows', ...rest]), report);
      return [name, rows.map((row) => chartRow(lookup, row, query, composer, drawn))];
    }),
  );
  return {
    id,
    spec: bodyOf(chart, composer),
    place: { file: tree.file },
    ...(base && { basePlaces: basePlacesOf(chart, base) }),
    data,
    quantities: drawn,
  };
}

/** A figure with its words and its notes around what is drawn. */
export function resolveFigure(
  { label }: InsertLabel,
  { spec: { usermeta } }: LocatedChart,
  drawing: FigureDrawing,
  lookup: Lookup,
  composer: Composer,
  toInlines: ToInlines,
): Figure {
  return {
    type: 'figure',
    ...drawing,
    label,
    caption: toInlines(usermeta.title, ['usermeta', 'title']),
    alt: plainText(toInlines(usermeta.alt, ['usermeta', 'alt'])),
    notes: notesOf(
      [
        ...usermeta.notes.map((note, index) => toInlines(note, ['usermeta', 'notes', index])),
        ...revisionNotes(drawing.quantities, lookup, composer),
      ],
      composer.words,
    ),
  };
}
