import type { Span } from '../text/span.ts';
import { MAX_FAULTS } from './bounds.ts';
import { FAULT_SENTENCES, PRECISE_SENTENCES } from './fault-sentences.ts';
import type { YamlFault } from './tree.ts';

/** Collects the faults of one file, no more than the bound, none twice at one place. */
export interface FaultList {
  readonly faults: readonly YamlFault[];
  add(code: string, message: string, span: Span, related?: Span): void;
}

export function faultList(): FaultList {
  const faults: YamlFault[] = [];
  const seen = new Set<string>();
  return {
    faults,
    add(code, message, span, related) {
      const key = `${code} ${span.start}`;
      if (faults.length >= MAX_FAULTS || seen.has(key)) return;
      seen.add(key);
      faults.push({ code: `syntax/yaml-${code}`, message, span, ...(related && { related }) });
    },
  };
}

/** The parser's error as a code and a sentence. */
export function sentenceFor(code: string, message: string): { code: string; message: string } {
  const known = FAULT_SENTENCES[code] ?? { code: 'structure', message: `YAML cannot read this: ${message}.` };
  const precise = PRECISE_SENTENCES.find(([start]) => message.startsWith(start));
  return precise ? { code: known.code, message: precise[1] } : known;
}
