/** Contents and lists of tables and figures: TOC fields, filled with entries whose page numbers are PAGEREF fields. */
import type { ContentsEntry, ContentsList } from '../../model/document.ts';
import { error, Failure } from '../../model/problem.ts';
import { numberGap } from '../stretches.ts';
import { sequenceName } from './captions.ts';
import { type Context, targetOf } from './context.ts';
import { words } from './inlines.ts';
import {
  FileChild,
  InternalHyperlink,
  PageReference,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from './library.ts';
import { captionGap } from './words.ts';
import { component } from './xml.ts';

/** A step of a field that runs over several paragraphs. */
function fieldMark(type: 'begin' | 'separate' | 'end'): TextRun {
  return new TextRun({ children: [component('w:fldChar', { 'w:fldCharType': type })] });
}

function fieldInstruction(instruction: string): TextRun {
  return new TextRun({ children: [component('w:instrText', { 'xml:space': 'preserve' }, [instruction])] });
}

type ListKind = 'heading' | 'table' | 'figure';

/** What a list gathers: one kind, since Word has a field for each. */
function kindOf(context: Context, list: ContentsList): ListKind {
  const kinds = new Set(list.entries.map((entry) => targetOf(context, entry.target).kind));
  const [kind, ...others] = kinds;
  if (others.length > 0 || (kind !== 'heading' && kind !== 'table' && kind !== 'figure')) {
    throw new Failure('input', [error('docx.mixed-contents', undefined, { list: list.id })]);
  }
  return kind;
}

function entryParagraph(
  context: Context,
  entry: ContentsEntry,
  kind: ListKind,
  before: readonly ParagraphChild[],
  after: readonly ParagraphChild[],
): Paragraph {
  const { bookmark } = targetOf(context, entry.target);
  const gap = kind === 'heading' ? numberGap(entry.number) : captionGap(context.lang);
  const line = [
    words(context, entry.number === '' ? entry.text : `${entry.number}${gap}${entry.text}`),
    new TextRun({ children: [new Tab()] }),
    new PageReference(bookmark, { hyperlink: true }),
  ];
  return new Paragraph({
    style: kind === 'heading' ? `TOC${entry.level}` : 'TableofFigures',
    children: [...before, new InternalHyperlink({ anchor: bookmark, children: line }), ...after],
  });
}

/** Word offers to update what it knows as a table of contents. */
function contentsControl(paragraphs: readonly Paragraph[]): FileChild {
  const control = new FileChild('w:sdt');
  const gallery = component('w:docPartObj', {}, [
    component('w:docPartGallery', { 'w:val': 'Table of Contents' }),
    component('w:docPartUnique'),
  ]);
  control.addChildElement(component('w:sdtPr', {}, [gallery]));
  control.addChildElement(component('w:sdtContent', {}, paragraphs));
  return control;
}

/** A list with its title; an empty list is left out. `opens`: it is the first on its page. */
export function contentsBlocks(context: Context, list: ContentsList, opens: boolean): readonly FileChild[] {
  if (list.entries.length === 0) return [];
  const kind = kindOf(context, list);
  const levels = Math.max(...list.entries.map((entry) => entry.level));
  const switches =
    kind === 'heading' ? `\\o "1-${levels}" \\h \\z \\u` : `\\h \\z \\c "${sequenceName(context, kind)}"`;
  const begin = [fieldMark('begin'), fieldInstruction(` TOC ${switches} `), fieldMark('separate')];
  const last = list.entries.length - 1;
  const paragraphs = list.entries.map((entry, index) =>
    entryParagraph(context, entry, kind, index === 0 ? begin : [], index === last ? [fieldMark('end')] : []),
  );
  const title = new Paragraph({
    style: 'contents-title',
    ...(opens && { spacing: { before: 0 } }),
    children: [words(context, list.title)],
  });
  return kind === 'heading' ? [title, contentsControl(paragraphs)] : [title, ...paragraphs];
}
