import type { Finding, Fix, Suppressed } from '@dockwarden-internal/engine';
import type { SourceText, TextEdit } from '@dockwarden-internal/syntax';
import type { Masks } from '../masks.ts';
import { printableFix } from '../printable-fix.ts';
import type { PathOf } from '../render-context.ts';
import { levelOf } from './levels.ts';
import { artifactOf, locationOf, regionOf } from './location.ts';
import type { SarifFix, SarifLocation, SarifResult, SarifSuppression } from './sarif-log.ts';

interface ResultContext {
  readonly masks: Masks;
  readonly pathOf: PathOf;
  readonly ruleIndex: ReadonlyMap<string, number>;
  /** True where a baseline was at work: then every result says whether it is new. */
  readonly baseline: boolean;
}

export function resultOf(finding: Finding, { masks, pathOf, ruleIndex, baseline }: ResultContext): SarifResult {
  const { id, severity, suppressed, fingerprint, projects, certain, aliases, also } = finding;
  const related = finding.related.map(({ place, message }, index): SarifLocation => {
    return { id: index + 1, ...locationOf(place, pathOf), ...(message && { message: { text: message } }) };
  });
  const fix = printableFix(finding, masks);
  return {
    ruleId: id,
    ruleIndex: ruleIndex.get(id)!,
    level: levelOf[severity],
    message: { text: masks.messageOf(finding) + related.map(link).join('') },
    locations: [locationOf(finding.place, pathOf)],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { 'dockwarden/v1': fingerprint },
    ...(baseline && { baselineState: suppressed?.kind === 'baseline' ? ('unchanged' as const) : ('new' as const) }),
    // An empty array says "not suppressed"; without it a viewer cannot know (SARIF 2.1.0 §3.27.23).
    suppressions: suppressed ? [suppressionOf(suppressed, masks.hideFor(finding, suppressed.reason))] : [],
    ...(fix && { fixes: [fixOf(fix, pathOf)] }),
    properties: { certain, projects, aliases, also },
  };
}

/** GitHub shows a related place only where the message links to it (SARIF 2.1.0 §3.11.6). */
function link({ id, message, physicalLocation }: SarifLocation): string {
  const text = message?.text ?? `line ${physicalLocation.region?.startLine}`;
  return ` [${text.replace(/[\\[\]]/g, '\\$&')}](${id})`;
}

function suppressionOf({ kind, owner, until, writtenAt }: Suppressed, justification: string): SarifSuppression {
  const properties = { kind, ...(owner && { owner }), ...(until && { until }), ...(writtenAt && { writtenAt }) };
  return { kind: kind === 'inline' ? 'inSource' : 'external', status: 'accepted', justification, properties };
}

function fixOf({ safety, edits }: Fix, pathOf: PathOf): SarifFix {
  const files = new Map<SourceText, TextEdit[]>();
  for (const { source, edit } of edits) files.set(source, [...(files.get(source) ?? []), edit]);
  return {
    description: { text: safety === 'safe' ? 'Mends it' : 'Mends it; the build may behave otherwise' },
    artifactChanges: [...files].map(([source, changes]) => ({
      artifactLocation: artifactOf(source.path, pathOf),
      replacements: changes.map(({ span, text }) => ({
        deletedRegion: regionOf({ source, span }),
        insertedContent: { text },
      })),
    })),
  };
}
