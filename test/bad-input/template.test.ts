/** Faults of templates. */
import { describe, expect, it } from 'vitest';
import { caret, check, prepare, type Row, template, told } from '../support/bad-input.ts';

describe('a template', () => {
  const figure = '<figure key="flows"/>\n';
  const row = (what: string, text: string, message: string): Row => [what, template, `${text}\n${figure}`, message];
  const unknownHelper = (name: string, meant: string) =>
    `There is no helper “${name}”. → Did you mean ${meant}? There are: above, and, any…`;
  it.each<Row>([
    row(
      'with an unknown code',
      `<p>a {{${caret}flows.XPC.amount}}</p>`,
      '“flows.XPC.amount” does not exist. → Did you mean flows.XPCC.amount? Cubes, codes and facts have the names that the data folder gives them.',
    ),
    row(
      'with an unknown cube, on a later line',
      `<p>a\n  {{${caret}flow}}</p>`,
      '“flow” does not exist. → Did you mean flows?…',
    ),
    row(
      'with an unknown measure among arguments',
      `<p>a {{share ${caret}flows.XPCC.amuont}}</p>`,
      '“flows.XPCC.amuont” does not exist. → Did you mean flows.XPCC.amount?…',
    ),
    row(
      'with an unknown cube among arguments',
      `<p>a {{share ${caret}flow.XPCC.amount}}</p>`,
      '“flow.XPCC.amount” does not exist. → Did you mean flows.XPCC.amount?…',
    ),
    row(
      'with an unknown name in a condition',
      `<p>a{{#if ${caret}flows.XPC}} b{{/if}}</p>`,
      '“flows.XPC” does not exist. → Did you mean flows.XPCC?…',
    ),
    row(
      'with an unknown fact',
      `<p>a {{${caret}facts.inflow.contract}}</p>`,
      '“facts.inflow.contract” does not exist. → Did you mean facts.inflow.contracts?…',
    ),
    row(
      'with a value that the data lack',
      `<p>a {{${caret}parties.RES.contracts}}</p>`,
      'The data have no value for “parties.RES.contracts”. → Add the value to the data, or guard the sentence with #if.',
    ),
    row(
      'with a helper of a value that the data lack',
      `<p>a ${caret}{{share parties.RES.contracts}}</p>`,
      '“share” needs a figure, of which the data have none here. → Add it to the data, or guard the sentence with #if.',
    ),
    row(
      'with something that cannot be printed',
      `<p>a {{${caret}flows.XPCC}}</p>`,
      '“flows.XPCC” is neither a figure nor a text and cannot be printed. → Say what of it is meant, such as its amount or its name.',
    ),
    row(
      'with a number that has no origin',
      `<p>{{#each (slices flows)}}{{${caret}@index}}{{/each}}</p>`,
      '“@index” is neither a figure nor a text and cannot be printed. → Say what…',
    ),
    row(
      'with the inside of a figure',
      `<p>a {{${caret}flows.XPCC.amount.quantity.decimals}}</p>`,
      '“flows.XPCC.amount.quantity.decimals” does not exist. → Check its spelling; what stands before the last point has no such part.',
    ),
    row('with an unknown helper', `<p>a ${caret}{{shaer flows.XPCC.amount}}</p>`, unknownHelper('shaer', 'share')),
    row(
      'with an unknown helper in brackets',
      `<p>a {{share ${caret}(summ flows.XPCC.amount)}}</p>`,
      unknownHelper('summ', 'sum'),
    ),
    row('with an unknown block', `<p>a ${caret}{{#unles flows}}b{{/unles}}</p>`, unknownHelper('unles', 'unless')),
    row('with Handlebars’ own log', `<p>a ${caret}{{log flows.XPCC.name}}</p>`, 'There is no helper “log”…'),
    row(
      'with unescaped output',
      `<p>a ${caret}{{{flows.XPCC.name}}}</p>`,
      '{{{…}}} is not allowed in templates. → Use double braces with a name or a helper; values are always written as text.',
    ),
    row('with a partial', `<p>a ${caret}{{> other}}</p>`, '{{>…}} is not allowed in templates. → Use double braces…'),
    row(
      'with growth of what has no base year',
      `<p>a\n ${caret}{{growth flows.XPCC.contracts}}</p>`,
      'The data do not determine “growth”. → Add what it needs (such as the year before), or guard it with #if.',
    ),
    row(
      'with a share of a whole cube',
      `<p>a ${caret}{{share flows}}</p>`,
      '“share” needs a figure. → Name the measure, as in registrations.total.amount.',
    ),
    row('with a list of no list', `<p>a ${caret}{{list year}}</p>`, '“list” needs a list. → Use slices, or a cube.'),
    row(
      'with a figure where a name is wanted',
      `<p>a {{lower flows.XPCC.amount}}</p>`.replace('{{', `${caret}{{`),
      '“lower” is neither a figure nor a text and cannot be printed…',
    ),
    row(
      'with a change by what is no change',
      `<p>a ${caret}{{change registrations.total.amount by="amuont"}}</p>`,
      'The argument by of “change” cannot be “amuont”. → Allowed: amount.',
    ),
    row(
      'with a number of things in quotes',
      `<p>a {{list ${caret}(take (slices flows) "two")}}</p>`,
      '“take” needs a whole number and got “two”. → Write a number such as 3, without quotes.',
    ),
    row(
      'with an argument that a helper does not take',
      `<p>a ${caret}{{share flows.XPCC.amount decimal=2}}</p>`,
      '“share” takes no argument “decimal”. → Did you mean: decimals?',
    ),
    row(
      'with a kind that no code has',
      `<p>a{{#if (any ${caret}(slices registrations kind="divison"))}} b{{/if}}</p>`,
      'The cube has no codes of the kind “divison”. → Did you mean: division?',
    ),
    row(
      'with an indicator that does not exist',
      `<p>a {{list ${caret}(sort (slices registrations) indicator="grwoth")}}</p>`,
      '“sort” does not know the indicator “grwoth”. → Did you mean: growth?',
    ),
    row(
      'with a limit that is no number',
      `<p>a{{#if ${caret}(exceeds flows.XPCC.amount "abc")}} b{{/if}}</p>`,
      'The limit “abc” of “exceeds” is not a number. → Write a number, or name a figure.',
    ),
    row(
      'with an original in a language that the book does not have',
      `<p>a ${caret}<original lang="fr">b</original></p>`,
      'There is no language “fr”. → Write zh or en.',
    ),
    row(
      'with an unknown word',
      `<p>a ${caret}{{t "nope"}}</p>`,
      'The word “book:nope” does not exist. → Add it to both languages in locales.',
    ),
    row(
      'with braces that are not closed',
      `<p>a ${caret}{{flows.XPCC.amount}</p>`,
      'Two braces are opened here and not closed. → Write two closing braces after the name.',
    ),
    row(
      'with a block that is not closed',
      `<p>a ${caret}{{#if flows}}b</p>`,
      '{{#if}} is never closed. → Write {{/if}} where it ends.',
    ),
    row(
      'with a block closed as another',
      `<p>a {{#if flows}}b${caret}{{/each}}</p>`,
      '{{#if}} is closed by {{/each}}. → Write {{/if}} instead.',
    ),
    row(
      'with the end of no block',
      `<p>a b${caret}{{/if}}</p>`,
      '{{/if}} closes a block that has not been opened. → Remove it, or open the block before it.',
    ),
  ])('%s', check('en'));
  it.each<Row>([
    row(
      'with an unknown tag',
      `<p>a</p>\n<p>b ${caret}<b>c</b></p>`,
      'There is no tag <b>. → There are: p, ul, ol, li, table, figure, chronicle, lit, em, original, see.',
    ),
    row('with an unknown empty tag', `<p>a ${caret}<br/> b</p>`, 'There is no tag <br>. → There are: p…'),
    row('with a script', `<p>a ${caret}<script>alert(1)</script></p>`, 'There is no tag <script>. → There are: p…'),
    row(
      'with a paragraph in a paragraph',
      `<p>a ${caret}<p>b</p></p>`,
      '<p> cannot stand within text. → Let it stand on its own, outside of <p>…</p>.',
    ),
    row(
      'with a list in a paragraph',
      `<p>a ${caret}<ul><li>b</li></ul></p>`,
      '<ul> cannot stand within text. → Let it stand on its own, outside of <p>…</p>.',
    ),
    row(
      'with emphasis in emphasis',
      `<p><em>a ${caret}<em>b</em></em></p>`,
      '<em> cannot stand in <em>. → It may stand in: p, li.',
    ),
    row(
      'with stray text',
      `<p>a</p>\n\n  ${caret}stray text\n<p>b</p>`,
      'There is text outside of any paragraph: “stray text”. → Put it into <p>…</p>.',
    ),
    row(
      'with a stray figure',
      `<p>a</p>\n\n${caret}{{flows.XPCC.amount}}\n`,
      '<q> (or the value filled in here) cannot stand outside of paragraphs. → Put it into <p>…</p>.',
    ),
    row('with a tag that is not closed', `<p>a ${caret}<em>b</p>`, '<em> is not closed. → Write </em> where it ends.'),
    row(
      'with the end of no tag',
      `<p>a</p>\n${caret}</ul>`,
      '</ul> closes a tag that has not been opened. → Remove it, or open the tag before it.',
    ),
    row(
      'with a bare ampersand',
      `<p>a ${caret}& b</p>`,
      'An ampersand stands here by itself. → Write &amp; for the character.',
    ),
    row(
      'with a bare angle bracket',
      `<p>1 ${caret}< 2</p>`,
      'An angle bracket stands here by itself. → Write &lt; for the character.',
    ),
    row(
      'with an HTML comment',
      `<p>a ${caret}<!-- hidden --></p>`,
      '<!-- --> is not allowed in templates. → Write a comment as {{!-- … --}}; it does not reach the book.',
    ),
    row(
      'with a CDATA section',
      `<p>a ${caret}<![CDATA[hidden]]></p>`,
      '<![CDATA[ ]]> is not allowed in templates. → Remove it.',
    ),
    row('with an empty paragraph', `${caret}<p> </p>`, '<p> is empty. → Fill it, or remove it.'),
    row(
      'with an unknown kind of paragraph',
      `${caret}<p role="big">a</p>`,
      'There is no kind of paragraph “big”. → There are: body, lead.',
    ),
    row('with an unknown attribute', `${caret}<p class="big">a</p>`, '<p> has no attribute “class”. → It has: role.'),
    row(
      'with a number typed as if it were bound',
      `<p>{{flows.XPCC.amount}} ${caret}<q n="0"/></p>`,
      '<q> is made by the program and cannot be typed. → Name the figure in double braces.',
    ),
    row('with an unknown figure', `${caret}<figure key="flow"/>`, 'There is no figure “flow”. → Did you mean flows?'),
    row('with an unknown table', `${caret}<table key="typs"/>`, 'There is no table “typs”. → Did you mean types?'),
    row(
      'with a figure without key',
      `${caret}<figure/>`,
      '<figure> does not say which: key is missing. → Write <figure key="…"/>.',
    ),
    row(
      'with a reference to an unknown figure',
      `<p>a ${caret}<see figure="flow"/></p>`,
      'There is no figure “flow”. → Did you mean flows?',
    ),
    row(
      'with a reference to an unknown section',
      `<p>a ${caret}<see section="flws"/></p>`,
      'There is no section “flws”. → Did you mean flows?',
    ),
    row(
      'with a reference to two things',
      `<p>a ${caret}<see figure="flows" table="types"/></p>`,
      '<see> must name exactly one table, figure or section. → Write <see table="…"/>, <see figure="…"/> or <see section="…"/>.',
    ),
    row(
      'with a figure that another section has',
      `${caret}<figure key="volume"/>`,
      'The figure “volume” is placed twice. → Keep one, and refer to it with <see> elsewhere.',
    ),
  ])('%s', check('en'));
  it.each([
    `{{${caret}constructor}}`,
    `{{${caret}__proto__}}`,
    `{{${caret}toString}}`,
    `{{${caret}flows.constructor.name}}`,
    `{{#with flows}}{{${caret}constructor}}{{/with}}`,
    `${caret}{{lookup this "constructor"}}`,
    `${caret}{{lookup flows "__proto__"}}`,
    `{{#each ${caret}constructor.prototype}}x{{/each}}`,
    `{{#with ${caret}flows.__proto__}}x{{/with}}`,
  ])('cannot reach a prototype by %s', (expression) => {
    const { changes, place } = prepare(template, `<p>a ${expression}</p>\n${figure}`);
    const [problem, ...others] = told(changes);
    expect(problem).toMatch(/“.*(constructor|__proto__|toString).*” does not exist\./);
    expect(problem?.startsWith(`${place} `)).toBe(true);
    expect(others).toEqual([]);
  });
});
