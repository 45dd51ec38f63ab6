import { resolve } from 'node:path';
import { type ExampleFailure, type ExampleTools, runExamples, survivingMutants } from '@dockwarden-internal/engine';
import { vocabulary } from '@dockwarden-internal/facts';
import { type PolicyDocument, platformPattern } from '@dockwarden-internal/policy';
import { type Diagnostic, positionAt, sourceText } from '@dockwarden-internal/syntax';
import { findWorkspace } from '@dockwarden-internal/workspace';
import { builtinPolicies } from './builtin/builtin-policies.ts';
import { readOutside } from './files/read-outside.ts';
import { userPolicies } from './policies/user-policies.ts';

export interface TestRequest {
  readonly cwd: string;
  /** Ids, id prefixes (`area/`) or files; empty: all. */
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
  const gathered = await gather(request, builtin.policies, builtin.terms, linearPattern);
  if ('fault' in gathered) return { text: `dockwarden: ${gathered.fault}\n`, exit: 2 };
  const tools: ExampleTools = {
    parseYaml,
    checkSchema,
    compilePattern: request.builtin ? platformPattern : linearPattern,
    sharedTerms: builtin.terms,
  };
  const failures = gathered.documents.flatMap((document) => runExamples(document, tools));
  const failing = new Set(failures.map((failure) => failure.policy));
  const survivors = request.mutants
    ? gathered.documents
        .filter((document) => !failing.has(document.id))
        .flatMap((document) => survivingMutants(document, tools).map((mutant) => ({ policy: document.id, mutant })))
    : [];
  const lines = [
    ...gathered.faults,
    ...failures.map(describe),
    ...survivors.map(({ policy, mutant }) => `${policy}: no example notices when ${mutant.path} is ${mutant.change}`),
  ];
  const examples = gathered.documents.reduce(
    (sum, document) => sum + (document.examples?.good.length ?? 0) + (document.examples?.bad.length ?? 0),
    0,
  );
  const said = `${gathered.documents.length} ${gathered.documents.length === 1 ? 'policy' : 'policies'}, ${examples} examples, ${failures.length} failed${request.mutants ? `, ${survivors.length} mutants that nothing notices` : ''}`;
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

async function gather(
  request: TestRequest,
  builtin: readonly PolicyDocument[],
  terms: ExampleTools['sharedTerms'],
  pattern: ExampleTools['compilePattern'],
) {
  const files = request.policies.filter((name) => /\.ya?ml$/.test(name));
  const ids = request.policies.filter((name) => !files.includes(name));
  const documents: PolicyDocument[] = [];
  const faults: string[] = [];
  if (files.length > 0) {
    const { loadPolicy } = await import('@dockwarden-internal/policy/load');
    for (const file of files) {
      const text = readOutside(resolve(request.cwd, file));
      if (text === undefined) return { fault: `${file} cannot be read` };
      const { document, diagnostics } = loadPolicy(sourceText(file, text), vocabulary, pattern, terms);
      faults.push(...diagnostics.map(sentence));
      if (document) documents.push(document);
    }
  }
  if (ids.length > 0 || files.length === 0) {
    const all = request.builtin ? builtin : await ownPolicies(request.cwd, terms, faults);
    const wanted =
      ids.length === 0
        ? all
        : all.filter((document) =>
            ids.some((id) => document.id === id || document.id.startsWith(id.endsWith('/') ? id : `${id}/`)),
          );
    if (ids.length > 0 && wanted.length === 0)
      return {
        fault: `there is no policy ${ids.join(', ')}${request.builtin ? '' : ' in this workspace; --builtin is for those that come with dockwarden'}`,
      };
    documents.push(...wanted);
  }
  return { documents, faults };
}

async function ownPolicies(
  cwd: string,
  terms: ExampleTools['sharedTerms'],
  faults: string[],
): Promise<readonly PolicyDocument[]> {
  const workspace = await findWorkspace(cwd);
  if (!workspace) return [];
  const { documents, diagnostics } = await userPolicies(workspace.fs, {
    takenIds: new Set(),
    sharedTerms: terms ?? {},
  });
  faults.push(...diagnostics.map(sentence));
  return documents;
}

function sentence({ place, path, message, hint }: Diagnostic): string {
  const position = place && positionAt(place.source, place.span.start);
  const where =
    place && position ? `${place.source.path}:${position.line}:${position.column}: ` : path ? `${path}: ` : '';
  return `${where}${message}${hint ? ` (${hint})` : ''}`;
}
