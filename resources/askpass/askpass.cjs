/**
 * What ssh starts to ask for a secret (SSH_ASKPASS). It passes the question to Regroup through a local pipe and prints the
 * answer. The environment of that one ssh holds the pipe and a token that is of use to its children only while it lives.
 */
const { connect } = require('node:net');

const { REGROUP_ASKPASS_PIPE: pipe, REGROUP_ASKPASS_TOKEN: token } = process.env;
const question = process.argv.slice(2).join(' ');

if (!pipe || !token) process.exit(2);

const chunks = [];
const socket = connect(pipe, () => socket.write(`${JSON.stringify({ token, question })}\n`));
socket.on('data', (chunk) => chunks.push(chunk));
socket.on('error', () => process.exit(1));
socket.on('end', () => {
  const answer = Buffer.concat(chunks).toString('utf8');
  const end = answer.indexOf('\n');
  if (end < 0) process.exit(1);
  const { secret } = JSON.parse(answer.slice(0, end));
  if (typeof secret !== 'string') process.exit(1);
  process.stdout.write(`${secret}\n`, () => process.exit(0));
});
