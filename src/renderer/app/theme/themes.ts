import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

/** Fluent's tokens and those of this window. */
export interface WindowTheme extends Theme {
  readonly trainingBackground: string;
  readonly trainingForeground: string;
  readonly trainingBorder: string;
}

/** Density and type of the window: 12.5 px text, one strong weight, the system's font. */
const dense = {
  fontFamilyBase: 'system-ui, "Segoe UI", "Segoe UI Web (West European)", -apple-system, Roboto, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Consolas, Menlo, "DejaVu Sans Mono", monospace',
  fontSizeBase200: '12px',
  lineHeightBase200: '16px',
  fontSizeBase300: '12.5px',
  lineHeightBase300: '18px',
  fontSizeBase400: '15px',
  lineHeightBase400: '20px',
  fontSizeBase500: '17px',
  lineHeightBase500: '22px',
} as const;

const light: WindowTheme = {
  ...webLightTheme,
  ...dense,
  trainingBackground: '#efe1fb',
  trainingForeground: '#2b0d40',
  trainingBorder: '#8a3ab9',
};

const dark: WindowTheme = {
  ...webDarkTheme,
  ...dense,
  trainingBackground: '#4a2769',
  trainingForeground: '#fbf4ff',
  trainingBorder: '#a968d6',
};

const highContrast: WindowTheme = {
  ...teamsHighContrastTheme,
  ...dense,
  trainingBackground: 'Canvas',
  trainingForeground: 'CanvasText',
  trainingBorder: 'CanvasText',
};

/** The themes by name. */
export const themes = { light, dark, highContrast } as const;

/** Name of a theme. */
export type ThemeName = keyof typeof themes;

/** The colours that say "training" and are used for nothing else. */
export const trainingTokens = {
  background: 'var(--trainingBackground)',
  foreground: 'var(--trainingForeground)',
  border: 'var(--trainingBorder)',
} as const;
