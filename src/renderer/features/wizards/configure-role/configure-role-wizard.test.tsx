import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success } from '#shared/model/result';
import { clusterWindow, type ClusterWindow } from '../../../../../tests/support/cluster-window';
import { sampleOperation, sampleRole } from '../../../../../tests/support/sample-objects';
import { sampleSnapshot } from '../../../../../tests/support/sample-snapshot';
import { ConfigureRoleWizard } from './configure-role-wizard';

const snapshot = sampleSnapshot({
  virtualMachines: {
    'DC-Branch': { isClustered: false, role: null, state: 'Off', computerName: 'Demo2' },
    'LAB-01': { isClustered: false, role: null, state: 'Off', disks: ['NewDisk'] },
  },
});

afterEach(cleanup);

function open(onClose: () => void = () => undefined): ClusterWindow {
  const shown = clusterWindow({ snapshot });
  render(<ConfigureRoleWizard onClose={onClose} />, { wrapper: shown.wrapper });
  return shown;
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const next = async (): Promise<void> => userEvent.click(button('Next'));

async function goToMachines(): Promise<void> {
  await next();
  await userEvent.click(screen.getByRole('radio', { name: 'Virtual Machine' }));
  await next();
}

describe('Configure a Service or Application', () => {
  it('lists every type, and only Virtual Machine can be chosen', async () => {
    open();
    expect(screen.getByRole('dialog', { name: 'Configure a Service or Application' })).toBeTruthy();
    await next();
    expect(screen.getAllByRole('radio')).toHaveLength(14);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'File Server' }).disabled).toBe(true);
    expect(button('Next').getAttribute('aria-description')).toContain('Select a service or application');
  });

  it('says why a machine cannot be chosen', async () => {
    open();
    await goToMachines();
    const line = screen.getByRole('row', { name: /LAB-01/ });
    expect(within(line).getByRole<HTMLInputElement>('checkbox', { name: 'LAB-01' }).disabled).toBe(true);
    expect(line.textContent).toContain('NewDisk, which is not in the cluster');
    expect(screen.queryByRole('checkbox', { name: 'SQL-01' })).toBeNull();
  });

  it('makes several machines highly available and says of each how it ended', async () => {
    const { bridge } = open();
    bridge.answer('cluster.execute', ({ input }) =>
      input['vm'] === 'TEST-01'
        ? failure(clusterError('refused', 'TEST-01 is being moved.', { advice: 'Wait until it has moved.' }))
        : success(sampleOperation({ id: 'op-1', command: 'role.createVirtualMachine', target: null })),
    );
    await goToMachines();
    await userEvent.click(screen.getByRole('checkbox', { name: 'DC-Branch' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'TEST-01' }));
    await next();
    expect(screen.getByRole('region', { name: 'DC-Branch' }).textContent).toContain('becomes a role on Demo2');
    await userEvent.click(button('Show PowerShell'));
    expect(screen.getByRole('group', { name: 'PowerShell' }).textContent).toContain(
      "Add-ClusterVirtualMachineRole -VMName 'DC-Branch'",
    );

    await next();
    expect(await screen.findAllByText('Under way')).toHaveLength(2);
    expect(button('Cancel').getAttribute('aria-disabled')).not.toBe('true');
    const role = sampleRole('DC-Branch', { state: 'Offline', ownerNode: 'Demo2' });
    const operation = sampleOperation({ id: 'op-1', target: null, outcome: 'succeeded', endedAt: 4000 });
    const upserts = { operations: [operation], roles: [role] };
    bridge.tell({ kind: 'delta', delta: { revision: 2, time: 4000, upserts, removals: {} } });

    expect(await screen.findByText(/1 of 2 virtual machines/)).toBeTruthy();
    expect(screen.getByText(/DC-Branch is Offline and needs to be started/)).toBeTruthy();
    expect(screen.getByText(/TEST-01 is being moved. Wait until it has moved./)).toBeTruthy();
    expect(button('Finish')).toBeTruthy();
  });

  it('can be left while the last machine is under way, which goes on without it', async () => {
    let closed = 0;
    const { bridge } = open(() => (closed += 1));
    bridge.answer('cluster.execute', () => success(sampleOperation({ id: 'op-1', target: null })));
    await goToMachines();
    await userEvent.click(screen.getByRole('checkbox', { name: 'DC-Branch' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'TEST-01' }));
    await next();
    await next();
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(closed).toBe(0);
    expect(screen.getByText(/Not begun/)).toBeTruthy();
    await userEvent.click(button('Close'));
    expect(closed).toBe(1);
  });

  it('saves the report, and leads to the new role', async () => {
    const { bridge, asked } = open();
    const done = sampleOperation({ id: 'op-1', target: null, outcome: 'succeeded', endedAt: 4000 });
    bridge.answer('cluster.execute', () => success(done));
    await goToMachines();
    await userEvent.click(screen.getByRole('checkbox', { name: 'DC-Branch' }));
    await next();
    await next();
    await userEvent.click(await screen.findByRole('button', { name: 'Save Report as HTML' }));
    const saved = bridge.calls.find(({ name }) => name === 'file.save')?.input;
    expect(saved).toMatchObject({ type: 'html', suggestedName: 'Configure a Service or Application.html' });
    await userEvent.click(button('Finish'));
    expect(asked).toContainEqual(['reveal', { kind: 'role', name: 'DC-Branch' }]);
  });
});
