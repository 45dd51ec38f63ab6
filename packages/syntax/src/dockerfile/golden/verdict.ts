import { sourceText } from '../../text/source.ts';
import { healthCommandStart } from '../health-command.ts';
import { nameValues } from '../name-values.ts';
import { parseDockerfile } from '../parse.ts';
import type { DockerfileTree, FlagNode, InstructionNode, SyntaxFault } from '../tree.ts';
import { jsonOrWords, wordsOf } from '../words.ts';

/** What the oracle (scripts/oracle) tells of a Dockerfile; its Go source names the fields. */
export interface Verdict {
  readonly parserRefused?: string;
  readonly refused?: string;
  readonly escape?: string;
  readonly emptyContinuations?: number;
  readonly instructions?: readonly InstructionVerdict[];
}

export interface InstructionVerdict {
  readonly keyword: string;
  readonly text: string;
  readonly flags: readonly string[];
  readonly startLine: number;
  readonly endLine: number;
  readonly json: boolean;
  readonly args: readonly string[];
  readonly heredocs: readonly unknown[];
  readonly refused?: string;
  readonly refusedLater?: string;
  readonly trigger?: InstructionVerdict;
}

/** A verdict without what differs by nature: the wording of refusals. A file that the parser refuses has no more to compare. */
export type Comparable =
  | 'refused'
  | (Omit<Verdict, 'refused' | 'instructions'> & { refused: boolean; instructions: unknown[] });

export function comparable(verdict: Verdict): Comparable {
  if (verdict.parserRefused) return 'refused';
  const instructions = (verdict.instructions ?? []).map((each) => comparableInstruction(each));
  const { escape: escapeChar, emptyContinuations = 0 } = verdict;
  return { escape: escapeChar, emptyContinuations, refused: Boolean(verdict.refused), instructions };
}

/** What an instruction that is refused holds is not judged. */
function comparableInstruction(
  { trigger, refused, refusedLater, ...rest }: InstructionVerdict,
  judged = true,
): unknown {
  // BuildKit splits the kind of a HEALTHCHECK within characters beyond ASCII; it then refuses it in any case.
  const args = rest.keyword.toLowerCase() === 'healthcheck' && refused ? [] : rest.args;
  return {
    ...rest,
    args,
    refusedLater: Boolean(refusedLater) && !hasVariable(rest.flags),
    refused: judged && Boolean(refused),
    trigger: trigger && comparableInstruction(trigger, judged && !refused),
  };
}

/** Faults of our own that answer to the parser's refusals, not to those of BuildKit's `instructions` package. */
const PARSER_CODES: ReadonlySet<string> = new Set([
  'syntax/duplicate-directive',
  'syntax/escape-directive',
  'syntax/heredoc-unterminated',
  'syntax/json-strings',
  'syntax/line-too-long',
  'syntax/name-value',
  'syntax/no-instructions',
]);

const FILE_CODES: ReadonlySet<string> = new Set(['syntax/no-from', 'syntax/before-from']);

/** The same of our own reading. */
export function ownVerdict(text: string): Comparable {
  const tree = parseDockerfile(sourceText('Dockerfile', text));
  const { faults } = tree;
  if (faults.some((fault) => PARSER_CODES.has(fault.code))) return 'refused';
  return {
    escape: tree.escape,
    emptyContinuations: tree.instructions.filter((node) => node.emptyContinuations.length > 0).length,
    refused: faults.some((fault) => !fault.later),
    instructions: tree.instructions.map((node) => instructionVerdict(tree, faults, node)),
  };
}

interface Holder {
  readonly node: InstructionNode;
  readonly refused: boolean;
}

function instructionVerdict(
  tree: DockerfileTree,
  faults: readonly SyntaxFault[],
  node: InstructionNode,
  holder?: Holder,
): unknown {
  const { logical, trigger, span } = node;
  const within = faults.filter((fault) => fault.span.start >= span.start && fault.span.start <= span.end);
  const flags = node.flags.map(flagText);
  const later = holder && 'trigger';
  const isFaulty = within.some((fault) => fault.later === later && !FILE_CODES.has(fault.code));
  const refused = isFaulty && !holder?.refused;
  return {
    keyword: node.keywordText,
    text: logical.text.slice(holder?.node.argsStart ?? 0, holder?.node.argsEnd),
    flags,
    startLine: holder ? 0 : node.line,
    endLine: holder ? 0 : node.endLine,
    json: node.json !== undefined,
    args: node.keyword === 'healthcheck' && isFaulty ? [] : args(tree, node),
    heredocs: holder ? [] : node.heredocs.map(({ bodySpan, ...rest }) => rest),
    refusedLater: !holder && !isFaulty && isRefusedLater(node, within) && !hasVariable(flags),
    refused,
    trigger:
      trigger && instructionVerdict(tree, faults, trigger, { node, refused: refused || Boolean(holder?.refused) }),
  };
}

/** The oracle tells it of the mounts of a RUN only. */
function isRefusedLater({ keyword }: InstructionNode, within: readonly SyntaxFault[]): boolean {
  return keyword === 'run' && within.some((fault) => fault.later === 'build');
}

/** What a variable may be is not compared. */
function hasVariable(flags: readonly string[]): boolean {
  return flags.some((flag) => flag.includes('$'));
}

function flagText({ name, value }: FlagNode): string {
  return value === undefined ? name : `${name}=${value}`;
}

/** The arguments as BuildKit's nodes hold them. */
function args(tree: DockerfileTree, node: InstructionNode): string[] {
  const { keyword, logical, argsStart, argsEnd } = node;
  const whole = logical.text.slice(argsStart, argsEnd);
  switch (keyword) {
    case 'env':
    case 'label':
      return nameValues(node, tree.escape).flatMap(({ name, value, legacy }) => [name, value ?? '', legacy ? '' : '=']);
    case 'arg':
      return nameValues(node, tree.escape).map(({ name, value }) => (value === undefined ? name : `${name}=${value}`));
    case 'add':
    case 'copy':
    case 'expose':
    case 'from':
    case 'volume':
      return jsonOrWords(node).map((word) => word.text);
    case 'healthcheck':
      return healthArgs(node, whole);
    case 'onbuild':
      return [];
    case 'cmd':
    case 'entrypoint':
    case 'maintainer':
    case 'run':
    case 'shell':
    case 'stopsignal':
    case 'user':
    case 'workdir':
      if (node.json) return node.json.map(({ value }) => value);
      return whole === '' ? [] : [whole];
    default:
      return [''];
  }
}

function healthArgs(node: InstructionNode, whole: string): string[] {
  const [kind] = wordsOf(node);
  if (!kind) return [];
  const command = whole.slice(healthCommandStart(node) - node.argsStart);
  return [kind.text, ...(node.json?.map(({ value }) => value) ?? (command === '' ? [] : [command]))];
}
