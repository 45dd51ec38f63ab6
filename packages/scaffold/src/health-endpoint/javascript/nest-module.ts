import type { ServiceCheck } from '../health-plan.ts';
import { WRITTEN_BY } from '../source/module-name.ts';
import { checksImport, checksText } from './checks-text.ts';
import type { ModuleStyle } from './module-style.ts';

/** A module with its controller in one file. Source: NestJS documentation, "Controllers", "Modules", "Built-in HTTP exceptions". */
export function nestModule(checks: readonly ServiceCheck[], style: ModuleStyle, path: string): string {
  return `// ${WRITTEN_BY}
${checksImport(checks, style)}import { Controller, Get, Header, Module, ServiceUnavailableException } from '@nestjs/common';

@Controller()
class HealthController {
  /** Answers 200 if every check passes, else 503, and says so of each. */
  @Get('${path.slice(1)}')
  @Header('Cache-Control', 'no-store')
  async health() {
    const report = await healthReport();
    if (report.status !== 'up') throw new ServiceUnavailableException(report);
    return report;
  }
}

@Module({ controllers: [HealthController] })
export class HealthEndpointModule {}

${checksText(checks, style)}`;
}
