import { describe, expect, it } from 'vitest';
import { checkOf, effectsOf, refusalOf } from '../../../tests/support/command-answers';
import { catalogue } from './catalogue';
import { subnetContains, subnetMask } from './subnet';

describe('Rename', () => {
  it('refuses a taken name, not another spelling of its own', () => {
    expect(refusalOf('network.rename', { network: 'Public', name: 'private' })).toEqual([
      5010,
      'There already is a network Private.',
    ]);
    expect(effectsOf('network.rename', { network: 'Public', name: 'PUBLIC' })).toEqual([
      'Public is called PUBLIC; nothing else changes.',
    ]);
    expect(checkOf('network.rename', { network: 'Public', name: 'Public' })).toMatchObject({ unchanged: true });
    expect(refusalOf('network.rename', { network: 'Nothing', name: 'x' })[0]).toBe(5045);
  });
});

describe('Set Cluster Use', () => {
  it('keeps the last network between the nodes (5066) and what clients come over (5067)', () => {
    expect(
      refusalOf('network.setRole', { network: 'Public', role: 'none' }, { networks: { Private: { role: 'None' } } }),
    ).toEqual([5066, 'Public is the only network between the nodes.']);
    expect(refusalOf('network.setRole', { network: 'Public', role: 'cluster' })).toEqual([
      5067,
      'Clients reach 192.168.100.50 over Public.',
    ]);
  });

  it('warns when one network is left', () => {
    expect(effectsOf('network.setRole', { network: 'Private', role: 'none' })).toEqual([
      'Private is not used by the cluster from now on.',
      'Public is then the only network for heartbeats: when it fails, nodes lose each other.',
    ]);
    expect(checkOf('network.setRole', { network: 'Private', role: 'cluster' })).toMatchObject({ unchanged: true });
    expect(catalogue['network.setRole'].describe({ network: 'Private', role: 'none' })).toBe(
      'Stop using Private for the cluster',
    );
  });
});

describe('Live Migration Settings', () => {
  it('says the order', () => {
    expect(effectsOf('network.setLiveMigrationOrder', { networks: ['Private', 'Public'] })[0]).toBe(
      'Live migrations use Private, else Public.',
    );
    expect(effectsOf('network.setLiveMigrationOrder', { networks: [] })[0]).toBe(
      'No virtual machine can live migrate until a network is chosen.',
    );
    expect(refusalOf('network.setLiveMigrationOrder', { networks: ['Nothing'] })).toEqual([
      5045,
      'There is no network Nothing in HVCLUSTER.',
    ]);
  });
});

describe('a subnet', () => {
  it('contains its addresses only', () => {
    expect(subnetContains('192.168.100.0/24', '192.168.100.50')).toBe(true);
    expect(subnetContains('192.168.100.0/24', '192.168.101.50')).toBe(false);
    expect(subnetContains('10.0.0.0/8', '10.255.1.2')).toBe(true);
    expect(subnetContains('0.0.0.0/0', '1.2.3.4')).toBe(true);
    expect(subnetContains('192.168.100.0/24', 'fe80::1')).toBe(false);
    expect(subnetContains('not a subnet', '1.2.3.4')).toBe(false);
  });

  it('has a mask', () => {
    expect(subnetMask('192.168.100.0/24')).toBe('255.255.255.0');
    expect(subnetMask('10.0.0.0/9')).toBe('255.128.0.0');
    expect(subnetMask('10.0.0.1/32')).toBe('255.255.255.255');
    expect(subnetMask('10.0.0.0')).toBeNull();
  });
});
