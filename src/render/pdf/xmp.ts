/** The file's metadata as XMP (ISO 16684-1), with the PDF/UA identification. */
import type { Document } from '../../model/document.ts';
import { escapeText } from './markup.ts';

/** `Creator` and `Producer` of every file; no version, so that an update alone changes no bytes. */
export const creator = 'Yearbook Press';
export const producer = 'Chromium, Skia/PDF';

/** BCP 47 tag of the edition's language. */
export const languageTags = { zh: 'zh-CN', en: 'en' } as const;

function alternatives(text: string, language: string): string {
  const item = (lang: string) => `<rdf:li xml:lang="${lang}">${escapeText(text)}</rdf:li>`;
  return `<rdf:Alt>${item('x-default')}${item(language)}</rdf:Alt>`;
}

/** An XMP packet without padding: nobody edits the file in place. */
export function xmpPacket(document: Document): string {
  const language = languageTags[document.lang];
  const date = document.published.toISOString().replace(/\.\d+Z$/, 'Z');
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title>${alternatives(document.title, language)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeText(document.publisher)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${alternatives(document.description, language)}</dc:description>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${creator}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<pdf:Producer>${producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}
