import { createHash } from 'node:crypto';

/** @param {string} parameters */
const digestOf = (parameters = '') => createHash('md5').update(` <parameters${parameters}/>\n`).digest('hex');
const plain = digestOf();
const recurring = digestOf(' CRM_meta_timeout="20000"');
const dummy = 'class="ocf" provider="pacemaker" type="Dummy"';
const uuid = '00000000-0000-4000-8000-000000000000';

/**
 * @param {string} tag
 * @param {string} id
 * @param {Readonly<Record<string, string>>} values
 */
function pairs(tag, id, values) {
  const all = Object.entries(values).map(
    ([name, value]) => `<nvpair id="${id}-${name}" name="${name}" value="${value}"/>`,
  );
  return `<${tag} id="${id}">${all.join('')}</${tag}>`;
}

/**
 * A successful operation in a resource's history; an interval of 0 is its start.
 * @param {string} resource
 * @param {string} node
 * @param {number} interval milliseconds
 */
function done(resource, node, interval) {
  const [task, place] = interval === 0 ? ['start', 'last_0'] : ['monitor', `monitor_${interval}`];
  return (
    `<lrm_rsc_op id="${resource}_${place}" operation_key="${resource}_${task}_${interval}" operation="${task}"` +
    ` interval="${interval}" on_node="${node}" call-id="${interval === 0 ? 1 : 2}" rc-code="0" op-status="0"` +
    ` crm_feature_set="3.16.1" op-digest="${interval === 0 ? plain : recurring}"` +
    ` transition-key="1:1:0:${uuid}" transition-magic="0:0;1:1:0:${uuid}"/>`
  );
}

/**
 * A Pacemaker cluster as its tools read it: nodes that are online, each with its share of running resources, and one fencing
 * device, so that a lost node can be recovered from.
 * @param {number} nodeCount
 * @param {number} resourceCount
 */
export function pacemakerCluster(nodeCount, resourceCount) {
  const nodes = Array.from({ length: nodeCount }, (_, place) => `node${place + 1}`);
  const resources = [
    { id: 'fencing', kind: 'class="stonith" type="fence_ipmilan"', home: 'node1' },
    ...Array.from({ length: resourceCount }, (_, place) => ({
      id: `r${place}`,
      kind: dummy,
      home: nodes[place % nodeCount] ?? '',
    })),
  ];
  const options = {
    'symmetric-cluster': 'true',
    'no-quorum-policy': 'stop',
    'stonith-enabled': 'true',
    'enable-startup-probes': 'false',
  };
  const primitives = resources.map(
    ({ id, kind }) =>
      `<primitive id="${id}" ${kind}><operations><op id="${id}-mon" name="monitor" interval="10s"/></operations></primitive>`,
  );
  const states = nodes.map((node, place) => {
    const here = resources.filter(({ home }) => home === node);
    const history = here.map(
      ({ id, kind }) => `<lrm_resource id="${id}" ${kind}>${done(id, node, 0)}${done(id, node, 10000)}</lrm_resource>`,
    );
    return (
      `<node_state id="${place + 1}" uname="${node}" in_ccm="true" crmd="online" join="member" expected="member">` +
      `<lrm id="${place + 1}"><lrm_resources>${history.join('')}</lrm_resources></lrm></node_state>`
    );
  });
  return [
    '<cib crm_feature_set="3.16.1" validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1" dc-uuid="1">',
    `<configuration><crm_config>${pairs('cluster_property_set', 'opts', options)}</crm_config>`,
    `<nodes>${nodes.map((node, place) => `<node id="${place + 1}" uname="${node}"/>`).join('')}</nodes>`,
    `<resources>${primitives.join('')}</resources><constraints/>`,
    `<rsc_defaults>${pairs('meta_attributes', 'rscdef', { 'resource-stickiness': '100' })}</rsc_defaults>`,
    `</configuration><status>${states.join('')}</status></cib>`,
  ].join('\n');
}
