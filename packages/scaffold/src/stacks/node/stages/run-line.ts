import type { NodeImage } from './node-image.ts';

/** A RUN of the package manager: with its cache, and with the credentials of its registry where that asks for some. */
export function managerRun({ commands, options }: NodeImage, ...lines: readonly string[]): string {
  const { cache, exclusive, secret } = commands;
  const mounts = [`--mount=type=cache,target=${cache}${exclusive ? ',sharing=locked' : ''}`];
  if (options.privateRegistry) mounts.push(`--mount=type=secret,id=${secret.id},target=${secret.target},required=true`);
  return `RUN ${mounts.join(' \\\n    ')} \\\n    ${lines.join(' && \\\n    ')}`;
}
