import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand } from './run-command.ts';
import type { Expectation, Scenario, ScenarioFile, Step } from './scenario.ts';

/** Runs a scenario in a folder of its own; the faults, or nothing. */
export async function runScenario({ files, steps }: Scenario): Promise<string[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dockwarden-scenario-')));
  try {
    for (const file of files) lay(folder, file);
    const faults: string[] = [];
    for (const step of steps) faults.push(...(await runStep(folder, step)));
    return faults;
  } finally {
    for (const file of files) if (file.kind === 'unreadable') chmodSync(join(folder, file.path), 0o600);
    rmSync(folder, { recursive: true, force: true });
  }
}

function lay(folder: string, { kind, path, content }: ScenarioFile): void {
  const place = join(folder, path);
  mkdirSync(kind === 'folder' ? place : dirname(place), { recursive: true });
  if (kind === 'link') symlinkSync(content, place);
  else if (kind === 'base64') writeFileSync(place, Buffer.from(content, 'base64'));
  else if (kind !== 'folder') writeFileSync(place, content);
  if (kind === 'unreadable') chmodSync(place, 0o000);
}

async function runStep(folder: string, step: Step): Promise<string[]> {
  const ran = await runCommand(folder, step.argv, step.stdin === undefined ? {} : { stdin: step.stdin });
  const { exit, out: stdout, error: stderr } = ran;
  const name = `dockwarden ${step.argv.join(' ')}`;
  const faults: string[] = [];
  if (exit !== step.exit) faults.push(`${name}: exit ${exit}, not ${step.exit}\n${stdout}${stderr}`);
  faults.push(
    ...judge(`${name}: stdout`, stdout.replaceAll(folder, '<root>'), step.stdout),
    ...judge(`${name}: stderr`, stderr.replaceAll(folder, '<root>'), step.stderr),
  );
  for (const { path, content } of step.after) {
    const there = existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined;
    if (there !== content) faults.push(`${name}: ${path} is ${JSON.stringify(there)}, not ${JSON.stringify(content)}`);
  }
  return faults;
}

function judge(name: string, output: string, expectations: Step['stdout']): string[] {
  return expectations.flatMap((expected) => judgeOne(name, output, expected));
}

function judgeOne(name: string, output: string, expected: Expectation): string[] {
  if (expected.how === 'is') return output === expected.text ? [] : [`${name} is\n${output}\nnot\n${expected.text}`];
  const lines = expected.text.split('\n').filter((line) => line !== '');
  const wrong = lines.filter((line) => output.includes(line) !== (expected.how === 'contains'));
  return wrong.map(
    (line) => `${name} ${expected.how === 'contains' ? 'lacks' : 'has'} ${JSON.stringify(line)}:\n${output}`,
  );
}
