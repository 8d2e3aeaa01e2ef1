/**
 * PDF/UA-1 (7.1) wants all content tagged or marked as artifact. Chromium tags the text and leaves running heads, folios
 * and ornaments unmarked: whatever stands outside of marked content is wrapped as an artifact here.
 */

/** Operators that put something on the page; the rest only sets the state for them. */
const painting = /(?:^|[ \n])(?:BT|Do|sh|S|s|f|F|f\*|B|B\*|b|b\*)(?:\n|$)/;

/** Ends of the lines that open or close marked content. */
const marks = /(?<![A-Za-z])(BDC|BMC|EMC)(?=\n|$)/g;

/**
 * Wraps the unmarked stretches of a content stream that paint. Skia writes one operator at a line's end and strings in
 * hexadecimal, so that marks can be found without parsing operands.
 */
export function markArtifacts(content: string): string {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  const stretch = (until: number) => {
    const text = content.slice(from, until);
    if (depth > 0 || !painting.test(text)) pieces.push(text);
    else pieces.push('/Artifact BMC\n', text, text.endsWith('\n') ? 'EMC\n' : '\nEMC\n');
    from = until;
  };
  for (const { 1: mark, index } of content.matchAll(marks)) {
    if (mark === 'EMC') {
      if (depth === 0) throw new TypeError('Marked content ends that has not begun');
      stretch(Math.min(index + 'EMC\n'.length, content.length));
      depth -= 1;
    } else {
      if (depth === 0) stretch(content.lastIndexOf('\n', index) + 1);
      depth += 1;
    }
  }
  stretch(content.length);
  return pieces.join('');
}
