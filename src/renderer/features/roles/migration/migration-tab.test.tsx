import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { clusterWindow } from '../../../../../tests/support/cluster-window';
import { GB, MB, sampleMigration, sampleOperation } from '../../../../../tests/support/sample-objects';
import { sampleSnapshot } from '../../../../../tests/support/sample-snapshot';
import { MigrationTab } from './migration-tab';

afterEach(cleanup);

const copying = sampleMigration({
  passes: [{ bytes: 4 * GB, duration: 36_553 }],
  current: { pass: 2, bytes: 400 * MB, copied: 100 * MB, rate: 112 * MB },
  bytes: 4 * GB + 100 * MB,
});

it('shows the present step, each pass and the predicted downtime, then the measured one', () => {
  const running = sampleOperation({ migration: copying, progress: { percent: 95, text: '', remaining: 2400 } });
  const shown = clusterWindow({ snapshot: sampleSnapshot({ operations: [running] }) });
  render(<MigrationTab role="SQL-01" />, { wrapper: shown.wrapper });
  const present = screen.getAllByRole('listitem').find((item) => item.getAttribute('aria-current') === 'step');
  expect(present?.textContent).toContain('2. Copy memory, then what changed');
  expect(present?.textContent).toContain('pass 2 · 112 MB/s · 2.4 s left');
  expect(screen.getByRole('list', { name: 'Memory copied by pass' }).textContent).toContain('4 GB · 37 s');
  expect(screen.getByText('100 of 400 MB')).toBeTruthy();
  expect(screen.getByText('Predicted downtime')).toBeTruthy();

  const passes = [...copying.passes, { bytes: 400 * MB, duration: 3570 }, { bytes: 0, duration: 4 }];
  const migration = { ...copying, step: 6 as const, passes, current: null, downtime: 44, total: 41_437 };
  const over = { ...running, migration, outcome: 'succeeded' as const, endedAt: 41_437 };
  const delta = { revision: 2, time: 41_437, upserts: { operations: [over] }, removals: {} };
  act(() => shown.bridge.tell({ kind: 'delta', delta }));
  expect(screen.getByText('Measured downtime')).toBeTruthy();
  expect(screen.getByText('44 ms')).toBeTruthy();
  expect(screen.getByText('Live migration from Demo1 to Demo2 completed in 41 s')).toBeTruthy();
  expect(screen.getByText('clients keep their connections')).toBeTruthy();
});

it('shows no memory that it does not know', () => {
  const running = sampleOperation({ migration: sampleMigration({ memory: 0, bytes: 0, passes: [], current: null }) });
  const shown = clusterWindow({ snapshot: sampleSnapshot({ operations: [running] }) });
  render(<MigrationTab role="SQL-01" />, { wrapper: shown.wrapper });
  expect(screen.getByText('Predicted downtime')).toBeTruthy();
  expect(screen.queryByText('Memory')).toBeNull();
});

it('says that no migration of a machine was seen, not that there was none', () => {
  const shown = clusterWindow();
  render(<MigrationTab role="SQL-01" />, { wrapper: shown.wrapper });
  expect(screen.getByText(/^Regroup saw no migration of SQL-01 since/)).toBeTruthy();
});
