import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/load/csv.ts';
import { type Problem, placeText } from '../../src/model/problem.ts';

/** A table and what is reported of it, each as `line:column name`. */
function read(content: string | Uint8Array) {
  const problems: Problem[] = [];
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const table = readCsv({ read: () => bytes, list: () => [] }, 'a.csv', (problem) => problems.push(problem));
  return {
    table,
    told: problems.map((problem) => `${placeText(problem.place).replace(/^a\.csv:?/, '')} ${problem.name}`),
  };
}

/** Cells of a row as `line:column text`. */
function cells(content: string, row = 0): string[] {
  const { table, told } = read(content);
  expect(told).toEqual([]);
  return [...(table?.rows[row]?.values() ?? [])].map(({ text, place }) => `${place.line}:${place.column} ${text}`);
}

describe('cells', () => {
  it('have their line and the column at which they start', () => {
    expect(cells('year,code,amount\n2023,A,1.5\n2024,BB,12.25\n', 1)).toEqual(['3:1 2024', '3:6 BB', '3:9 12.25']);
  });
  it('behind quoted commas are counted by what is written', () => {
    expect(cells('name,amount,note\n"Biotechnology, medicine",12,x\n')).toEqual([
      '2:1 Biotechnology, medicine',
      '2:27 12',
      '2:30 x',
    ]);
  });
  it('behind doubled quotes are counted by what is written', () => {
    expect(cells('name,amount\n"the ""big"", one",12\n')).toEqual(['2:1 the "big", one', '2:20 12']);
  });
  it('behind a line break within a cell have the line they stand in', () => {
    expect(cells('name,amount,note\n"one\ntwo",12,x\n')).toEqual(['2:1 one\ntwo', '3:6 12', '3:9 x']);
    expect(cells('name,amount\n"one\ntwo",12\nthree,13\n', 1)).toEqual(['4:1 three', '4:7 13']);
  });
  it('of Chinese text count a character as one column', () => {
    expect(cells('code,zh,en\nXPCC,兵团,Within\n')).toEqual(['2:1 XPCC', '2:6 兵团', '2:9 Within']);
  });
  it('are without the white space around them', () => expect(cells('a,b\n 1 ,2\t\n')).toEqual(['2:1 1', '2:5 2']));
});

describe('files', () => {
  it('may start with a byte order mark', () => {
    expect(cells('\ufeffyear,amount\n2024,1\n')).toEqual(['2:1 2024', '2:6 1']);
    expect([...(read('\ufeffyear,amount\n2024,1\n').table?.header.keys() ?? [])]).toEqual(['year', 'amount']);
  });
  it.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('may have lines that end in %s', (_name, end) => {
    expect(cells(`year,amount${end}2023,1${end}2024,"2, 3"${end}`, 1)).toEqual(['3:1 2024', '3:6 2, 3']);
  });
  it('may have no line end at the end', () => expect(cells('year,amount\n2024,1')).toEqual(['2:1 2024', '2:6 1']));
  it('may have empty lines, which count', () => {
    expect(cells('year,amount\n\n2023,1\n\n\n2024,2\n\n', 0)).toEqual(['3:1 2023', '3:6 1']);
    expect(cells('year,amount\n\n2023,1\n\n\n2024,2\n\n', 1)).toEqual(['6:1 2024', '6:6 2']);
  });
  it('know the places of their columns', () => {
    expect(
      [...(read('year,"a, b",c\n').table?.header.values() ?? [])].map(({ line, column }) => [line, column]),
    ).toEqual([
      [1, 1],
      [1, 6],
      [1, 13],
    ]);
  });
});

describe('faults', () => {
  it.each([
    ['', ' csv.empty'],
    ['\n\n', ' csv.empty'],
    ['a,b\n1,2,3\n', '2:5 csv.too-many-fields'],
    ['a,b\n1\n', '2 csv.too-few-fields'],
    ['a,a\n1,2\n', '1:3 csv.column-twice'],
    ['a,,c\n1,2,3\n', '1:3 csv.unnamed-column'],
    ['a,b\n1,2\n3,"4\n5,6\n', '3:3 csv.quotes'],
    ['a,b\n1,2"2\n', '2:4 csv.quotes'],
    ['a,b\n1,"2"2\n', '2:5 csv.quotes'],
    ['a,b\n1,"""2\n', '2:3 csv.quotes'],
  ])('%j: %s', (text, told) => expect(read(text).told).toEqual([told]));
  it('of rows are all told, and the rows left out', () => {
    const { table, told } = read('a,b\n1,2\n3\n4,5,6\n7,8\n');
    expect(told).toEqual(['3 csv.too-few-fields', '4:5 csv.too-many-fields']);
    expect(table?.rows.map((row) => row.get('a')?.text)).toEqual(['1', '7']);
    expect(table?.complete).toBe(false);
  });
  it('of encoding are told at the line where it breaks', () => {
    const gbk = new Uint8Array([...new TextEncoder().encode('a,b\n1,2\n3,'), 0xb1, 0xf8, 0x0a]);
    expect(read(gbk)).toEqual({ table: undefined, told: ['3 file.not-utf8'] });
  });
  it('of characters that no font has are told where they stand', () => {
    expect(read('a,b\n1,x\ue000\n').told).toEqual(['2:4 file.reserved-character']);
  });
});
