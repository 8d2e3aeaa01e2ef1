/** Names of bookmarks: what a hyperlink, a cross-reference or a line of the contents points to. */
import { createHash } from 'node:crypto';

/** Word's limit for the length of a bookmark's name. */
const longest = 40;

/**
 * The bookmark's name for the id of a block. Word allows letters, digits and underscores, a letter first and 40
 * characters at most; an id that has to be cut or that would become the same as another gets a hash of itself.
 */
export function bookmarkName(id: string): string {
  const name = id.replace(/-/g, '_');
  if (/^[A-Za-z]\w*$/.test(name) && name.length <= longest && !id.includes('_')) return name;
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 8);
  const words = name.replace(/\W/g, '').replace(/^[^A-Za-z]+/, '');
  return `${words.slice(0, longest - 11)}${words === '' ? 'b' : '_'}x${hash}`;
}
