/** The objects of the tag tree in printed bytes, found by the file's own table and not parsed. */

/** How the elements of the tree begin, and the lists of the elements that hold the content of a page. */
const tagObject = /\d+ 0 obj\s*(?=<<\s*\/Type\s*\/StructElem\b|\[)/y;

/** Numbers of the objects by the places where they begin; none unless the file has one plain table. */
function objectsOf(text: string): { readonly table: number; readonly objects: ReadonlyMap<number, number> } {
  const objects = new Map<number, number>();
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN);
  const [head, count] = /^xref\s+0 (\d+)\s+/.exec(text.slice(table, table + 64)) ?? [];
  if (Number.isNaN(table) || head === undefined) return { table, objects };
  for (let number = 1; number < Number(count); number += 1) {
    // An entry is 20 bytes: ten digits of the place, five of the generation, n for objects in use.
    const entry = table + head.length + 20 * number;
    if (text[entry + 17] === 'n') objects.set(Number(text.slice(entry, entry + 10)), number);
  }
  return { table, objects };
}

export interface TagsAside {
  /** The file without its tags. */
  readonly rest: Uint8Array;
  /** The tags as they were printed, by the numbers of their objects. */
  readonly tags: Map<number, string>;
}

/** Parts a printed file into its tags and all else. A file that has been finished keeps its tags. */
export function setTagsAside(bytes: Uint8Array): TagsAside {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // latin1 keeps every byte as it is
  const text = file.toString('latin1');
  const { table, objects } = objectsOf(text);
  const places = Float64Array.from(objects.keys()).sort();
  const tags = new Map<number, string>();
  const rest: Buffer[] = [];
  let kept = 0;
  for (const [index, place] of places.entries()) {
    tagObject.lastIndex = place;
    if (!tagObject.test(text)) continue;
    const next = places[index + 1] ?? table;
    tags.set(objects.get(place) ?? 0, text.slice(tagObject.lastIndex, text.lastIndexOf('endobj', next)).trimEnd());
    if (place > kept) rest.push(file.subarray(kept, place));
    kept = next;
  }
  if (tags.size === 0) return { rest: bytes, tags };
  // The table is left out as well: what it says of places is no longer so, and nobody asks it.
  rest.push(file.subarray(kept, table), file.subarray(text.lastIndexOf('trailer')));
  return { rest: Buffer.concat(rest), tags };
}
