import type { Dockerfile, Reference } from '@dockwarden-internal/facts';
import { isUnsure } from '@dockwarden-internal/facts';
import { referencesOf } from '@dockwarden-internal/facts/image/references';
import { isFinal, isShipped } from '@dockwarden-internal/facts/stage/final';
import { stageLabel } from '@dockwarden-internal/facts/stage/from-word';
import type { StageEdge, StageGraph, StageNode } from '@dockwarden-internal/report/html/report-details';
import { positionAt } from '@dockwarden-internal/syntax';
import { hideFacts } from '../hide-fact.ts';

/** The stages of a Dockerfile, what each is made of, and which become images; undefined for a fragment without FROM. */
export function stageGraphOf(dockerfile: Dockerfile): StageGraph | undefined {
  const { source, stages } = dockerfile;
  if (!stages.some(({ from }) => from)) return undefined;
  const hide = hideFacts({ kind: 'dockerfile', node: dockerfile });
  const nodes: StageNode[] = stages.map((stage) => ({
    kind: 'stage',
    label: hide(stageLabel(stage), undefined),
    instructions: stage.instructions.length,
    ...(stage.from && { line: positionAt(source, stage.from.node.span.start).line }),
    role: isFinal(stage) ? 'final' : isShipped(stage) ? 'shipped' : 'helper',
  }));
  const others = new Map<string, number>();
  const nodeOf = (reference: Reference): number => {
    if (typeof reference.target === 'object') return reference.target.index;
    const kind = isUnsure(reference.kind) ? 'unknown' : reference.kind === 'scratch' ? 'scratch' : 'image';
    const resolved = reference.image?.resolved;
    const label = hide(typeof resolved === 'string' ? resolved : reference.text, reference.place);
    const key = `${kind} ${label}`;
    const known = others.get(key) ?? nodes.push({ kind, label, role: 'helper' }) - 1;
    others.set(key, known);
    return known;
  };
  const edges = new Map<string, StageEdge>();
  for (const reference of referencesOf(dockerfile)) {
    const stage = reference.instruction?.stage;
    if (!stage || reference.use === 'service' || reference.use === 'bake') continue;
    const [from, to, use] = [nodeOf(reference), stage.index, reference.use];
    if (from === to) continue;
    const key = `${use} ${from} ${to}`;
    edges.set(key, { use, from, to, count: (edges.get(key)?.count ?? 0) + 1 });
  }
  return { source, nodes, edges: [...edges.values()] };
}
