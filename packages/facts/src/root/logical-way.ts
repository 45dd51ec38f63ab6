import type { Place } from '@dockwarden-internal/syntax';
import type { Dockerfile, Instruction } from '../model/dockerfile.ts';
import type { Root } from './root.ts';

/** The way to a place that survives edits elsewhere: stage, keyword and ordinal, or service and key; never a line number. */
export function logicalWay(root: Root, place: Place): string {
  if (root.kind === 'dockerfile' && place.source === root.node.source)
    return `${place.source.path}#${wayInDockerfile(root.node, place)}`;
  if (root.kind === 'compose' || root.kind === 'compose-file') return `${place.source.path}#${wayInYaml(place)}`;
  return place.source.path;
}

function wayInDockerfile(dockerfile: Dockerfile, place: Place): string {
  const instruction = dockerfile.instructions.findLast((each) => each.node.span.start <= place.span.start);
  if (!instruction) return 'top';
  const { stage } = instruction;
  const peers: readonly Instruction[] = stage ? stage.instructions : dockerfile.instructions;
  const ordinal = peers.filter((each) => each.node.keyword === instruction.node.keyword).indexOf(instruction);
  return `${stage ? (stageName(stage.from) ?? stage.index) : 'global'}/${instruction.node.keyword}/${ordinal}`;
}

function stageName(from: Instruction | undefined): string | undefined {
  return from && /\sas\s+(\S+)\s*$/i.exec(from.node.logical.text)?.[1]?.toLowerCase();
}

/** The keys above a place, by indentation: enough to tell one service's key from another's. */
function wayInYaml({ source, span }: Place): string {
  const keys: string[] = [];
  let indent = Number.POSITIVE_INFINITY;
  const lines = source.text.slice(0, lineEnd(source.text, span.start)).split('\n');
  for (let i = lines.length - 1; i >= 0 && indent > 0; i--) {
    const match = /^( *)(?:- +)*(["']?)([^\s#"':][^"':]*)\2\s*:(?:\s|$)/.exec(lines[i]!);
    if (match && match[1]!.length < indent) {
      keys.unshift(match[3]!);
      indent = match[1]!.length;
    }
  }
  return keys.join('/');
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
