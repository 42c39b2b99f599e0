import { z } from 'zod';

/** How fast simulated time runs against real time. */
export const speeds = [1, 10, 60] as const;

/** What Regroup keeps between starts. No secrets, ever. Every field has a default, so that an old file stays valid. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Speed of the training cluster. */
  speed: z.number().positive().max(1000).default(1),
  /** Sizes of resizable panes in percent, by the name of the group and the pane. */
  layout: z.record(z.string(), z.record(z.string(), z.number())).default({}),
  /** Column widths in pixels, by grid and column. */
  columns: z.record(z.string(), z.record(z.string(), z.number())).default({}),
});

/** The settings, complete. */
export type Settings = z.output<typeof settingsSchema>;

/** A change of some settings. */
export const settingsPatchSchema = settingsSchema.partial();

/** A change of some settings. */
export type SettingsPatch = Partial<Settings>;
