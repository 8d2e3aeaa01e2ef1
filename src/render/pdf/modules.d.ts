/** What we use of a package that brings no typings of its own. */
declare module 'hyphen/en-gb/index.js' {
  const english: {
    hyphenateSync(text: string, options?: { readonly hyphenChar?: string }): string;
  };
  export default english;
}
