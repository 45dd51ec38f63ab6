import { flag, kind, link, oneOf, text } from '../kernel/kind.ts';
import { isUnsure, unresolved } from '../kernel/unsure.ts';
import { dependencyTarget } from '../service/dependencies.ts';

const CONDITIONS = ['service_started', 'service_healthy', 'service_completed_successfully'] as const;

function isCondition(text: string): text is (typeof CONDITIONS)[number] {
  return (CONDITIONS as readonly string[]).includes(text);
}

export const dependsOnKind = kind('depends-on', {
  doc: 'A service that another one waits for.',
  source: 'https://docs.docker.com/reference/compose-file/services/#depends_on',
  key: 'name',
  place: (dependency) => dependency.place,
  properties: {
    name: text('Name of the service that is waited for.', (dependency) => dependency.settings.name),
    condition: oneOf(
      CONDITIONS,
      'What is waited for; `service_started` unless written.',
      (dependency) => {
        const written = dependency.settings.condition?.value ?? 'service_started';
        return isUnsure(written) || !isCondition(written) ? unresolved : written;
      },
      { at: (dependency) => dependency.settings.condition?.place, yaml: 'condition' },
    ),
    conditionWritten: flag(
      'True where a condition is written, in the long form.',
      ({ settings: { condition }, place: { span } }) =>
        condition !== undefined && condition.place.span.start !== span.start,
    ),
    via: oneOf(
      ['depends_on', 'links', 'volumes_from', 'network_mode', 'ipc', 'pid', 'uts'],
      'The key that names it.',
      (dependency) => dependency.via,
    ),
    required: flag('False where it may be missing.', (dependency) => dependency.settings.required),
    target: link(
      'service',
      'The service; absent where the model has none of that name, unknown where a file that cannot be seen may have it.',
      dependencyTarget,
    ),
    service: link('service', 'The one that waits.', (dependency) => dependency.service),
  },
});
