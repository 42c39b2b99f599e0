import { AxeBuilder } from '@axe-core/playwright';
import { expect } from './fixture';
import type { RegroupWindow } from './pages/regroup-window';

/** What axe judges; only the contrast depends on the theme. */
export type Scope = 'everything' | 'contrast';

/** Judges what is on screen at a stop of a tour. */
export type Judge = (stop: string) => Promise<void>;

/** Every stop is judged on its own, so that one run tells all there is. */
export function judgeOf(regroup: RegroupWindow, scope: Scope): Judge {
  return async (stop) => expect.soft(await violations(regroup, scope), stop).toEqual([]);
}

/**
 * What axe calls serious or critical on screen, one line each. In legacy mode axe stays in the page: Electron opens no
 * second one for it. Left out are the guards of Fluent's focus traps: they take the focus only to pass it on.
 */
async function violations({ page }: RegroupWindow, scope: Scope): Promise<readonly string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-tabster-dummy]');
  if (scope === 'contrast') axe.withRules('color-contrast');
  const { violations: found } = await axe.analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
}
