import { makeStyles, tokens } from '@fluentui/react-components';

/** Text and icon colour of each tone. In high contrast the system's colours win. */
export const useToneStyles = makeStyles({
  ok: { color: tokens.colorStatusSuccessForeground1 },
  warn: { color: tokens.colorStatusWarningForeground3 },
  error: { color: tokens.colorStatusDangerForeground1 },
  progress: { color: tokens.colorBrandForeground1 },
  waiting: { color: tokens.colorNeutralForeground3 },
  absent: { color: tokens.colorNeutralForeground3 },
  disconnected: { color: tokens.colorNeutralForeground3 },
  cancelled: { color: tokens.colorNeutralForeground3 },
  off: { color: tokens.colorNeutralForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
  unknown: { color: tokens.colorNeutralForeground3 },
});
