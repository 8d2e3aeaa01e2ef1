import type { Lookup } from '../derive/index.ts';
import type { Dataset, Erratum } from '../model/dataset.ts';
import { type Problem, warning } from '../model/problem.ts';
import { auditChronicle } from './chronicle.ts';
import { auditFacts } from './facts.ts';
import { auditFooting } from './footing.ts';
import { auditPublished } from './published.ts';

/** A check's failure with its place; `name` is what an erratum refers to. */
export interface Finding {
  readonly name: string;
  readonly problem: Problem;
  /** The erratum on record that explains it. */
  readonly erratum?: Erratum;
}

/** An erratum whose finding no longer occurs is a finding itself. */
function staleErrata(dataset: Dataset, found: ReadonlySet<string>): Finding[] {
  return dataset.errata
    .filter((erratum) => !found.has(erratum.finding))
    .map(({ finding, place }) => ({
      name: `stale ${finding}`,
      problem: warning('audit.stale-erratum', place, { finding }),
    }));
}

/**
 * Audits the data: what is published against what follows from the data, parts against wholes, cubes against each
 * other. Rounding is an interval: a finding is reported only if no unrounded values could have given what is printed.
 */
export function audit(lookup: Lookup): readonly Finding[] {
  const { dataset } = lookup;
  const found = [...auditFooting(lookup), ...auditPublished(lookup), ...auditFacts(lookup), ...auditChronicle(lookup)];
  const explained = found.map((finding) => {
    const erratum = dataset.errata.find((candidate) => candidate.finding === finding.name);
    return erratum ? { ...finding, erratum } : finding;
  });
  return [...explained, ...staleErrata(dataset, new Set(found.map((finding) => finding.name)))];
}

/** Findings that no erratum explains. */
export function unexplained(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.erratum === undefined);
}
