import type { OwnProgram } from '@dockwarden-internal/facts/commands/programs/own-programs';
import type { ImageSettings, NamedImageSettings } from './image-settings.ts';
import type { PolicySetting } from './pack-document.ts';
import type { ScanSettings } from './scan-settings.ts';

/** `dockwarden.yaml`. */
export interface ConfigDocument {
  readonly extends?: readonly string[];
  readonly policies?: Readonly<Record<string, PolicySetting>>;
  readonly overrides?: readonly Override[];
  readonly locked?: readonly string[];
  readonly exclude?: readonly string[];
  readonly production?: readonly string[];
  readonly development?: readonly string[];
  readonly bases?: readonly Readonly<Record<string, unknown>>[];
  readonly programs?: readonly OwnProgram[];
  readonly build?: ImageSettings;
  readonly images?: Readonly<Record<string, NamedImageSettings>>;
  readonly scan?: ScanSettings;
  readonly waivers?: WaiverSettings;
  /** File of the baseline, from the root. */
  readonly baseline?: string;
}

export interface WaiverSettings {
  /** From the root. */
  readonly file?: string;
  /** The most days that a waiver may last from today. */
  readonly maxDays?: number;
  /** Tools whose comments silence; absent: all of them. */
  readonly inline?: readonly string[];
}

/** Settings for some projects or files; where both are named, both must fit. */
export interface Override {
  readonly projects?: {
    readonly tags?: Readonly<Partial<Record<'has' | 'some' | 'hasAll' | 'none', string | readonly string[]>>>;
    readonly names?: readonly string[];
  };
  readonly files?: readonly string[];
  readonly policies: Readonly<Record<string, PolicySetting>>;
}
