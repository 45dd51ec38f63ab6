import { execForm } from './exec-form.ts';

export interface HealthTimes {
  /** Seconds in which a failure does not count yet. */
  readonly start: number;
}

/** HEALTHCHECK with all four times. Source: Dockerfile reference, HEALTHCHECK. */
export function healthCheck(command: readonly string[], { start }: HealthTimes = { start: 10 }): string {
  return `HEALTHCHECK --interval=30s --timeout=5s --start-period=${start}s --retries=3 \\\n    CMD ${execForm(command)}`;
}
