import type { EventLevel } from '#shared/model/cluster-event';

interface EventText {
  readonly level: EventLevel;
  readonly channel: string;
  readonly source: string;
  /** `{0}`, `{1}` … stand for the words that the rule gives. */
  readonly text: string;
}

const clustering = 'Microsoft-Windows-FailoverClustering';

function system(level: EventLevel, text: string): EventText {
  return { level, channel: 'System', source: clustering, text };
}

function operational(text: string, level: EventLevel = 'information'): EventText {
  return { level, channel: `${clustering}/Operational`, source: clustering, text };
}

function hyperV(log: string, level: EventLevel, text: string): EventText {
  return { level, channel: `Microsoft-Windows-Hyper-V-${log}-Admin`, source: `Microsoft-Windows-Hyper-V-${log}`, text };
}

/** Windows' event numbers with levels, channels and our own words (reference: Windows' event manifests, by number). */
export const eventTexts = {
  1006: system('critical', 'The cluster service on {0} stops: it reaches some members of the cluster but not all.'),
  1011: system('warning', 'Node {0} was evicted from the cluster.'),
  1034: system('error', 'Disk {0} could not be found on {1}.'),
  1038: system('error', 'The ownership of disk {0} was lost on {1}: its reservation is held by another node.'),
  1045: system('warning', 'No network interface of {1} fits the address of resource {0}.'),
  1049: system('error', 'Resource {0} cannot come online: its address {1} is in use elsewhere.'),
  1050: system('error', 'Resource {0} cannot come online: its network name is in use elsewhere.'),
  1069: system('error', "Resource '{0}' of type '{1}' in role '{2}' failed. {3}"),
  1125: system('warning', "Interface '{0}' of node {1} on network '{2}' cannot be reached by at least one other node."),
  1127: system('error', "Interface '{0}' of node {1} on network '{2}' failed."),
  1128: system('information', "Network '{0}' works again: all nodes on it reach each other."),
  1129: system('error', "Network '{0}' is partitioned: some nodes on it cannot reach each other."),
  1130: system('error', "Network '{0}' is down: no node on it reaches another."),
  1135: system('critical', "Node '{0}' was removed from the membership of the cluster: it does not answer any more."),
  1137: system('error', "Role '{0}' could not be moved away from node {1} during its drain. {2}"),
  1146: system(
    'critical',
    'The resource host of {0} was ended and is started again: a resource did not answer in time.',
  ),
  1177: system('critical', 'The cluster service on {0} stops: its partition lost quorum.'),
  1205: system('error', "Role '{0}' could not be brought completely online or offline. {1}"),
  1230: system('error', "Resource '{0}' (type '{1}') did not answer within its deadlock timeout."),
  1250: system(
    'error',
    "Resource '{0}' in role '{1}' is in a critical state: what runs inside of the virtual machine does not answer.",
  ),
  1251: system('warning', "Role '{0}' was taken offline to make room for role '{1}' of higher priority."),
  1254: system('error', "Role '{0}' failed over more often than its threshold of {1} allows and stays failed."),
  1546: system('critical', 'Node {0} cannot join the cluster: its {1} does not fit {2}.'),
  1553: system('critical', 'Node {0} has no network to the other nodes of the cluster.'),
  1557: system('error', "The cluster could not update its configuration on the witness '{0}'."),
  1558: system('warning', "The witness '{0}' did not answer; the cluster tries it from another node."),
  1561: system('critical', 'Node {0} cannot form the cluster: it does not have the latest configuration.'),
  1562: system('warning', "The file share witness '{0}' is not healthy: the share {1} could not be reached."),
  1563: system('error', "The file share witness '{0}' on the share {1} could not be brought online."),
  1564: system('critical', "The share {1} of the file share witness '{0}' could not be locked."),
  1573: system('error', 'Node {0} could not form the cluster: the witness {1} cannot be reached.'),
  1592: system('information', 'Node {0} reached node {1} again after a break of their connection.'),
  1635: system('information', "Resource '{0}' of type '{1}' in role '{2}' failed."),
  1672: system('critical', 'Node {0} left the membership too often and is quarantined.'),
  1673: system('warning', 'Node {0} is isolated: it left the membership while it hosts virtual machines.'),
  1675: system('warning', 'Node {0} may not join the cluster while it is quarantined.'),
  1676: system('error', 'This node, {0}, is quarantined: for now it may not join the cluster.'),
  1677: system('error', 'The drain of node {0} failed: {1}'),
  1680: system('information', 'Node {0} is back from isolation.'),
  1681: system('warning', 'Virtual machines of node {0} are not monitored any more: {1}.'),
  1682: system('information', 'Virtual machines of node {0} {2}: {1}.'),
  5120: system('warning', "Shared volume '{0}' paused on {1}: I/O waits until the path to it is back."),
  5121: system('information', "{1} has no direct path to shared volume '{0}': its I/O goes over the network to {2}."),
  5136: system('warning', "Redirected access was turned on for shared volume '{0}'."),
  5137: system('information', "Redirected access was turned off for shared volume '{0}'."),
  5142: system('error', "Shared volume '{0}' cannot be reached from {1} any more."),
  5157: system('warning', "Shared volume '{0}' paused, as expected, because its coordinator {1} left the membership."),
  5396: system(
    'critical',
    'Node {0} gives up its own configuration of the cluster and joins the partition that was started with force quorum.',
  ),
  1061: operational('The cluster {0} was formed by {1}.'),
  1062: operational('Node {0} joined the cluster {1}.'),
  1063: operational('The cluster service on {0} stopped.'),
  1153: operational("Role '{0}' is failing over from {1} to {2}."),
  1154: operational("Role '{0}' is failing back from {1} to {2}."),
  1158: operational("Role '{0}' was added."),
  1159: operational("Role '{0}' was removed."),
  1200: operational("Role '{0}' is being brought online on {1}."),
  1201: operational("Role '{0}' is online on {1}."),
  1203: operational("Role '{0}' is being taken offline on {1}."),
  1204: operational("Role '{0}' is offline on {1}."),
  1637: operational("Resource '{0}' in role '{1}' went from {2} to {3}."),
  1638: operational("Resource '{0}' in role '{1}' failed more often than its restart policy allows."),
  1640: operational("Role '{0}' waits for roles of higher priority."),
  1641: operational("Role '{0}' moves from {1} to {2}."),
  1674: operational("Role '{0}' went from {1} to {2}."),
  18500: hyperV('Worker', 'information', "Virtual machine '{0}' started on {1}."),
  20415: hyperV('VMMS', 'information', "Live migration of '{0}' is done, with a blackout of {1} seconds."),
  20417: hyperV(
    'VMMS',
    'warning',
    "Live migration of '{0}' is done, with an unexpectedly long blackout of {1} seconds.",
  ),
  21500: hyperV('High-Availability', 'error', "Virtual machine '{0}' failed: {1}"),
  21501: hyperV('High-Availability', 'warning', "Live migration of '{0}' waits: the limit of {1} is reached."),
  21502: hyperV('High-Availability', 'error', "Live migration of '{0}' failed. {1}"),
  21503: hyperV('High-Availability', 'information', "Live migration of '{0}' was cancelled."),
} as const satisfies Readonly<Record<number, EventText>>;

/** Number of an event that the simulator can log. */
export type LoggedEventId = Extract<keyof typeof eventTexts, number>;

/** The sentence of an event with the words in their places. */
export function eventMessage(id: LoggedEventId, words: readonly (string | number)[]): string {
  return eventTexts[id].text.replace(/\{(\d)\}/g, (_, place: string) => String(words[Number(place)] ?? ''));
}
