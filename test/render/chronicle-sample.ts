/** A book of nothing but a chronicle, for the tests of its writers. */
import type { Chronicle, Document, Lang } from '../../src/model/document.ts';
import { sampleDocument } from '../support/sample.ts';

const sentence = {
  zh: '技术合同登记机构召开年度会议，部署统计工作。',
  en: 'The registration offices held their yearly meeting on statistics. ',
};

/** Every fourth entry is a long one, so that pages end within entries if nothing prevents it. */
export function sampleChronicle(lang: Lang, entries: number): Chronicle {
  return {
    type: 'chronicle',
    entries: Array.from({ length: entries }, (_, index) => ({
      date: lang === 'zh' ? `5月${index + 1}日` : `${index + 1}\u00a0May`,
      inlines: [
        { type: 'literal', text: `«${index + 1}»` },
        { type: 'text', text: `${sentence[lang].repeat(index % 4 === 3 ? 8 : 2)}` },
        { type: 'literal', text: `‹${index + 1}›` },
      ],
    })),
  };
}

export function chronicleBook(lang: Lang, entries: number): Document {
  const sample = sampleDocument(lang, 2);
  const [heading] = sample.body;
  if (heading?.type !== 'heading') throw new Error('the sample has changed');
  const range = {
    date: lang === 'zh' ? '6月29—30日' : '29–30\u00a0June',
    inlines: [{ type: 'text', text: '…' } as const],
  };
  const chronicle = sampleChronicle(lang, entries);
  const front = { ...sample.front, contents: [] };
  return { ...sample, front, body: [heading, { ...chronicle, entries: [...chronicle.entries, range] }] };
}
