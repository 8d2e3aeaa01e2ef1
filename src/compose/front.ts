import type { Names } from '../model/dataset.ts';
import type { Lang } from '../model/document.ts';
import type { SourceBook } from '../model/source-book.ts';
import { named } from './session.ts';

/** Names as members of a list, for `list` and `#each`. */
function listed(all: readonly Names[], lang: Lang) {
  return all.map((names, index) => ({
    code: String(index + 1),
    name: names[lang],
    original: named(names, lang).original,
  }));
}

/** What a preface says about the book that the data are taken from, in the edition's language. */
export function frontNames({ titles, compiler, note }: SourceBook, lang: Lang): Readonly<Record<string, unknown>> {
  return {
    title: named(titles, lang),
    compiler: named(compiler.names, lang),
    note: note && {
      survey: named(note.survey, lang),
      'survey-owner': named(note.owner, lang),
      approval: named(note.approval, lang),
      'approved-by': named(note.approvedBy, lang),
      commissioned: named(note.commissioned.names, lang),
      subjects: listed(note.subjects, lang),
      documents: listed(note.documents, lang),
    },
  };
}
