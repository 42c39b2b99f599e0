import { z } from 'zod';

/** How fast simulated time runs against real time. */
export const speeds = [1, 10, 60] as const;

const fields = {
  theme: z.enum(['system', 'light', 'dark']),
  /** Speed of the training cluster. */
  speed: z.number().positive().max(1000),
  /** Sizes of resizable panes in percent, by the name of the group and the pane. */
  layout: z.record(z.string(), z.record(z.string(), z.number())),
  /** Column widths in pixels, by grid and column. */
  columns: z.record(z.string(), z.record(z.string(), z.number())),
  /** Pixels. */
  terminalFontSize: z.int().min(8).max(32),
};

/** What Regroup keeps between starts. No secrets, ever. Every field has a default, so that an old file stays valid. */
export const settingsSchema = z.object({
  theme: fields.theme.default('system'),
  speed: fields.speed.default(1),
  layout: fields.layout.default({}),
  columns: fields.columns.default({}),
  terminalFontSize: fields.terminalFontSize.default(13),
});

/** The settings, complete. */
export type Settings = z.output<typeof settingsSchema>;

/** A change of some settings. Without defaults, which would reset every setting that a change leaves out. */
export const settingsPatchSchema = z.strictObject(fields).partial();

/** A change of some settings. */
export type SettingsPatch = Partial<Settings>;
