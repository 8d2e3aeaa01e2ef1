import type { Report, YamlTree } from '../load/index.ts';
import type { Code } from '../model/dataset.ts';
import { error } from '../model/problem.ts';
import { type BoardGroup, boardRoles, type SourceBook } from '../model/source-book.ts';
import { codeListOf, codeOf, type Lookups } from './codes.ts';
import { frontMatterSchema } from './schemas/front-matter.ts';
import { checkTree } from './tree.ts';

/** Whether the check digit of an ISBN of ten or thirteen digits is right (ISO 2108). */
function isIsbn(text: string): boolean {
  const digits = text.replace(/-/g, '');
  if (/^\d{9}[\dX]$/.test(digits)) {
    const sum = [...digits].reduce(
      (total, digit, index) => total + (10 - index) * (digit === 'X' ? 10 : Number(digit)),
      0,
    );
    return sum % 11 === 0;
  }
  if (!/^97[89]\d{10}$/.test(digits)) return false;
  return [...digits].reduce((total, digit, index) => total + (index % 2 === 0 ? 1 : 3) * Number(digit), 0) % 10 === 0;
}

/** The front matter of the book that the data are taken from; undefined if there is none, or it is at fault. */
export function readFrontMatter(
  tree: YamlTree | undefined,
  { lists, unreadable }: Lookups,
  report: Report,
): SourceBook | undefined {
  const spec = checkTree(frontMatterSchema, tree, report);
  if (spec === undefined || tree === undefined) return undefined;
  const institution = (code: string, path: readonly string[]): Code | undefined => {
    const place = tree.place(path);
    const list = codeListOf('institutions', lists, unreadable, place, report);
    return list && codeOf(code, list, unreadable, place, report);
  };
  const { title: titles, imprint, board, note } = spec;
  const { isbn, cip, place, edition, impression, format, sheets, characters } = imprint;
  if (isbn !== undefined && !isIsbn(isbn)) {
    report(
      error('front-matter.isbn', tree.place(['imprint', 'isbn']), {
        path: 'imprint.isbn',
        found: JSON.stringify(isbn),
      }),
    );
  }
  const compiler = institution(spec.compiler, ['compiler']);
  const commissioned = note && institution(note.commissioned, ['note', 'commissioned']);
  if (compiler === undefined) return undefined;
  const order = board['members-order'];
  const groups = boardRoles.flatMap((role): BoardGroup[] => {
    const people = board[role];
    return people ? [{ role, people, ...(role === 'members' && order && { order }) }] : [];
  });
  return {
    titles,
    compiler,
    imprint: {
      ...(isbn !== undefined && { isbn }),
      ...(cip !== undefined && { cip }),
      classes: imprint['cip-classes'] ?? [],
      ...(place && { place }),
      ...(edition && { edition }),
      ...(impression && { impression }),
      ...(format !== undefined && { format }),
      ...(sheets && { sheets }),
      ...(characters && { characters }),
    },
    board: groups,
    ...(note &&
      commissioned && {
        note: {
          survey: note.survey,
          owner: note['survey-owner'],
          approval: { zh: note.approval.zh, en: note.approval.en },
          approvedBy: note.approval.by,
          commissioned,
          subjects: note.subjects,
          documents: note.documents,
        },
      }),
  };
}
