import { sourceText } from '@dockwarden-internal/syntax';
import type { Finding } from '../finding.ts';

const source = sourceText('Dockerfile', 'FROM debian\nRUN sudo ls\n');

/** A finding about a stretch of a Dockerfile, for tests. */
export function someFinding(policy: string, start: number, end: number, more: Partial<Finding> = {}): Finding {
  return {
    id: policy,
    policy,
    severity: 'warning',
    category: 'style',
    certain: true,
    message: 'm',
    aliases: ['hadolint:DL1'],
    docs: '',
    fingerprint: policy,
    place: { source, span: { start, end } },
    projects: [],
    related: [],
    suppressed: null,
    also: [],
    masked: [],
    ...more,
  };
}
