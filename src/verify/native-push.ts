/**
 * pdf.js comes with a replacement of `Array.prototype.push` for engines that mistake lengths near 2³² (V8 before 12). It
 * is slow, holds for the whole process, and takes a quarter of the time of reading a book: the engine's own is put back.
 * This module must be loaded before pdf.js.
 */
const native = Array.prototype.push;

export function restorePush(): void {
  Array.prototype.push = native;
}
