/** The instructions that BuildKit knows. Source: moby/buildkit frontend/dockerfile/command/command.go. */
export const INSTRUCTIONS: ReadonlySet<string> = new Set([
  'add',
  'arg',
  'cmd',
  'copy',
  'entrypoint',
  'env',
  'expose',
  'from',
  'healthcheck',
  'label',
  'maintainer',
  'onbuild',
  'run',
  'shell',
  'stopsignal',
  'user',
  'volume',
  'workdir',
]);

/** Lower case as Go has it: a dotted capital I becomes a plain one, so that BuildKit takes `WORKDİR` for WORKDIR. */
export function goLowerCase(text: string): string {
  return text.replaceAll('\u0130', 'i').toLowerCase();
}
