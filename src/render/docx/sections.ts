/** The document as Word sections: each has its page numbers, running heads and the page it opens on. */
import type { Document } from '../../model/document.ts';
import { headingText, type Stretch, stretchesOf } from '../stretches.ts';
import { blocksChildren } from './blocks.ts';
import { listTitleStyle } from './body-styles.ts';
import { contentsBlocks } from './contents.ts';
import type { Context } from './context.ts';
import { boardBlocks, coverBlocks, imprintBlocks, titleBlocks } from './front.ts';
import { words } from './inlines.ts';
import {
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  NumberFormat,
  PageNumber,
  Paragraph,
  SectionType,
  SimpleField,
  TextRun,
} from './library.ts';
import { headingStyle } from './styles.ts';
import { twipsFromMillimetres } from './units.ts';

interface Sheet {
  readonly numbers: 'none' | 'roman' | 'decimal';
  /** First of its numbering. */
  readonly restart: boolean;
  readonly recto: boolean;
  /** A part's opening page has no running head. */
  readonly opener: boolean;
  /** Running head of the right-hand pages; none on cover, title page and imprint. */
  readonly head?: { readonly text: string; readonly field?: string };
  readonly children: readonly FileChild[];
}

function runningHead(context: Context, style: string, head: Sheet['head'], title: string): Header {
  const text = head?.text ?? title;
  const content = head?.field ? new SimpleField(head.field, text) : words(context, text);
  return new Header({ children: [new Paragraph({ style, children: [content] })] });
}

function folio(style: string): Footer {
  return new Footer({
    children: [new Paragraph({ style, children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
  });
}

/** Half the margin is left between the edge of the page and a running head or folio. */
function pageGeometry({ theme }: Context) {
  const { width, height, head, foot, inner, outer } = theme.page;
  const mm = twipsFromMillimetres;
  return {
    size: { width: mm(width), height: mm(height) },
    margin: {
      top: mm(head),
      bottom: mm(foot),
      // With mirrored margins, left is the inner and right the outer margin.
      left: mm(inner),
      right: mm(outer),
      header: mm(head / 2),
      footer: mm(foot / 2),
    },
  };
}

/** The running head of a part is the last heading of level 1, which Word finds itself. */
function headOf(context: Context, { part, head }: Stretch): NonNullable<Sheet['head']> {
  // STYLEREF 1 is the last heading of level 1, in any language of Word.
  const found = part !== undefined && headingStyle(context, 1, part.role) === 'Heading1';
  return { text: head, ...(found && { field: 'STYLEREF 1' }) };
}

function bodySheets(context: Context, document: Document): readonly Sheet[] {
  return stretchesOf(document).map((stretch, index) => ({
    numbers: 'decimal',
    restart: index === 0,
    recto: index === 0 || stretch.kind === 'opener',
    opener: stretch.kind === 'opener',
    head: headOf(context, stretch),
    children: blocksChildren(context, stretch.blocks),
  }));
}

function frontSheets(context: Context, { front, title }: Document): readonly Sheet[] {
  const preface = front.preface.find((block) => block.type === 'heading');
  const [contents, ...others] = front.contents;
  const page = { restart: false, recto: false, opener: false, numbers: 'roman' } as const;
  const sheets: readonly Sheet[] = [
    { ...page, numbers: 'none', children: coverBlocks(context, front.titleLines) },
    { ...page, restart: true, recto: true, children: titleBlocks(context, front.titleLines) },
    { ...page, children: imprintBlocks(context, front) },
    {
      ...page,
      recto: true,
      head: { text: front.board?.title ?? title },
      children: boardBlocks(context, front.board),
    },
    {
      ...page,
      recto: true,
      head: { text: preface === undefined ? title : headingText(preface) },
      children: blocksChildren(context, front.preface),
    },
    ...[contents === undefined ? [] : [contents], others].map((lists) => ({
      ...page,
      // Lists that follow each other have each its title as the running head.
      head: { text: lists[0]?.title ?? title, ...(lists.length > 1 && { field: `STYLEREF "${listTitleStyle}"` }) },
      children: lists.flatMap((list, index) => contentsBlocks(context, list, index === 0)),
    })),
  ];
  return sheets.filter((sheet) => sheet.children.length > 0);
}

/** The sections in the order of the book. */
export function documentSections(context: Context, document: Document): readonly ISectionOptions[] {
  const sheets = [...frontSheets(context, document), ...bodySheets(context, document)];
  const firstHead = sheets.findIndex((sheet) => sheet.head !== undefined);
  return sheets.map(({ numbers, restart, recto, opener, head, children }, index) => ({
    properties: {
      type: recto ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE,
      titlePage: opener,
      page: {
        ...pageGeometry(context),
        pageNumbers: {
          formatType: numbers === 'roman' ? NumberFormat.LOWER_ROMAN : NumberFormat.DECIMAL,
          ...(restart && { start: 1 }),
        },
      },
    },
    // A section without a head or folio of a kind has that of the section before it.
    ...(head !== undefined && {
      headers: {
        default: runningHead(context, 'running-head-recto', head, document.title),
        ...(index === firstHead && { even: runningHead(context, 'running-head', undefined, document.title) }),
      },
      footers: {
        ...(index === firstHead && { default: folio('folio-recto'), even: folio('folio') }),
        ...(opener && { first: folio('folio-recto') }),
      },
    }),
    children: [...children],
  }));
}
