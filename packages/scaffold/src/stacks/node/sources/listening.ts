import type { SourceFile } from '../../../detect/source-files.ts';
import type { Evidence } from '../../../model/evidence.ts';

export interface Listening {
  readonly port: number;
  /** It is the port that the variable PORT names, if it is set. */
  readonly byVariable: boolean;
  /** It accepts only callers of its own host, as far as the sources show. */
  readonly onlyLocal: boolean;
  /** The sources name an address of all networks, or a host. */
  readonly hosted: boolean;
}

const FALLBACK = /\b(?:process\.)?env(?:\.PORT|\[['"]PORT['"]\])[^;\n]{0,40}?(?:\|\||\?\?)[^;\n\d]{0,20}(\d{2,5})\b/;
const BY_VARIABLE = /\benv(?:\.PORT\b|\[['"]PORT['"]\])|[{,]\s*PORT\b[^}]{0,80}\}\s*=\s*process\.env/;
const LITERAL = [
  /\.listen\(\s*(\d{2,5})\b/,
  /\.listen\([^)]{0,80}\bport\s*:\s*(\d{2,5})\b/,
  /\b(?:const|let|var)\s+port\s*=\s*(\d{2,5})\b/i,
];
const HOSTED = /0\.0\.0\.0|['"]::['"]|\bhost(?:name)?\s*:/;
const LOCAL = /\.listen\([^)]{0,120}['"](?:localhost|127\.0\.0\.1)['"]/;

/** Where the sources listen; the usual port where they do not tell. */
export function listening(files: readonly SourceFile[], usual: number): { listening: Listening; evidence: Evidence } {
  const byVariable = files.find(({ text }) => BY_VARIABLE.test(text));
  const hosted = files.some(({ text }) => HOSTED.test(text));
  const onlyLocal = files.some(({ text }) => LOCAL.test(text));
  for (const { path, text } of files) {
    const port = [FALLBACK, ...LITERAL].map((pattern) => Number(pattern.exec(text)?.[1])).find(isPort);
    if (port !== undefined)
      return {
        listening: { port, byVariable: byVariable !== undefined, onlyLocal, hosted },
        evidence: { what: `port ${port}`, why: path },
      };
  }
  const why = byVariable ? `usual, and PORT is read in ${byVariable.path}` : 'usual, no source names one';
  return {
    listening: { port: usual, byVariable: byVariable !== undefined, onlyLocal, hosted },
    evidence: { what: `port ${usual}`, why },
  };
}

function isPort(port: number): boolean {
  return port > 0 && port < 65536;
}
