/** Bytes as a browser prints them: objects in any order, and one plain table of their places. */
export function printedPdf(objects: ReadonlyMap<number, string>): Uint8Array {
  const size = Math.max(...objects.keys()) + 1;
  const places = new Map<number, number>();
  let text = '%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n';
  for (const [number, object] of objects) {
    places.set(number, text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const digits = (place: number) => String(place).padStart(10, '0');
  const table = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined ? '0000000000 65535 f \n' : `${digits(place)} 00000 n \n`;
  });
  const trailer = `trailer\n<</Size ${size}\n/Root 1 0 R\n/Info 2 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${size}\n${table.join('')}${trailer}`, 'latin1');
}

const element = (kind: string, entries: string) => `<</Type /StructElem\n/S /${kind}\n${entries}>>`;
const text = (page: number, mark: number, parent = 9) =>
  element('NonStruct', `/P ${parent} 0 R\n/Pg ${page} 0 R\n/K ${mark}`);
const spans = '<</O /Table\n/RowSpan 1>> <</O /Table\n/ColSpan 1>>';

/** Two pages with a table of a head and a row, and a list, tagged as Chromium tags them. */
export const taggedObjects: ReadonlyMap<number, string> = new Map([
  [1, '<</Type /Catalog\n/Pages 3 0 R\n/StructTreeRoot 6 0 R\n/Lang (en)>>'],
  [2, '<</Title (Book)>>'],
  [3, '<</Type /Pages\n/Count 2\n/Kids [4 0 R 5 0 R]>>'],
  [4, '<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 10 10]\n/StructParents 0>>'],
  [5, '<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 10 10]\n/StructParents 1>>'],
  [6, '<</Type /StructTreeRoot\n/K 7 0 R\n/ParentTree 40 0 R\n/IDTree <</Kids [43 0 R]>>>>'],
  [7, element('Document', '/Lang (en)\n/P 6 0 R\n/K 8 0 R')],
  [8, element('NonStruct', '/P 7 0 R\n/K [9 0 R 20 0 R 25 0 R]')],
  [9, element('Table', '/P 8 0 R\n/Pg 4 0 R\n/K [10 0 R 11 0 R 14 0 R 7]')],
  [10, text(4, 0)],
  [11, element('TR', '/P 9 0 R\n/K 12 0 R')],
  [
    12,
    element(
      'TH',
      `/P 11 0 R\n/Pg 4 0 R\n/K [13 0 R 2]\n/A [<</O /Table\n/Scope /Column>> ${spans}]\n/ID (node00000123)`,
    ),
  ],
  [13, text(4, 1, 12)],
  [14, element('TR', '/P 9 0 R\n/K [15 0 R 17 0 R]')],
  [15, element('TD', `/P 14 0 R\n/K 16 0 R\n/A [<</O /Table\n/Headers [(node00000123)]>> ${spans}]`)],
  [16, text(4, 3, 15)],
  [17, element('TD', '/P 14 0 R\n/K 18 0 R\n/A [<</O /Table\n/RowSpan 1>> <</O /Table\n/ColSpan 2>>]')],
  [18, text(4, 4, 17)],
  [20, element('P', '/P 8 0 R\n/K [21 0 R 22 0 R]')],
  [21, element('NonStruct', '/P 20 0 R\n/Pg 4 0 R\n/K [5 <</Type /MCR\n/Pg 5 0 R\n/MCID 0>>]')],
  [22, element('NonStruct', '/Lang (zh-CN)\n/P 20 0 R\n/K 23 0 R')],
  [23, text(5, 1, 22)],
  [25, element('Figure', '/Alt (A /K \\(endobj\\) [chart])\n/P 8 0 R\n/K 26 0 R')],
  [26, element('NonStruct', '/P 25 0 R\n/K [27 0 R 28 0 R]')],
  [27, text(5, 2, 26)],
  [28, text(5, 3, 26)],
  [40, '<</Type /ParentTree\n/Nums [0 41 0 R 1 42 0 R]>>'],
  [41, '[10 0 R 13 0 R 12 0 R 16 0 R 18 0 R 21 0 R null 9 0 R]'],
  [42, '[21 0 R 23 0 R 27 0 R 28 0 R]'],
  [43, '<</Limits [(node00000123) (node00000123)]\n/Names [(node00000123) 12 0 R]>>'],
]);
