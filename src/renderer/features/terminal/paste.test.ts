import { describe, expect, test } from 'vitest';
import { linesOf, withoutControls } from './paste';

describe('what is pasted into the terminal', () => {
  test('is one line when only its end is broken, several when there is a break before', () => {
    expect(linesOf('Get-ClusterNode\r\n')).toEqual(['Get-ClusterNode']);
    expect(linesOf('Get-ClusterNode\nStop-Cluster -Force\n')).toEqual(['Get-ClusterNode', 'Stop-Cluster -Force']);
    expect(linesOf('one\rtwo')).toHaveLength(2);
  });

  test('presses no keys: escape sequences and the end of a bracketed paste lose what makes them so', () => {
    expect(withoutControls('a\u001b[201~b\u0003c\u009bd')).toBe('a[201~bcd');
    expect(withoutControls('\tGet-VM\r\n')).toBe('\tGet-VM\r\n');
  });
});
