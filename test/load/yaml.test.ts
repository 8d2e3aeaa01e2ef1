import { describe, expect, it } from 'vitest';
import { readYaml, type YamlTree } from '../../src/load/index.ts';
import { type Place, type Problem, placeText } from '../../src/model/problem.ts';

function read(text: string) {
  const problems: Problem[] = [];
  const files = { read: () => new TextEncoder().encode(text), list: () => [] };
  const tree = readYaml(files, 'a.yaml', (problem) => problems.push(problem));
  return { tree, told: problems.map((problem) => `${placeText(problem.place)} ${problem.name}`) };
}

const at = ({ line, column }: Place) => `${line}:${column}`;
function treeOf(text: string): YamlTree {
  const { tree, told } = read(text);
  expect(told).toEqual([]);
  if (tree === undefined) throw new Error('no tree');
  return tree;
}

const book = `# A book.
title: { zh: 年报, en: "Report {{year}}" }
sections:
  - key: one
    needs: [a, bb]
  - key: 'two'
    note: |
      First line
      second line
`;

describe('a value', () => {
  const tree = treeOf(book);
  it.each([
    [['title'], '2:8'],
    [['title', 'zh'], '2:14'],
    [['title', 'en'], '2:22'],
    [['sections', 0], '4:5'],
    [['sections', 0, 'needs', 1], '5:16'],
    [['sections', 1, 'key'], '6:10'],
  ])('at %j stands at %s', (path, place) => expect(at(tree.place(path))).toBe(place));
  it('that is missing has the place of what should hold it', () => {
    expect(at(tree.place(['sections', 0, 'title', 'en']))).toBe('4:5');
    expect(at(tree.place(['preface']))).toBe('1:1');
  });
});

describe('a key', () => {
  it.each([
    [['title'], '2:1'],
    [['title', 'en'], '2:18'],
    [['sections', 0, 'needs'], '5:5'],
  ])('at %j stands at %s', (path, place) => expect(at(treeOf(book).keyPlace(path))).toBe(place));
});

describe('the text of a string', () => {
  it.each([
    [['title', 'zh'], '2:14'],
    [['title', 'en'], '2:23'],
    [['sections', 1, 'key'], '6:11'],
    [['sections', 1, 'note'], '8:7'],
  ])('at %j begins at %s', (path, place) => expect(at(treeOf(book).textPlace(path))).toBe(place));
});

describe('JSON', () => {
  it('is read with the same places', () => {
    const tree = treeOf('{\n  "name": "x",\n  "list": [1, { "a": true }]\n}\n');
    expect(tree.value).toEqual({ name: 'x', list: [1, { a: true }] });
    expect(at(tree.place(['list', 1, 'a']))).toBe('3:22');
    expect(at(tree.keyPlace(['list', 1, 'a']))).toBe('3:17');
  });
});

describe('line ends and byte order marks', () => {
  it.each(['\r\n', '\r'])('%j count as one', (end) => {
    expect(at(treeOf(`\ufeffa: 1${end}b:${end}  c: 2${end}`).place(['b', 'c']))).toBe('3:6');
  });
});

describe('faults', () => {
  it.each([
    ['a: 1\nb: 2\na: 3\n', ['a.yaml:3:1 yaml.key-twice']],
    ['{ "a": 1,\n "b": 2,\n "a": 3 }', ['a.yaml:3:2 yaml.key-twice']],
    ['a: 1\n\tb: 2\n', ['a.yaml:2:1 yaml.syntax']],
    ['a: "x\n', ['a.yaml:2:1 yaml.syntax']],
    ['a: [1, 2\nb: 3\n', ['a.yaml:2:1 yaml.syntax']],
    ['{ "a": "x"\n  "b": 2 }', ['a.yaml:2:3 yaml.syntax']],
  ])('%j', (text, told) => expect(read(text)).toEqual({ tree: undefined, told }));
  it('of keys are all told', () => {
    expect(read('a: 1\na: 2\nb: { c: 1, c: 2 }\n').told).toEqual([
      'a.yaml:2:1 yaml.key-twice',
      'a.yaml:3:12 yaml.key-twice',
    ]);
  });
});
