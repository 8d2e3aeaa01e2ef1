/** Elements of the tag tree (ISO 32000-1, 14.7): read from the texts of a printed file, and written as such. */

/** A stretch of marked content. */
export interface Content {
  /** Number of the page's object. */
  readonly page: number;
  readonly mark: number;
  /** Number of the element that was printed with it. */
  readonly holder: number;
}

/** What an element holds: elements, content, and references to annotations, which stay as they were printed. */
export type Kid = Tag | Content | string;

export interface Tag {
  /** Of its object. */
  readonly number: number;
  kind: string;
  kids: readonly Kid[];
  /** Entries of its dictionary as they were printed. */
  id: string | undefined;
  attributes: string | undefined;
  language: string | undefined;
  /** All other entries, such as `/Alt (text)`. */
  others: string;
}

export const isTag = (kid: Kid): kid is Tag => typeof kid === 'object' && 'kind' in kid;
export const isContent = (kid: Kid): kid is Content => typeof kid === 'object' && 'mark' in kid;

/** Half of what is printed: an element that only holds a piece of text. */
const piece = /^<<\/Type \/StructElem\s+\/S \/NonStruct\s+\/P \d+ 0 R\s+\/Pg (\d+) 0 R\s+\/K (\d+)>>$/;

// Attributes nest deepest: an array of dictionaries of arrays. Skia escapes all parentheses within strings.
const string = String.raw`\((?:[^\\()]|\\[^])*\)|<[\dA-Fa-f\s]*>`;
const simple = String.raw`${string}|\/?[^\s/<>[\]()]+(?: \d+ R)?`;
const inner = String.raw`[^<>[\]()]|${string}`;
const array = String.raw`\[(?:${inner})*\]`;
const dictionary = `<<(?:${inner}|${array})*>>`;
const outer = String.raw`\[(?:${inner}|${dictionary})*\]`;
const entry = new RegExp(String.raw`\s*\/([^\s/<>[\]()]+)\s*(${simple}|${outer}|${dictionary})\s*`, 'y');
const item = new RegExp(String.raw`[\s[]*(?:(\d+) 0 R|(\d+)|(${dictionary}))[\s\]]*`, 'y');

/** The next part of a text from `at`: nothing may be left over between two. */
function partAt(pattern: RegExp, text: string, at: number): RegExpExecArray {
  pattern.lastIndex = at;
  const part = pattern.exec(text);
  if (part === null) throw new TypeError(`Not what a browser prints of a tag: ${text.slice(at, at + 80)}`);
  return part;
}

const numberIn = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);

/** What an element holds, from its printed `K`; `page` is that of content that names none. */
function readKids(tags: ReadonlyMap<number, string>, held: string, page: number, holder: number): readonly Kid[] {
  const kids: Kid[] = [];
  for (let at = 0; at < held.length; ) {
    const part = partAt(item, held, at);
    at += part[0].length;
    const [element, mark, other = ''] = [part[1], part[2], part[3]];
    if (element !== undefined) kids.push(readTag(tags, Number(element)));
    else if (mark !== undefined) kids.push({ page, mark: Number(mark), holder });
    else if (!other.includes('/MCID')) kids.push(other);
    else kids.push({ page: numberIn(other, /\/Pg (\d+)/), mark: numberIn(other, /\/MCID (\d+)/), holder });
  }
  return kids;
}

/**
 * The element of an object, with everything in it; of one that only holds a piece of text, the text. `tags` are the
 * texts of all objects.
 */
export function readTag(tags: ReadonlyMap<number, string>, number: number): Tag | Content {
  const text = tags.get(number) ?? '';
  const found = piece.exec(text);
  if (found !== null) return { page: Number(found[1]), mark: Number(found[2]), holder: number };
  const tag: Tag = {
    number,
    kind: '',
    kids: [],
    id: undefined,
    attributes: undefined,
    language: undefined,
    others: '',
  };
  let [held, page] = ['', Number.NaN];
  for (let at = '<<'.length; at < text.length - '>>'.length; ) {
    const part = partAt(entry, text, at);
    at += part[0].length;
    const [key, value = ''] = [part[1], part[2]];
    if (key === 'S') tag.kind = value.slice(1);
    else if (key === 'K') held = value;
    else if (key === 'Pg') page = Number.parseInt(value, 10);
    else if (key === 'A') tag.attributes = value;
    else if (key === 'ID') tag.id = value;
    else if (key === 'Lang') tag.language = value;
    else if (key !== 'Type' && key !== 'P') tag.others += `/${key} ${value}`;
  }
  if (tag.kind === '') throw new TypeError(`Object ${number} is no tag`);
  tag.kids = readKids(tags, held, page, number);
  return tag;
}

const entryText = (key: string, value: string | undefined): string => (value === undefined ? '' : `/${key} ${value}`);

/** The text of an element's object. `parent` is the number of the object that holds it. */
export function printTag({ kind, kids, id, attributes, language, others }: Tag, parent: number): string {
  const page = kids.find(isContent)?.page;
  let held = '';
  for (const kid of kids) {
    if (typeof kid === 'string') held += kid;
    else if (isTag(kid)) held += ` ${kid.number} 0 R`;
    else if (kid.page === page) held += ` ${kid.mark}`;
    else held += `<</Type/MCR/Pg ${kid.page} 0 R/MCID ${kid.mark}>>`;
  }
  const own = page === undefined ? '' : `/Pg ${page} 0 R`;
  const more = entryText('Lang', language) + entryText('ID', id) + entryText('A', attributes) + others;
  return `<</Type/StructElem/S/${kind}/P ${parent} 0 R${own}${held === '' ? '' : `/K[${held.trimStart()}]`}${more}>>`;
}
