import type { SarifLevel } from './levels.ts';

/** The part of SARIF 2.1.0 that is written here; names and meanings are the specification's. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly SarifRun[];
}

export interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  readonly columnKind: 'utf16CodeUnits';
  readonly originalUriBaseIds: Record<string, { uri?: string; description: SarifMessage }>;
  readonly invocations: readonly SarifInvocation[];
  readonly results: readonly SarifResult[];
}

export interface SarifDriver {
  readonly name: string;
  readonly version: string;
  readonly semanticVersion: string;
  readonly rules: readonly SarifRule[];
}

export interface SarifRule {
  readonly id: string;
  readonly shortDescription: SarifMessage;
  readonly fullDescription?: SarifMessage;
  readonly helpUri?: string;
  readonly help?: SarifMessage & { markdown: string };
  readonly defaultConfiguration: { readonly level: SarifLevel };
  readonly properties: Record<string, unknown>;
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly partialFingerprints: Record<string, string>;
  readonly baselineState?: 'new' | 'unchanged';
  readonly suppressions: readonly SarifSuppression[];
  readonly fixes?: readonly SarifFix[];
  readonly properties: Record<string, unknown>;
}

export interface SarifMessage {
  readonly text: string;
}

export interface SarifLocation {
  readonly id?: number;
  readonly physicalLocation: { readonly artifactLocation: SarifArtifact; readonly region?: SarifRegion };
  readonly message?: SarifMessage;
}

export interface SarifArtifact {
  readonly uri: string;
  readonly uriBaseId?: string;
}

/** Without columns it is a whole line (SARIF 2.1.0 §3.30.6–8). */
export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export interface SarifSuppression {
  readonly kind: 'inSource' | 'external';
  readonly status: 'accepted';
  readonly justification: string;
  readonly properties: { readonly kind: string };
}

export interface SarifFix {
  readonly description: SarifMessage;
  readonly artifactChanges: readonly {
    readonly artifactLocation: SarifArtifact;
    readonly replacements: readonly { readonly deletedRegion: SarifRegion; readonly insertedContent: SarifMessage }[];
  }[];
}

export interface SarifInvocation {
  readonly executionSuccessful: boolean;
  readonly toolExecutionNotifications: readonly SarifNotification[];
  readonly toolConfigurationNotifications: readonly SarifNotification[];
}

export interface SarifNotification {
  readonly descriptor: { readonly id: string };
  readonly level: 'error';
  readonly message: SarifMessage;
  readonly locations?: readonly SarifLocation[];
}
