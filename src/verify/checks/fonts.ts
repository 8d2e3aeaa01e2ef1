/** A book is set in the fonts of its theme: in a PDF with their outlines, in Word by their names. */
import type { Theme } from '../../model/theme.ts';
import type { Format } from '../../render/index.ts';
import type { Check } from '../check.ts';
import { finding } from '../findings.ts';

/** PostScript names have no blanks and end with the weight: `NotoSerifSC-Bold`. */
const familyOf = (name: string): string => name.replace(/-.*$/, '');

function allowedFonts({ fonts }: Theme, format: Format): ReadonlySet<string> {
  const faces = [fonts.serif, fonts.sans].flatMap(({ latin, han }) => [latin, han]);
  return new Set(faces.map(({ family, word }) => (format === 'pdf' ? family.replaceAll(' ', '') : word)));
}

export const checkFonts: Check = (input) => {
  const { theme, file } = input;
  const allowed = allowedFonts(theme, file.format);
  const isPdf = file.format === 'pdf';
  const wrong = file.fonts.filter(({ name, embedded }) =>
    isPdf ? !embedded || !allowed.has(familyOf(name)) : !allowed.has(name),
  );
  const expected = [...allowed].join(', ');
  const none = file.fonts.length === 0 ? [finding('verify.font', input.name, undefined, { expected, found: '' })] : [];
  return {
    proved: { fonts: file.fonts.length - wrong.length },
    problems: [
      ...none,
      ...wrong.map(({ name }) => finding('verify.font', input.name, undefined, { expected, found: name })),
    ],
  };
};
