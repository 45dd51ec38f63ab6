import type { Scalar } from 'yaml';
import { commented } from '../yaml-text.ts';
import table from './actions.json';

/** A step of a job. Source: GitHub documentation, "Workflow syntax for GitHub Actions", jobs.<job_id>.steps. */
export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: Scalar;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

export type ActionName = keyof typeof table.actions;

/** An action at the commit that its version stood for when the table was made: a tag can be moved, a commit cannot. */
export function action(name: ActionName, inputs?: Step['with']): Pick<Step, 'uses' | 'with'> {
  const { commit, version } = table.actions[name];
  return { uses: commented(`${name}@${commit}`, version), ...(inputs && { with: inputs }) };
}

/** An expression of the workflow, for a place that is no script. */
export function expression(text: string): string {
  return `\${{ ${text} }}`;
}
