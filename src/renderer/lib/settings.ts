import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { settingsSchema, type Settings, type SettingsPatch } from '#shared/settings/settings';
import { callOrThrow } from './bridge';
import { useAppAccess } from './app-context';
import { queryKeys, settingsQuery } from './queries';

/** What is used until the settings were read. */
const defaultSettings: Settings = settingsSchema.parse({});

/** The settings; the window reads them before it paints. */
export function useSettings(): Settings {
  const { bridge } = useAppAccess();
  return useQuery(settingsQuery(bridge)).data ?? defaultSettings;
}

/** Keeps `useSettings` current when the settings change elsewhere. Once, near the root. */
export function useSettingsUpdates(): void {
  const { bridge } = useAppAccess();
  const client = useQueryClient();
  useEffect(
    () => bridge.on('settings.changed', (settings) => client.setQueryData(queryKeys.settings, settings)),
    [bridge, client],
  );
}

/** Changes some settings, at once in the window and then in the file. The change is made from the settings of that moment. */
export function useChangeSettings(): (change: (settings: Settings) => SettingsPatch) => void {
  const { bridge } = useAppAccess();
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (patch: SettingsPatch) => callOrThrow(bridge, 'settings.change', patch),
  });
  return useCallback(
    (change) => {
      const before = client.getQueryData<Settings>(queryKeys.settings) ?? defaultSettings;
      const patch = change(before);
      client.setQueryData(queryKeys.settings, { ...before, ...patch });
      mutate(patch);
    },
    [client, mutate],
  );
}

/** Sizes by pane or column, and how to keep new ones. */
export interface KeptSizes {
  readonly sizes: Readonly<Record<string, number>> | undefined;
  readonly keep: (sizes: Readonly<Record<string, number>>) => void;
}

function useKeptSizes(section: 'layout' | 'columns', name: string): KeptSizes {
  const sizes = useSettings()[section][name];
  const change = useChangeSettings();
  const keep = useCallback(
    (next: Readonly<Record<string, number>>) =>
      change((settings) => ({ [section]: { ...settings[section], [name]: { ...next } } })),
    [change, section, name],
  );
  return { sizes, keep };
}

/** The sizes of a group of panes, for `Panes`. */
export function usePaneLayout(name: string) {
  const { sizes, keep } = useKeptSizes('layout', name);
  return { name, layout: sizes, onLayoutChange: keep };
}

/** The column widths of a kind of grid, to be spread over `Grid`. Rows of the same kind share them. */
export function useColumnWidths(kind: string) {
  const { sizes, keep } = useKeptSizes('columns', kind);
  return { widths: sizes, onWidthsChange: keep };
}
