import { counted, exactPathsFrom, oneLine, pathsFrom, renderJson, renderPretty } from '@dockwarden-internal/report';
import type { WaiverState, WaiversOutcome } from './check-waivers.ts';

export interface WaiversView {
  readonly cwd: string;
  readonly version: string;
  readonly color: boolean;
  readonly width?: number;
}

/** Every waiver with what it is for, who owns it and what it silences; then what is wrong with them. */
export function waiversText({ path, isMissing, root, waivers, report }: WaiversOutcome, view: WaiversView): string {
  const pathOf = pathsFrom(root, view.cwd);
  if (isMissing) return `there is no ${pathOf(path)}: nothing is waived\n`;
  if (waivers.length === 0) return `${pathOf(path)} holds no waivers\n`;
  const lines = waivers.flatMap((waiver) => [...waiverLines(waiver), '']);
  const width = view.width === undefined ? {} : { width: view.width };
  const wrong =
    report.findings.length === 0
      ? ''
      : renderPretty(report, { pathOf }, { color: view.color, quiet: false, verbose: false, ...width });
  return `${pathOf(path)}: ${counted(waivers.length, 'waiver')}\n\n${lines.join('\n')}${wrong === '' ? '' : `\n${wrong}`}`;
}

function waiverLines({
  policy,
  project,
  file,
  stage,
  service,
  owner,
  reason,
  ticket,
  expires,
  silences,
}: WaiverState): string[] {
  const where = [
    ...(project === undefined ? [] : [project]),
    ...(file === undefined ? [] : [file]),
    ...(stage === undefined ? [] : [`stage ${stage}`]),
    ...(service === undefined ? [] : [`service ${service}`]),
  ].join(', ');
  return [
    oneLine(`${policy} · ${where}`),
    `  ${oneLine(`until ${expires} · ${owner} · silences ${counted(silences, 'finding')}`)}`,
    `  ${oneLine(`${reason}${ticket === undefined ? '' : ` (${ticket})`}`)}`,
  ];
}

/** The same for programs. */
export function waiversJson({ path, root, waivers, report }: WaiversOutcome, view: WaiversView): string {
  const pathOf = exactPathsFrom(root, view.cwd);
  const { findings } = JSON.parse(renderJson(report, { version: view.version, pathOf }));
  return `${JSON.stringify({ version: 1, file: pathOf(path), waivers, findings }, undefined, 2)}\n`;
}
