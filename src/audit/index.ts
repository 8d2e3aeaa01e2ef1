import type { Lookup } from '../derive/index.ts';
import type { Dataset } from '../model/dataset.ts';
import { warning } from '../model/problem.ts';
import { auditAgreements } from './agreements.ts';
import { auditContinuity } from './continuity.ts';
import { auditEditions } from './editions.ts';
import { auditFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { auditFooting } from './footing.ts';
import { auditPublished } from './published.ts';

export { type Cell, type Finding, type Rule, rules } from './finding.ts';
export { type Slip, type SlipKind, slipKinds } from './slips.ts';

/** An erratum whose finding no longer occurs is a finding itself. */
function staleErrata(dataset: Dataset, found: ReadonlySet<string>, editions: readonly Dataset[]): Finding[] {
  // What only another edition shows cannot be found without it.
  const isOpen = (finding: string) => editions.length === 0 && finding.startsWith('edition ');
  return dataset.errata
    .filter(({ finding }) => !found.has(finding) && !isOpen(finding))
    .map(({ finding, place }) => ({
      name: `stale ${finding}`,
      rule: 'errata',
      problem: warning('audit.stale-erratum', place, { finding }),
    }));
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
    ...auditFacts(lookup),
    ...auditContinuity(lookup),
    ...auditEditions(lookup, editions),
  ];
  const errata = new Map(dataset.errata.map((erratum) => [erratum.finding, erratum]));
  const explained = found.map((finding) => {
    const erratum = errata.get(finding.name);
    return erratum ? { ...finding, erratum } : finding;
  });
  return [...explained, ...staleErrata(dataset, new Set(found.map(({ name }) => name)), editions)];
}

/** Findings that no erratum explains. */
export function unexplained(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.erratum === undefined);
}
