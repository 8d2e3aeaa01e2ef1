import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import type { Report } from '../load/index.ts';
import type { Lang } from '../model/document.ts';
import { error, type Place } from '../model/problem.ts';
import type { Quantity } from '../model/quantity.ts';
import type { DraftBlock, DraftInline, TargetKind } from './draft.ts';
import { unmark } from './source-map.ts';

/** Bound numbers of a rendering: `<q n="3"/>` in the markup stands for `quantities[3]`. */
export type Bound = readonly { readonly text: string; readonly quantity: Quantity }[];

/** The whole vocabulary: what each tag may stand in and which attributes it takes. */
const tags = {
  p: { in: ['root'], attributes: ['role'] },
  ul: { in: ['root'], attributes: [] },
  ol: { in: ['root'], attributes: [] },
  li: { in: ['ul', 'ol'], attributes: [] },
  table: { in: ['root'], attributes: ['key'] },
  figure: { in: ['root'], attributes: ['key'] },
  q: { in: ['p', 'li', 'em', 'root-inline'], attributes: ['n'] },
  lit: { in: ['p', 'li', 'em', 'root-inline'], attributes: [] },
  em: { in: ['p', 'li', 'root-inline'], attributes: [] },
  original: { in: ['p', 'li', 'em', 'root-inline'], attributes: ['lang'] },
  see: { in: ['p', 'li', 'em', 'root-inline'], attributes: ['table', 'figure', 'section'] },
} as const;

type TagName = keyof typeof tags;
type Container = TagName | 'root' | 'root-inline';

interface OpenElement {
  readonly name: Container;
  readonly attributes: Readonly<Record<string, string>>;
  readonly place: Place;
  readonly inlines: DraftInline[];
  readonly items: (readonly DraftInline[])[];
}

const textContainers: readonly Container[] = ['p', 'li', 'em', 'lit', 'original', 'root-inline'];

/** White space of a source line break: none between Chinese lines, one space elsewhere. */
function foldSpace(text: string, lang: Lang): string {
  return text.replace(/[ \t]*\n\s*/g, lang === 'zh' ? '' : ' ').replace(/[ \t]+/g, ' ');
}

/** Joins neighbouring texts, and takes off the white space at both ends. */
function tidy(inlines: readonly DraftInline[], lang: Lang): DraftInline[] {
  const joined: DraftInline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', text: last.text + inline.text };
    else joined.push(inline);
  }
  return joined
    .map((inline, index): DraftInline => {
      if (inline.type !== 'text') return inline;
      let text = foldSpace(inline.text, lang).replace(/ {2,}/g, ' ');
      if (index === 0) text = text.trimStart();
      if (index === joined.length - 1) text = text.trimEnd();
      return { type: 'text', text };
    })
    .filter((inline) => inline.type !== 'text' || inline.text !== '');
}

