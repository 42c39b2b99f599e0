import type { Result } from '#shared/model/result';
import type { AgentError } from '../agent/agent-request';
import { wordOf } from '../reading/enumerations';
import type { AccessRow } from './test-rows';
import { failed, passed, warned, type Finding } from './test-report';

interface RightsQuestion {
  readonly account: string;
  /** The rules of the cluster, or why they cannot be read. */
  readonly rules: Result<readonly AccessRow[], AgentError>;
  /** An endpoint lets this account run no command. */
  readonly onlyLooks: boolean;
  /** The connection is to change nothing. */
  readonly readOnly: boolean;
}

/** ClusterRights. */
const clusterRights = { 0: 'None', 1: 'Read', 2: 'Full' } as const;
/** System.Security.AccessControl.AccessControlType. */
const accessTypes = { 0: 'Allow', 1: 'Deny' } as const;

const grant = 'An administrator of the cluster can grant it: Grant-ClusterAccess -User ACCOUNT -Full.';

/** What an account may do, from what the cluster itself says of its rules. Nothing is tried out: that would change something. */
export function rightsFinding({ account, rules, onlyLooks, readOnly }: RightsQuestion): Finding {
  const lacking = (text: string, advice: string): Finding => (readOnly ? passed(text) : warned(text, advice));
  if (onlyLooks)
    return lacking(
      `The endpoint lets ${account} look at the cluster, and not change it: the connection is read-only.`,
      'Ask for the role of the endpoint that may operate the cluster.',
    );
  if (!rules.ok) {
    if (rules.error.kind === 'agentCrashed' || rules.error.kind === 'timeout') return failed(rules.error);
    return lacking(
      `${account} reads the cluster; whether it may change it cannot be seen: ${rules.error.message}`,
      'Make a small change and see, or connect read-only.',
    );
  }
  const mine = rules.value.filter(({ Mine }) => Mine === true);
  if (mine.some((rule) => !isAllowed(rule)))
    return lacking(`A rule of the cluster denies ${account} something.`, 'Look at the rules with Get-ClusterAccess.');
  if (mine.some((rule) => rightOf(rule) === 'Full')) return passed(`${account} has full control of the cluster.`);
  if (mine.some((rule) => rightOf(rule) === 'Read'))
    return lacking(`${account} may read the cluster, and not change it.`, grant);
  const unclear = rules.value.filter((rule) => rule.Mine === null && isAllowed(rule) && rightOf(rule) === 'Full');
  if (unclear.length === 0)
    return lacking(`${account} reads the cluster, and no rule of the cluster lets it change anything.`, grant);
  const names = unclear.map(({ Identity }) => Identity).join(', ');
  return passed(
    `${account} reads the cluster. Full control have ${names}; whether that means this account too cannot be seen from here.`,
  );
}

function isAllowed({ AccessControlType }: AccessRow): boolean {
  return wordOf(accessTypes, AccessControlType, 'Deny') === 'Allow';
}

function rightOf({ ClusterRights }: AccessRow): 'None' | 'Read' | 'Full' {
  return wordOf(clusterRights, ClusterRights, 'None');
}
