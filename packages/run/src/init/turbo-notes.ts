import { asFields, fieldsOf } from '@dockwarden-internal/scaffold';
import { selectsByInputs, type TurboVersion } from './turbo-version.ts';

const FLAG = 'futureFlags.affectedUsingTaskInputs';

/** What has to be said of how this Turborepo selects tasks with `--affected`. */
export function turboNotes(version: TurboVersion | undefined, turboJson: string): string[] {
  const flag = asFields(fieldsOf(turboJson)['futureFlags'])['affectedUsingTaskInputs'];
  const without = 'without it, --affected overlooks a change of a policy, or of a file outside of the package';
  if (flag === false) return [`${FLAG} is false and stays so: ${without}.`];
  if (flag !== undefined || selectsByInputs(version)) return [];
  if (version === undefined)
    return [
      `Nothing tells which Turborepo this is, so ${FLAG} (2.10 and later) is not set: ${without}. Install it and run init again.`,
    ];
  const which = version.installed
    ? `Turborepo ${version.text}`
    : `Turborepo ${version.text} as package.json asks for it, and none is installed:`;
  return [
    `${which} cannot select tasks by their inputs (${FLAG}, 2.10 and later): ${without}. dockwarden lint --affected and dockwarden build --affected do not.`,
  ];
}
