import type { Diagnostic } from '@dockwarden-internal/syntax';
import { diagnosticText } from '../diagnostic-text.ts';
import type { Masks } from '../masks.ts';
import type { PathOf } from '../render-context.ts';
import { artifactOf, locationOf } from './location.ts';
import type { SarifInvocation, SarifNotification } from './sarif-log.ts';

/** What could not be looked at: faults of the configuration apart from those of the surroundings (SARIF 2.1.0 §3.20.21–22). */
export function invocationOf(diagnostics: readonly Diagnostic[], masks: Masks, pathOf: PathOf): SarifInvocation {
  const notify = (exit: Diagnostic['exit']) =>
    diagnostics.filter((diagnostic) => diagnostic.exit === exit).map((one) => notificationOf(one, masks, pathOf));
  return {
    executionSuccessful: diagnostics.length === 0,
    toolExecutionNotifications: notify(3),
    toolConfigurationNotifications: notify(2),
  };
}

function notificationOf(diagnostic: Diagnostic, masks: Masks, pathOf: PathOf): SarifNotification {
  const { code, path, place } = diagnostic;
  const { message, hint } = diagnosticText(diagnostic, masks);
  const location = place
    ? locationOf(place, pathOf)
    : path !== undefined && { physicalLocation: { artifactLocation: artifactOf(path, pathOf) } };
  return {
    descriptor: { id: code },
    level: 'error',
    message: { text: hint ? `${message}\n${hint}` : message },
    ...(location && { locations: [location] }),
  };
}
