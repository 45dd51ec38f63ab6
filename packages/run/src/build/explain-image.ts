import { type RunProgram, runProgram } from '@dockwarden-internal/build';
import { namesSecret } from '@dockwarden-internal/facts/source/role-by-name';
import { byteText, visibleName } from '@dockwarden-internal/report';
import { type Diagnostic, type Place, positionAt } from '@dockwarden-internal/syntax';
import type { Surroundings } from './build-options.ts';
import { distinctDiagnostics } from './distinct-diagnostics.ts';
import { openBuild } from './open-build.ts';
import { planBuilds } from './plan-builds.ts';
import type { PlannedImage } from './planned-image.ts';

export interface ExplainImageRequest {
  readonly cwd: string;
  readonly image: string;
  readonly config?: string;
  readonly format: 'tree' | 'json';
  readonly surroundings: Surroundings;
}

export interface Explained {
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly root: string;
}

/** What an image is built from: files with the line that reads them, arguments, references, what no key covers, and the key. */
export function explainInputs(request: ExplainImageRequest, run: RunProgram = runProgram): Promise<Explained> {
  return explain(request, run, (planned) =>
    request.format === 'json' ? `${JSON.stringify(inputsJson(planned), undefined, 2)}\n` : inputsTree(planned),
  );
}

/** What an image is labelled with, and where that comes from. */
export function explainLabels(request: ExplainImageRequest, run: RunProgram = runProgram): Promise<Explained> {
  return explain(request, run, ({ plan, notes }) => {
    const labels = [...plan.stamp.labels].sort(([one], [other]) => (one < other ? -1 : 1));
    if (request.format === 'json') return `${JSON.stringify(Object.fromEntries(labels), undefined, 2)}\n`;
    const width = Math.max(...labels.map(([name]) => name.length));
    const lines = labels.map(([name, value]) => `${name.padEnd(width)}  ${value}`.trimEnd());
    return `${[...lines, ...notes.map((note) => `note: ${note}`)].map(visibleName).join('\n')}\n`;
  });
}

async function explain(
  request: ExplainImageRequest,
  run: RunProgram,
  print: (planned: PlannedImage) => string,
): Promise<Explained> {
  const { cwd, config, image, surroundings } = request;
  // An explanation builds nothing: it is of what is there.
  const options = { cwd, images: [image], trustGenerated: true, surroundings, ...(config !== undefined && { config }) };
  const scene = await openBuild(options);
  if (!('world' in scene)) return { diagnostics: scene.diagnostics, root: cwd };
  const { root } = scene.workspace.fs;
  if (scene.diagnostics.some(({ exit }) => exit === 2)) return { diagnostics: scene.diagnostics, root };
  const { planned, diagnostics } = await planBuilds(scene, run, options);
  const found = planned.get(image);
  const faults = distinctDiagnostics([...scene.diagnostics, ...diagnostics]);
  return { ...(found && { text: print(found) }), diagnostics: faults, root };
}

function inputsTree(planned: PlannedImage): string {
  const { image, plan, keys, notes } = planned;
  const { inputs, contexts, references } = plan;
  const lines = [
    image.name,
    `  Dockerfile  ${image.dockerfile}${image.target === undefined ? '' : `, stage ${image.target}`}`,
  ];
  for (const { inputs: context, entries } of contexts) {
    const files = entries.filter(({ type }) => type !== 'folder');
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    lines.push(
      `  ${context.name === undefined ? 'context   ' : `context ${context.name}`}  ${context.directory}: ${files.length} files, ${byteText(bytes)}`,
    );
    for (const source of context.sources)
      lines.push(
        `    ${at(source.place)}  ${source.instruction} ${source.path}${source.closure ? ` (what ${image.project ?? image.name} needs: ${source.closure.join(', ')})` : ''}`,
      );
    for (const { path, type } of entries) if (type !== 'folder') lines.push(`      ${path}`);
    lines.push(`    ignore file: ${context.ignoreFile ?? 'none'}`);
  }
  for (const { name, value, given } of inputs.args)
    if (given) lines.push(`  argument    ${name}${value === undefined ? '' : ' (given)'}`);
  for (const { reference, digests, by } of references)
    lines.push(`  reference   ${reference.text} → ${[...new Set(digests.values())].join(', ')} (${by})`);
  for (const { text } of planned.references.unresolved) lines.push(`  reference   ${text} → not known`);
  for (const [reference, parent] of inputs.parents)
    lines.push(`  image       ${reference} → ${parent} of this workspace`);
  for (const id of inputs.secrets) lines.push(`  secret      ${id} (its value is no input)`);
  for (const { why, place } of inputs.widened) lines.push(`  widened     ${at(place)}  ${why}`);
  for (const { why, place } of inputs.volatile) lines.push(`  moves       ${at(place)}  ${why}`);
  for (const note of notes) lines.push(`  note        ${note}`);
  lines.push(`  content     ${keys.content}`, `  key         ${keys.key}`);
  return `${lines.map(visibleName).join('\n')}\n`;
}

/** Digests of files that hold secrets confirm a guess at them, and stay out. */
function inputsJson({ image, plan, keys, references }: PlannedImage): object {
  const { inputs, contexts } = plan;
  const named = ({ why, place }: { readonly why: string; readonly place: Place }) => ({ why, at: at(place) });
  return {
    image: image.name,
    dockerfile: image.dockerfile,
    target: image.target ?? null,
    contexts: contexts.map(({ inputs: context, entries }) => ({
      name: context.name ?? null,
      directory: context.directory,
      ignoreFile: context.ignoreFile ?? null,
      sources: context.sources.map(({ path, instruction, place }) => ({ path, instruction, at: at(place) })),
      entries: entries.map(({ path, type, mode, size, target, digest }) => ({
        path,
        type,
        mode: mode.toString(8),
        ...(type === 'file' && { size, ...(digest !== undefined && !namesSecret(path) && { digest }) }),
        ...(target !== undefined && { target }),
      })),
    })),
    args: inputs.args.filter(({ given }) => given).map(({ name }) => name),
    references: plan.references.map(({ reference, digests, digestKind, by }) => ({
      text: reference.text,
      use: reference.use,
      digests: Object.fromEntries(digests),
      digestKind,
      by,
    })),
    unresolved: references.unresolved.map(({ text }) => text),
    images: Object.fromEntries(inputs.parents),
    secrets: inputs.secrets,
    ssh: inputs.ssh,
    widened: inputs.widened.map(named),
    volatile: inputs.volatile.map(named),
    content: keys.content,
    key: keys.key,
  };
}

function at({ source, span }: Place): string {
  return `${source.path}:${positionAt(source, span.start).line}`;
}
