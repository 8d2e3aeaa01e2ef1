import type { Lookup } from '../derive/index.ts';
import type { Dataset, Erratum } from '../model/dataset.ts';
import { warning } from '../model/problem.ts';
import { auditAgreements } from './agreements.ts';
import { auditContinuity } from './continuity.ts';
import { auditEditions } from './editions.ts';
import { auditFacts } from './facts.ts';
import { contradictionText, type Finding } from './finding.ts';
import { auditFooting } from './footing.ts';
import { auditGrowths } from './growths.ts';
import { auditPublished } from './published.ts';

export { type Cell, contradictionText, type Finding, type Rule, rules } from './finding.ts';
export { type Slip, type SlipKind, slipKinds } from './slips.ts';

function groupedBy<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

/** Whether an erratum explains a finding: it has its name, and shows the same figures if it says which. */
const explains = ({ finding, shows }: Erratum, found: Finding): boolean =>
  finding === found.name && (shows?.includes(contradictionText(found)) ?? true);

/** An erratum whose finding no longer occurs, or no longer shows its figures, is a finding itself. */
function staleErrata(dataset: Dataset, found: readonly Finding[], editions: readonly Dataset[]): Finding[] {
  // What only another edition shows cannot be found without it.
  const isOpen = (finding: string) => editions.length === 0 && finding.startsWith('edition ');
  const named = groupedBy(found, ({ name }) => name);
  return dataset.errata.flatMap(({ finding, shows, place }): Finding[] => {
    if (isOpen(finding)) return [];
    const occurring = (named.get(finding) ?? []).map(contradictionText);
    const stale = shows?.filter((text) => !occurring.includes(text)) ?? (occurring.length === 0 ? [''] : []);
    return stale.map((text) => ({
      name: `stale ${finding}`,
      rule: 'errata',
      problem: warning('audit.stale-erratum', place, { finding: text === '' ? finding : `${finding}: ${text}` }),
    }));
  });
}

/**
 * Audits the data: what is published against what follows from the data, parts against wholes, cubes and editions against
 * each other, facts of the text against the tables. Rounding is an interval: a finding is reported only if no unrounded
 * values could have given what is printed.
 * @param editions other editions of the series, with which figures of the same years are compared
 */
export function audit(lookup: Lookup, editions: readonly Dataset[] = []): readonly Finding[] {
  const { dataset } = lookup;
  const found = [
    ...auditFooting(lookup),
    ...auditAgreements(lookup),
    ...auditPublished(lookup),
    ...auditGrowths(lookup),
    ...auditFacts(lookup),
    ...auditContinuity(lookup),
    ...auditEditions(lookup, editions),
  ];
  const errata = groupedBy(dataset.errata, ({ finding }) => finding);
  const explained = found.map((finding) => {
    const erratum = errata.get(finding.name)?.find((candidate) => explains(candidate, finding));
    return erratum ? { ...finding, erratum } : finding;
  });
  return [...explained, ...staleErrata(dataset, found, editions)];
}

/** Findings that no erratum explains. */
export function unexplained(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.erratum === undefined);
}
