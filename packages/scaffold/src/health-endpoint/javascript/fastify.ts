import type { ServiceCheck } from '../health-plan.ts';
import { WRITTEN_BY } from '../source/module-name.ts';
import { checksImport, checksText, type Writing } from './checks-text.ts';
import type { NodeFramework } from './node-kit.ts';

export const FASTIFY: NodeFramework = {
  title: 'Fastify',
  package: 'fastify',
  exports: ['fastify', 'default'],
  module: fastifyModule,
};

/**
 * A handler for `app.get`. Its types ask for no more than it uses, so that it fits every server and type provider. Source: Fastify
 * documentation, Routes, "Async Await".
 */
function fastifyModule(checks: readonly ServiceCheck[], writing: Writing): string {
  const { typescript, esm } = writing;
  const imports = checksImport(checks, writing);
  const parameters = typescript ? '_request: unknown, reply: Reply): Promise<unknown>' : '_request, reply)';
  return `// ${WRITTEN_BY}
${imports}${imports && '\n'}${typescript ? REPLY : ''}/** Answers 200 if every check passes, else 503, and says so of each. */
${esm ? 'export ' : ''}async function healthEndpoint(${parameters} {
  const report = await healthReport();
  return reply
    .code(report.status === 'up' ? 200 : 503)
    .header('Cache-Control', 'no-store')
    .send(report);
}

${checksText(checks, writing)}${esm ? '' : '\nmodule.exports = { healthEndpoint };\n'}`;
}

const REPLY = `interface Reply {
  code(status: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
}

`;
