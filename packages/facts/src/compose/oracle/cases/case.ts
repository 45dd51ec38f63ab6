/** Files of a small project and what of it is loaded: `docker compose config` has said what comes of it (`docker-compose-verdicts.generated.json`). */
export interface OracleCase {
  readonly name: string;
  readonly files: { readonly [path: string]: string };
  /** The files given with `-f`, in order; by default `compose.yaml`, and `compose.override.yaml` if it is there. */
  readonly load?: readonly string[];
}

/** A service's lines in a base file and in the file that overrides it. */
export type Pair = readonly [name: string, base: string, over: string];

export function pairCase([name, base, over]: Pair): OracleCase {
  const file = (lines: string) => `services:\n  a:\n    image: x\n${indent(lines)}`;
  return { name, files: { 'compose.yaml': file(base), 'compose.override.yaml': file(over) } };
}

function indent(lines: string): string {
  return lines
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('');
}

export function loadOrder(oracle: OracleCase): readonly string[] {
  return oracle.load ?? ['compose.yaml', 'compose.override.yaml'].filter((path) => path in oracle.files);
}
