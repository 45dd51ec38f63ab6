import type { ServiceCheck } from '../health-plan.ts';
import { WRITTEN_BY } from '../source/module-name.ts';
import { checksImport, checksText, type Writing } from './checks-text.ts';
import type { NodeFramework } from './node-kit.ts';

export const EXPRESS: NodeFramework = {
  title: 'Express',
  package: 'express',
  exports: ['default'],
  module: expressModule,
};

/** A handler for `app.get`. Source: Express 5 API, `app.METHOD(path, callback)`; Express 4 takes the same. */
function expressModule(checks: readonly ServiceCheck[], writing: Writing): string {
  const { typescript, esm } = writing;
  const types = typescript ? "import type { Request, Response } from 'express';\n" : '';
  const imports = `${types}${checksImport(checks, writing)}`;
  const parameters = typescript ? '_request: Request, response: Response): Promise<void>' : '_request, response)';
  return `// ${WRITTEN_BY}
${imports}${imports && '\n'}/** Answers 200 if every check passes, else 503, and says so of each. */
${esm ? 'export ' : ''}async function healthEndpoint(${parameters} {
  const report = await healthReport();
  response
    .status(report.status === 'up' ? 200 : 503)
    .set('Cache-Control', 'no-store')
    .json(report);
}

${checksText(checks, writing)}${esm ? '' : '\nmodule.exports = { healthEndpoint };\n'}`;
}
