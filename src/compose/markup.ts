import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import type { Report } from '../load/index.ts';
import type { Lang, TargetKind } from '../model/document.ts';
import { error, type Place, type Problem } from '../model/problem.ts';
import type { Quantity } from '../model/quantity.ts';
import type { DraftBlock, DraftInline } from './draft.ts';
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
  chronicle: { in: ['root'], attributes: [] },
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
  /** As written; an unknown tag is read on as emphasis. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly place: Place;
  /** Whether the template has the tag itself, and not a value that it names. */
  readonly typed: boolean;
  readonly inlines: DraftInline[];
  readonly items: (readonly DraftInline[])[];
}

const textContainers: readonly Container[] = ['p', 'li', 'em', 'lit', 'original', 'root-inline'];

/** Tags that say nothing without content. */
const neverEmpty: readonly Container[] = ['p', 'ul', 'ol', 'li', 'em', 'lit', 'original'];

/** Tags that templates may type; `q` is made by the program. */
const typedTags = Object.keys(tags).filter((name) => name !== 'q');

/** Which wording tells a misplaced tag best: text outside of paragraphs, a block within text, or the general one. */
function misplacement(allowed: readonly string[], parent: Container): string {
  if (parent === 'root' && allowed.includes('p')) return 'outside';
  return allowed.includes('root') && textContainers.includes(parent) ? 'within' : '';
}

