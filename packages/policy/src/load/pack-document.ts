import type { Severity } from '../document.ts';

/** What a pack or configuration says of one policy, or of one check (`area/name/check`). `false` reads as `off`. */
export type PolicySetting =
  | Severity
  | 'off'
  | false
  | {
      readonly severity?: Severity | 'off' | false;
      readonly params?: Readonly<Record<string, unknown>>;
      readonly unknown?: 'skip' | 'report';
    };

/** A named choice of policies. */
export interface PackDocument {
  readonly id: string;
  readonly title?: string;
  readonly why?: string;
  readonly extends?: readonly string[];
  readonly policies: Readonly<Record<string, PolicySetting>>;
}
