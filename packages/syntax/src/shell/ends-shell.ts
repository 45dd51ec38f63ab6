import type { AndOr, CompoundList, PipelineNode, Statement } from 'unbash';

/** True for `exit 1`, `false`, `return 1` and groups that end so: behind `||` they make the whole fail. */
export function endsShell(node: PipelineNode | AndOr | CompoundList): boolean {
  switch (node.type) {
    case 'Command':
      return endsAsCommand(node.name?.value, node.args[0]?.text);
    case 'AndOr':
      return endsShell(node.commands[node.commands.length - 1]!);
    case 'BraceGroup':
    case 'Subshell':
      return lastEnds(node.body.commands);
    case 'CompoundList':
      return lastEnds(node.commands);
    default:
      return false;
  }
}

function lastEnds(statements: readonly Statement[]): boolean {
  const last = statements[statements.length - 1];
  return last !== undefined && endsShell(last.command);
}

function endsAsCommand(name: string | undefined, argument: string | undefined): boolean {
  return name === 'false' || ((name === 'exit' || name === 'return') && argument !== '0');
}