/** Parses markup strictly: what it does not know is reported with the template's line, never repaired or dropped. */
function parse(markup: string, file: string, root: 'root' | 'root-inline', lang: Lang, bound: Bound, report: Report) {
  const { text: source, placeAt } = unmark(markup, file);
  const parser = new SaxesParser({ fragment: true, position: true });
  const blocks: DraftBlock[] = [];
  const element = (name: Container, attributes: Readonly<Record<string, string>>, place: Place): OpenElement => ({
    name,
    attributes,
    place,
    inlines: [],
    items: [],
  });
  const stack: OpenElement[] = [element(root, {}, placeAt(0))];
  const top = () => stack.at(-1) as OpenElement;
  let tagStart = 0;
  let failed = false;

  const close = (done: OpenElement): void => {
    const parent = top();
    const inlines = tidy(done.inlines, lang);
    switch (done.name) {
      case 'p': {
        const role = done.attributes.role ?? 'body';
        if (role !== 'body' && role !== 'lead')
          report(error('markup.unknown-role', done.place, { role, known: 'body, lead' }));
        if (inlines.length === 0) report(error('markup.empty', done.place, { tag: 'p' }));
        blocks.push({ type: 'paragraph', role: role === 'lead' ? 'lead' : 'body', inlines });
        return;
      }
      case 'li':
        parent.items.push(inlines);
        return;
      case 'ul':
      case 'ol':
        if (done.items.length === 0) report(error('markup.empty', done.place, { tag: done.name }));
        blocks.push({ type: 'list', ordered: done.name === 'ol', items: done.items });
        return;
      case 'table':
      case 'figure':
        blocks.push({ type: 'insert', kind: done.name, key: done.attributes.key ?? '', place: done.place });
        return;
      case 'q': {
        const number = bound[Number(done.attributes.n)];
        if (number) parent.inlines.push({ type: 'quantity', ...number });
        else report(error('markup.unbound', done.place));
        return;
      }
      case 'em':
        parent.inlines.push({ type: 'emphasis', children: inlines });
        return;
      case 'lit':
      case 'original': {
        const text = inlines.map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
        const originalLang: Lang = done.attributes.lang === 'en' ? 'en' : 'zh';
        parent.inlines.push(
          done.name === 'lit' ? { type: 'literal', text } : { type: 'original', text, lang: originalLang },
        );
        return;
      }
      case 'see': {
        const [kind, key] = Object.entries(done.attributes)[0] ?? ['table', ''];
        parent.inlines.push({ type: 'open-reference', kind: kind as TargetKind, key, place: done.place });
        return;
      }
      case 'root':
      case 'root-inline':
        return;
    }
  };

  parser.on('opentagstart', () => {
    tagStart = source.lastIndexOf('<', parser.position - 1);
  });
  parser.on(
    'opentag',
    (
      tag: SaxesTagNS | { name: string; attributes: Record<string, string | SaxesAttributeNS>; isSelfClosing: boolean },
    ) => {
      const place = placeAt(tagStart);
      const attributes = Object.fromEntries(
        Object.entries(tag.attributes).map(([name, value]) => [name, String(value)]),
      );
      const rule = Object.hasOwn(tags, tag.name) ? tags[tag.name as TagName] : undefined;
      const within: readonly string[] = rule?.in ?? [];
      const allowed: readonly string[] = rule?.attributes ?? [];
      const parent = top();
      if (rule === undefined)
        report(error('markup.unknown-tag', place, { tag: tag.name, known: Object.keys(tags).join(', ') }));
      else if (!within.includes(parent.name)) {
        report(
          error('markup.misplaced-tag', place, { tag: tag.name, parent: parent.name, allowed: within.join(', ') }),
        );
      }
      for (const name of Object.keys(attributes)) {
        if (rule && !allowed.includes(name))
          report(error('markup.unknown-attribute', place, { tag: tag.name, name, known: allowed.join(', ') }));
      }
      if ((tag.name === 'table' || tag.name === 'figure') && attributes.key === undefined) {
        report(error('markup.key-missing', place, { tag: tag.name }));
      }
      stack.push(element((rule ? tag.name : 'em') as Container, attributes, place));
    },
  );
  parser.on('closetag', () => {
    const done = stack.pop();
    if (done) close(done);
  });
  parser.on('text', (text) => {
    const container = top();
    if (textContainers.includes(container.name)) container.inlines.push({ type: 'text', text });
    else if (text.trim() !== '') {
      const start = source.lastIndexOf(text.trim().slice(0, 20), parser.position);
      report(
        error('markup.stray-text', placeAt(Math.max(0, start)), {
          text: text.trim().slice(0, 40),
          parent: container.name,
        }),
      );
    }
  });
  parser.on('error', (cause) => {
    if (failed) return;
    failed = true;
    report(
      error('markup.syntax', placeAt(Math.max(0, parser.position - 1)), {
        message: cause.message.replace(/^\d+:\d+: /, ''),
      }),
    );
  });
  parser.write(source).close();
  return { blocks, inlines: tidy(top().inlines, lang) };
}

/** Blocks of a section's markup. Deviations from the vocabulary are reported. */
export function parseBlocks(markup: string, file: string, lang: Lang, bound: Bound, report: Report): DraftBlock[] {
  return parse(markup, file, 'root', lang, bound, report).blocks;
}

/** Inlines of a caption, note or title. */
export function parseInlines(markup: string, file: string, lang: Lang, bound: Bound, report: Report): DraftInline[] {
  return parse(markup, file, 'root-inline', lang, bound, report).inlines;
}
