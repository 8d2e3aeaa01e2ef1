/** The sample with the front matter of a source. */
import type { Document, Inline, Lang } from '../../src/model/document.ts';
import { sampleDocument } from '../support/sample.ts';

const names = { zh: '甲一', en: 'Jia Yi' };
const words = {
  zh: { source: '原书出版信息', board: '原书编委会', roles: ['主编', '编委'] },
  en: { source: 'Publication data', board: 'Editorial board', roles: ['Editor', 'Members'] },
} as const;

export function documentWithSource(lang: Lang): Document {
  const sample = sampleDocument(lang, 3);
  const { source, board, roles } = words[lang];
  const person = (index: number): Inline[] => [{ type: 'literal', text: `${names[lang]}${index}` }];
  return {
    ...sample,
    front: {
      ...sample.front,
      source: {
        title: source,
        lines: [[{ type: 'literal', text: 'ISBN 1' }], [{ type: 'literal', text: '889×1194' }]],
      },
      board: {
        id: 'board',
        title: board,
        groups: [
          { role: roles[0], people: [person(1)] },
          { role: roles[1], people: [2, 3, 4, 5, 6, 7].map(person) },
        ],
      },
    },
  };
}
