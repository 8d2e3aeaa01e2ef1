/** What a file says of itself: title and language. */
import { languageTags as wordTags } from '../../render/docx/words.ts';
import { languageTags as pdfTags } from '../../render/pdf/xmp.ts';
import type { Check } from '../check.ts';
import { finding } from '../findings.ts';

export const checkIdentity: Check = (input) => {
  const { document, file } = input;
  const expected = (file.format === 'pdf' ? pdfTags : wordTags)[document.lang];
  const languages = file.languages.filter((language) => language !== expected);
  return {
    proved: {},
    problems: [
      ...(file.title === document.title
        ? []
        : [finding('verify.title', input.name, undefined, { expected: document.title, found: file.title })]),
      ...(file.languages.length > 0 ? languages : ['']).map((found) =>
        finding('verify.language', input.name, undefined, { expected, found }),
      ),
    ],
  };
};
