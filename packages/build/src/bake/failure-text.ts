/** What buildx prints behind its progress when a build fails. */
export interface FailureText {
  /** The target that it names; absent for a bake of one, and for faults of the bake itself. */
  readonly target?: string;
  /** Without `ERROR:` and who said it to whom. */
  readonly message: string;
  /** Line of the Dockerfile, from 1. */
  readonly line?: number;
}

/**
 * Reads `Dockerfile:3`, the lines below it, and the last `ERROR: target api: failed to solve: …`. Undefined where there is no such line:
 * the program ended in another way.
 */
export function readFailureText(text: string): FailureText | undefined {
  const lines = text.split('\n');
  const at = lines.findLastIndex((line) => line.startsWith('ERROR: '));
  if (at < 0) return undefined;
  const whole = lines.slice(at).join('\n').slice('ERROR: '.length).trim();
  const target = /^target ([A-Za-z0-9_-]+): /.exec(whole);
  const message = whole.slice(target?.[0].length ?? 0).replace(/^(?:failed to build: )?(?:failed to solve: )?/, '');
  const place = lines.findIndex(
    (line, index) => /^[^\s:].*:\d+$/.test(line) && /^-{10,}$/.test(lines[index + 1] ?? ''),
  );
  const line = place < 0 ? undefined : Number(/:(\d+)$/.exec(lines[place]!)![1]);
  return { ...(target && { target: target[1]! }), message, ...(line !== undefined && { line }) };
}
