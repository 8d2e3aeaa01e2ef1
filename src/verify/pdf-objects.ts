/** The objects of a PDF as they are written in the file, for what PDFium does not tell of them. */
import { inflateSync } from 'node:zlib';

/** Each object without its stream, by its number. */
export type Objects = ReadonlyMap<number, string>;

/** Adds objects that are compressed together: their numbers and places come first (ISO 32000-1, 7.5.7). */
function addPacked(objects: Map<number, string>, text: string, first: number): void {
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const until = numbers[index + 3];
    const object = text.slice(first + (numbers[index + 1] ?? 0), until === undefined ? undefined : first + until);
    objects.set(numbers[index] ?? 0, object);
  }
}

function numberIn(dictionary: string, key: RegExp): number {
  return Number(key.exec(dictionary)?.[1] ?? 0);
}

/** All objects of a file. */
export function objectsOf(bytes: Uint8Array): Objects {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const objects = new Map<number, string>();
  const add = (text: string) => {
    for (const [, number, object = ''] of text.matchAll(/(\d+) \d+ obj\b(.*?)(?:endobj|$)/gs))
      objects.set(Number(number), object);
  };
  let from = 0;
  for (;;) {
    const at = file.indexOf('stream', from);
    const head = file.toString('latin1', from, at === -1 ? undefined : at);
    add(head);
    if (at === -1) return objects;
    const dictionary = head.slice(head.lastIndexOf(' obj'));
    // The keyword is followed by one end of line (ISO 32000-1, 7.3.8.1).
    const start = at + 'stream'.length + (file[at + 6] === 0x0d ? 2 : 1);
    const end = start + numberIn(dictionary, /\/Length (\d+)/);
    if (dictionary.includes('/ObjStm')) {
      const text = inflateSync(file.subarray(start, end)).toString('latin1');
      addPacked(objects, text, numberIn(dictionary, /\/First (\d+)/));
    }
    from = file.indexOf('endstream', end) + 'endstream'.length;
  }
}
