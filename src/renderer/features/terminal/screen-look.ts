import { tokens } from '@fluentui/react-components';
import type { ITheme } from '@xterm/xterm';
import type { ScreenLook } from './screen';

/** Windows Terminal's palette in the light, on our backgrounds: every colour can be read on it. */
const light = {
  black: '#1b1b1b',
  red: '#b10e1c',
  green: '#0b6a0b',
  yellow: '#7a5c00',
  blue: '#0f4fb8',
  magenta: '#8a1c8a',
  cyan: '#00666d',
  white: '#616161',
  brightBlack: '#5c5c5c',
  brightRed: '#b10e1c',
  brightGreen: '#0b6a0b',
  brightYellow: '#7a5c00',
  brightBlue: '#0f4fb8',
  brightMagenta: '#8a1c8a',
  brightCyan: '#00666d',
  brightWhite: '#1b1b1b',
} as const;

const dark = {
  black: '#3b3b3b',
  red: '#ff8f8f',
  green: '#7fd67f',
  yellow: '#f0cf65',
  blue: '#83b4ff',
  magenta: '#e39cf0',
  cyan: '#6fd3dc',
  white: '#d6d6d6',
  brightBlack: '#9a9a9a',
  brightRed: '#ffabab',
  brightGreen: '#a3e6a3',
  brightYellow: '#ffe08a',
  brightBlue: '#a8cbff',
  brightMagenta: '#f0b9fa',
  brightCyan: '#97e4eb',
  brightWhite: '#ffffff',
} as const;

/** A colour of the system as the screen's own renderer reads it. */
function systemColour(element: Element, name: string): string {
  const probe = document.createElement('span');
  probe.style.color = name;
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

/** The colours that the user chose for everything: nothing else may be told by colour. */
function forcedTheme(element: Element): ITheme {
  const [text, background] = [systemColour(element, 'CanvasText'), systemColour(element, 'Canvas')];
  return {
    ...Object.fromEntries(Object.keys(light).map((name) => [name, text])),
    background,
    foreground: text,
    cursor: text,
    cursorAccent: background,
    selectionBackground: systemColour(element, 'Highlight'),
    selectionForeground: systemColour(element, 'HighlightText'),
  };
}

/** The look of a screen inside `element`, from the theme that is used there. */
export function screenLook(element: Element, fontSize: number): ScreenLook {
  const { fontFamily, theme } = themeLook(element);
  const forced = window.matchMedia('(forced-colors: active)').matches;
  return { fontFamily, fontSize, theme: forced ? forcedTheme(element) : theme };
}

function themeLook(element: Element): Omit<ScreenLook, 'fontSize'> {
  const style = getComputedStyle(element);
  const colour = (token: string): string => style.getPropertyValue(token.slice('var('.length, -1)).trim();
  const background = colour(tokens.colorNeutralBackground1);
  const foreground = colour(tokens.colorNeutralForeground1);
  return {
    fontFamily: colour(tokens.fontFamilyMonospace),
    theme: {
      ...(isDark(background) ? dark : light),
      background,
      foreground,
      cursor: foreground,
      selectionBackground: colour(tokens.colorBrandBackground2Pressed),
      selectionForeground: foreground,
    },
  };
}

/** Whether a colour of six hexadecimal digits is nearer to black. */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/gi) ?? []).map((part) => Number.parseInt(part, 16));
  return red + green + blue < 384;
}
