import { useCallback, useSyncExternalStore } from 'react';
import { useSettings } from '../../lib/settings';
import type { ThemeName } from './themes';

function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** The theme to use: the system's, unless the settings say otherwise. High contrast always follows the system. */
export function useThemeName(): ThemeName {
  const { theme } = useSettings();
  const highContrast = useMedia('(forced-colors: active)');
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  if (highContrast) return 'highContrast';
  if (theme !== 'system') return theme;
  return systemIsDark ? 'dark' : 'light';
}
