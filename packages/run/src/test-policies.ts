import { type ExampleFailure, type ExampleTools, runExamples, survivingMutants } from '@dockwarden-internal/engine';
import { platformPattern } from '@dockwarden-internal/policy';
import { counted } from '@dockwarden-internal/report/text/counted';
import { oneLine } from '@dockwarden-internal/report/text/visible';
import { builtinPolicies } from './builtin/builtin-policies.ts';
import { policiesToTest } from './policies-to-test.ts';

export interface TestRequest {
  readonly cwd: string;
  /** Ids, id prefixes (`area/`), files, or folders such as a package; empty: all of the workspace. */
  readonly policies: readonly string[];
  readonly mutants: boolean;
  readonly builtin: boolean;
  readonly colour: boolean;
}

/** Runs policies' examples, and with `mutants` demands that each clause is needed by one. */
export async function testPolicies(request: TestRequest): Promise<{ readonly text: string; readonly exit: 0 | 1 | 2 }> {
  const { parseYaml } = await import('@dockwarden-internal/syntax/yaml/parse-yaml');
  const { checkSchema } = await import('@dockwarden-internal/facts/compose/schema/schema-check');
  const builtin = await builtinPolicies('whole');
  const { linearPattern } = await import('./policies/linear-pattern.ts');
  const gathered = await policiesToTest(request, builtin);
  if ('fault' in gathered) return { text: `dockwarden: ${gathered.fault}\n`, exit: 2 };
  const tools: ExampleTools = {
    parseYaml,
    checkSchema,
    compilePattern: request.builtin ? platformPattern : linearPattern,
    sharedTerms: gathered.terms,
  };
  const failures = gathered.documents.flatMap((document) => runExamples(document, tools));
  const failing = new Set(failures.map((failure) => failure.policy));
  const survivors = request.mutants
    ? gathered.documents
        .filter((document) => !failing.has(document.id))
        .flatMap((document) => survivingMutants(document, tools).map((mutant) => ({ policy: document.id, mutant })))
    : [];
  const told = [
    ...gathered.faults,
    ...failures.map(describe),
    ...survivors.map(({ policy, mutant }) => `${policy}: no example notices when ${mutant.path} is ${mutant.change}`),
  ];
  const lines = told.map(oneLine);
  const examples = gathered.documents.reduce(
    (sum, document) => sum + (document.examples?.good.length ?? 0) + (document.examples?.bad.length ?? 0),
    0,
  );
  // An example may fail in several ways.
  const failed = new Set(failures.map(({ policy, example }) => `${policy} ${example}`)).size;
  const said = [
    counted(gathered.documents.length, 'policy', 'policies'),
    counted(examples, 'example'),
    `${failed} failed`,
    ...(request.mutants ? [`${counted(survivors.length, 'mutant')} that nothing notices`] : []),
    ...(request.mutants && failed > 0 ? ['mutants are tried where all examples hold'] : []),
  ].join(', ');
  if (gathered.documents.length === 0 && gathered.faults.length === 0)
    return {
      text: 'no policies here: they are policies/**/*.policy.yaml; --builtin is for those that come with dockwarden\n',
      exit: 0,
    };
  const exit = gathered.faults.length > 0 ? 2 : lines.length > 0 ? 1 : 0;
  return { text: `${[...lines, said].join('\n')}\n`, exit };
}

function describe({ policy, example, kind, message }: ExampleFailure): string {
  return `${policy}, ${example}: ${kind}: ${message}`;
}