/** An ampersand that begins no entity, which the parser would read on from until the next semicolon. */
const bareAmpersand = /&(?!(?:#\d+|#x[0-9a-f]+|[a-z]+);)/i;

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
function parse(markup: string, file: string, root: 'root' | 'root-inline', lang: Lang, bound: Bound, tell: Report) {
  const { text: source, placeAt, isTyped } = unmark(markup, file);
  let failed = false;
  /** After a syntax error the parser guesses; what it says then follows from that error. */
  const report: Report = (problem) => {
    if (!failed) tell(problem);
  };
  const fail = (at: number | Place, values: Problem['values']) => {
    report(error('markup.syntax', typeof at === 'number' ? placeAt(Math.max(0, at)) : at, values));
    failed = true;
  };
  const ampersand = source.search(bareAmpersand);
  if (ampersand >= 0) {
    fail(ampersand, { context: 'ampersand' });
    return { blocks: [], inlines: [] };
  }
  const parser = new SaxesParser({ fragment: true, position: true });
  const blocks: DraftBlock[] = [];
  const element = (
    name: Container,
    attributes: Readonly<Record<string, string>>,
    place: Place,
    typed: boolean,
    tag: string = name,
  ): OpenElement => ({
    name,
    tag,
    attributes,
    place,
    typed,
    inlines: [],
    items: [],
  });
  const stack: OpenElement[] = [element(root, {}, placeAt(0), false)];
  const top = () => stack.at(-1) as OpenElement;
  let tagStart = 0;
  let lastClosed: OpenElement | undefined;

  const close = (done: OpenElement): void => {
    const parent = top();
    const inlines = tidy(done.inlines, lang);
    const isEmpty = ['ul', 'ol'].includes(done.name) ? done.items.length === 0 : inlines.length === 0;
    if (isEmpty && neverEmpty.includes(done.name) && done.tag === done.name)
      report(error('markup.empty', done.place, { tag: done.name }));
    switch (done.name) {
      case 'p': {
        const role = done.attributes.role ?? 'body';
        if (role !== 'body' && role !== 'lead')
          report(error('markup.unknown-role', done.place, { role, known: 'body, lead' }));
        blocks.push({ type: 'paragraph', role: role === 'lead' ? 'lead' : 'body', inlines });
        return;
      }
      case 'li':
        parent.items.push(inlines);
        return;
      case 'ul':
      case 'ol':
        blocks.push({ type: 'list', ordered: done.name === 'ol', items: done.items });
        return;
      case 'table':
      case 'figure':
        if (done.attributes.key === undefined) report(error('markup.key-missing', done.place, { tag: done.name }));
        else blocks.push({ type: 'insert', kind: done.name, key: done.attributes.key, place: done.place });
        return;
      case 'chronicle':
        blocks.push({ type: 'chronicle', place: done.place });
        return;
      case 'q': {
        const number = bound[Number(done.attributes.n)];
        if (number && !done.typed) parent.inlines.push({ type: 'quantity', ...number });
        else if (!done.typed) report(error('markup.unbound', done.place));
        return;
      }
      case 'em':
        parent.inlines.push({ type: 'emphasis', children: inlines });
        return;
      case 'lit':
      case 'original': {
        const text = inlines.map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
        const { lang: asked = 'zh' } = done.attributes;
        if (asked !== 'zh' && asked !== 'en') report(error('markup.unknown-language', done.place, { lang: asked }));
        const originalLang: Lang = asked === 'en' ? 'en' : 'zh';
        parent.inlines.push(
          done.name === 'lit' ? { type: 'literal', text } : { type: 'original', text, lang: originalLang },
        );
        return;
      }
      case 'see': {
        const targets = tags.see.attributes.filter((name) => done.attributes[name] !== undefined);
        const [kind] = targets;
        const key = kind && done.attributes[kind];
        if (kind === undefined || key === undefined || targets.length > 1) {
          report(error('markup.key-missing', done.place, { tag: 'see', context: 'see' }));
        } else parent.inlines.push({ type: 'open-reference', kind: kind satisfies TargetKind, key, place: done.place });
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
      const isTypedQuantity = tag.name === 'q' && isTyped(tagStart);
      if (isTypedQuantity) report(error('markup.unbound', place));
      else if (rule === undefined)
        report(error('markup.unknown-tag', place, { tag: tag.name, known: typedTags.join(', ') }));
      else if (!within.includes(parent.name)) {
        const context = misplacement(within, parent.name);
        const containers = within.filter((name) => !name.startsWith('root')).join(', ');
        report(
          error('markup.misplaced-tag', place, { tag: tag.name, parent: parent.tag, allowed: containers, context }),
        );
      }
      for (const name of Object.keys(attributes)) {
        if (rule && !allowed.includes(name))
          report(error('markup.unknown-attribute', place, { tag: tag.name, name, known: allowed.join(', ') }));
      }
      stack.push(element((rule ? tag.name : 'em') as Container, attributes, place, isTyped(tagStart), tag.name));
    },
  );
  parser.on('closetag', () => {
    lastClosed = stack.pop();
    if (lastClosed) close(lastClosed);
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
    const message = cause.message.replace(/^\d+:\d+: /, '');
    const last = (start: string) => source.lastIndexOf(start, parser.position - 1);
    const stray = /^unmatched closing tag: ([^.]+)/.exec(message)?.[1];
    // The parser closes what another closing tag has left open before it complains, and what is open at the end after.
    const unclosed = message.startsWith('unexpected close tag') ? lastClosed : top();
    if (/^unexpected close tag|^unclosed tag/.test(message) && unclosed) {
      fail(unclosed.place, { context: 'unclosed', tag: unclosed.tag });
    } else if (stray !== undefined) fail(last('</'), { context: 'unopened', tag: stray });
    else if (message.startsWith('disallowed character in tag name')) fail(last('<'), { context: 'bracket' });
    else if (message.startsWith('undefined entity')) fail(last('&'), { context: 'ampersand' });
    else fail(parser.position - 1, { message });
  });
  const refuse = (construct: string, start: string, context = '') => {
    const values = { construct, context, comment: '{{!-- … --}}' };
    return () => report(error('markup.unsupported', placeAt(source.lastIndexOf(start, parser.position)), values));
  };
  parser.on('comment', refuse('<!-- -->', '<!--', 'comment'));
  parser.on('cdata', refuse('<![CDATA[ ]]>', '<![CDATA['));
  parser.on('processinginstruction', refuse('<? ?>', '<?'));
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
