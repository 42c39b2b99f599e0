import { describe, expect, it } from 'vitest';
import { outcomeSentence, type ConfiguredMachine, type RoleReport } from './report';
import { reportAsHtml } from './report-html';
import { reportAsText } from './report-text';

function machine(name: string, more: Partial<ConfiguredMachine> = {}): ConfiguredMachine {
  return { name, outcome: 'succeeded', text: 'It is a role now.', advice: null, needsStart: true, ...more };
}

const failed = machine('B', {
  outcome: 'failed',
  text: 'Its disk is not in the cluster.',
  advice: 'Add it.',
  needsStart: false,
});

describe('outcomeSentence', () => {
  it('says that the new role needs to be started', () => {
    expect(outcomeSentence([machine('TEST-01')])).toBe(
      'High availability was configured for 1 virtual machine. TEST-01 is Offline and needs to be started.',
    );
  });

  it('does not say so of a machine that kept running', () => {
    expect(outcomeSentence([machine('TEST-01', { needsStart: false })])).not.toContain('started');
  });

  it('counts what went wrong', () => {
    expect(outcomeSentence([machine('A'), failed])).toContain('1 of 2 virtual machines');
    expect(outcomeSentence([failed])).toBe('High availability was not configured for the virtual machine.');
    expect(outcomeSentence([machine('A', { outcome: 'running' }), failed])).toBe('Still working.');
  });
});

const report: RoleReport = {
  cluster: 'HVCLUSTER',
  time: 'Day 1, 00:10:00',
  machines: [machine('<img src=x onerror=alert(1)>'), failed],
  script: "Add-ClusterVirtualMachineRole -VMName '<b>'",
};

it('makes names from a cluster harmless in HTML', () => {
  const html = reportAsHtml(report);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).not.toContain('<img');
  expect(html).not.toContain("'<b>'");
});

it('says in both forms what happened and what to do', () => {
  for (const text of [reportAsText(report), reportAsHtml(report)]) {
    expect(text).toContain('Its disk is not in the cluster.');
    expect(text).toContain('Add it.');
    expect(text).toContain('Day 1, 00:10:00');
  }
});
