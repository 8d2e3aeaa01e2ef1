/** Characters that take two columns of a terminal. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

const widthOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0);

/** Rows as lines with aligned columns; `after` follows a row on lines of its own, indented. */
export function textTable(
  head: readonly string[],
  rows: readonly { readonly cells: readonly string[]; readonly after?: string }[],
): string {
  const all = [head, ...rows.map(({ cells }) => cells)];
  const widths = head.map((_, column) => Math.max(...all.map((cells) => widthOf(cells[column] ?? ''))));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const body = rows.flatMap(({ cells, after }) => [line(cells), ...(after === undefined ? [] : [`    ${after}`])]);
  return [line(head), rule, ...body].join('\n');
}
