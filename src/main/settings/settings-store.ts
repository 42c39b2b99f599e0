import { settingsSchema, type Settings, type SettingsPatch } from '#shared/settings/settings';
import type { Log } from '../log/log';
import { openJsonFile } from './json-file';

/** The settings of this user. */
export interface SettingsStore {
  get(): Settings;
  /** Answers with all settings after the change. */
  change(patch: SettingsPatch): Settings;
  /** Tells every change. */
  onChange(listener: (settings: Settings) => void): void;
  flush(): void;
}

const writeDelay = 300;

/** Opens the settings file, or starts with the defaults when there is none. */
export function openSettings(path: string, log: Log): SettingsStore {
  const file = openJsonFile({ path, schema: settingsSchema, log, delay: writeDelay });
  const listeners: ((settings: Settings) => void)[] = [];
  return {
    get: () => file.get(),
    change: (patch) => {
      const settings = { ...file.get(), ...definedFields(patch) };
      file.set(settings);
      for (const listener of listeners) listener(settings);
      return settings;
    },
    onChange: (listener) => listeners.push(listener),
    flush: () => file.flush(),
  };
}

/** A field that is undefined is not a change. */
function definedFields(patch: SettingsPatch): SettingsPatch {
  const fields: readonly [string, unknown][] = Object.entries(patch);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}
