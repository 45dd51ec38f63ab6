import { fromParts, type InstructionNode, parseDockerfile, sourceText } from '@dockwarden-internal/syntax';
import { DEFAULT_TIMES, type HealthTest } from './health-test.ts';

/** What a stage of a Dockerfile says of its health, or what the stages say that it stands on; the last stage unless one is named. */
export function imageProbe(path: string, text: string, stage?: string): HealthTest | undefined {
  const stages = stagesOf(parseDockerfile(sourceText(path, text)).instructions);
  let at = stage === undefined ? stages.at(-1) : stages.find(({ name }) => name === stage.toLowerCase());
  for (let steps = stages.length; at && steps > 0; steps--) {
    const check = at.checks.at(-1);
    if (check) return readCheck(check);
    const below: Stage = at;
    at = stages.slice(0, below.index).find(({ name }) => name === below.base);
  }
  return undefined;
}

interface Stage {
  readonly index: number;
  readonly name?: string;
  readonly base?: string;
  readonly checks: InstructionNode[];
}

function stagesOf(instructions: readonly InstructionNode[]): Stage[] {
  const stages: Stage[] = [];
  for (const node of instructions) {
    if (node.keyword === 'from') {
      const { image, as } = fromParts(node);
      const name = as?.name.text.toLowerCase();
      stages.push({
        index: stages.length,
        ...(name !== undefined && { name }),
        ...(image && { base: image.text.toLowerCase() }),
        checks: [],
      });
    } else if (node.keyword === 'healthcheck') stages.at(-1)?.checks.push(node);
  }
  return stages;
}

function readCheck(node: InstructionNode): HealthTest | undefined {
  const text = node.logical.text.slice(node.argsStart, node.argsEnd);
  if (/^none\b/i.test(text)) return undefined;
  const test = node.json
    ? ['CMD', ...node.json.map(({ value }) => value)]
    : ['CMD-SHELL', text.replace(/^cmd\s+/i, '')];
  const flag = (name: string) => node.flags.find((one) => one.name === `--${name}`)?.value;
  return {
    test,
    interval: flag('interval') ?? DEFAULT_TIMES.interval,
    timeout: flag('timeout') ?? DEFAULT_TIMES.timeout,
    start_period: flag('start-period') ?? DEFAULT_TIMES.start_period,
    retries: Number(flag('retries') ?? DEFAULT_TIMES.retries) || DEFAULT_TIMES.retries,
  };
}
