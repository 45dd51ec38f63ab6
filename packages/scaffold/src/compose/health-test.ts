import { verbatim } from './names.ts';

/** A `healthcheck` of a Compose file, all its times said. Source: Compose specification, "healthcheck". */
export interface HealthTest {
  readonly test: readonly string[];
  readonly interval: string;
  readonly timeout: string;
  readonly start_period: string;
  readonly retries: number;
}

export const DEFAULT_TIMES = { interval: '30s', timeout: '5s', start_period: '10s', retries: 3 } as const;

/** A command in exec form, asked often: what waits for it, waits for the next answer. */
export function healthTest(test: readonly string[], start: string = DEFAULT_TIMES.start_period): HealthTest {
  return { test, interval: '10s', timeout: '5s', start_period: start, retries: 5 };
}

/** As it stands in a file: no `$` of the command is Compose's. */
export function writtenTest(health: HealthTest) {
  return { ...health, test: health.test.map(verbatim) };
}
