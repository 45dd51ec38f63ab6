import { scanExitCode } from './scan-exit-code.ts';
import type { ScanOutcome } from './scan-outcome.ts';

/** What of a scan concerns these images and their Dockerfiles; without names all of it. What concerns no image by name is part of each. */
export function shareOfScan(outcome: ScanOutcome, names: readonly string[] | undefined): ScanOutcome {
  if (!names) return outcome;
  const images = outcome.images.filter(({ name }) => names.includes(name));
  const files = new Set(images.map(({ dockerfile }) => dockerfile));
  const others = outcome.images.filter(({ name }) => !names.includes(name)).map(({ name }) => `${name}: `);
  const isOwn = ({ image, file }: ScanOutcome['findings'][number]) =>
    image === undefined ? file === undefined || files.has(file) : names.includes(image);
  const share = {
    ...outcome,
    images,
    findings: outcome.findings.filter(isOwn),
    ignored: outcome.ignored.filter(({ finding }) => isOwn(finding)),
    diagnostics: outcome.diagnostics.filter(({ message }) => !others.some((prefix) => message.startsWith(prefix))),
  };
  return { ...share, exitCode: scanExitCode(share) };
}
