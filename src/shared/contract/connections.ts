import { z } from 'zod';

const host = z.string().trim().min(1).max(255);
/** `DOMAIN\user` or `user@domain`; null: the user of this computer. */
const user = z.string().trim().min(1).max(255).nullable();
const port = z.int().min(1).max(65_535).nullable();

/** How a real cluster is reached. Nothing here is secret. */
export const placeSchema = z.discriminatedUnion('kind', [
  /** Windows PowerShell of this computer with its administration tools, against the name of a cluster. Windows only. */
  z.strictObject({ kind: z.literal('local'), cluster: host }),
  /** PowerShell remoting to a node. `ssl`: HTTPS, port 5986; `port` null: the usual one. */
  z.strictObject({ kind: z.literal('winrm'), host, user, port, ssl: z.boolean() }),
  /** OpenSSH to a node. `identity`: file of a private key; `executable`: PowerShell there; null: the usual ones. */
  z.strictObject({
    kind: z.literal('ssh'),
    host,
    user,
    port,
    identity: z.string().trim().min(1).max(4096).nullable(),
    executable: z.string().trim().min(1).max(255).nullable(),
  }),
  /** PowerShell remoting to an endpoint of just enough administration that was prepared on a node. */
  z.strictObject({ kind: z.literal('jea'), host, user, port, ssl: z.boolean(), configuration: host }),
]);

/** How a real cluster is reached. */
export type ConnectionPlace = z.output<typeof placeSchema>;

/** What the Connect dialog asks for. */
export const connectionDraftSchema = z.strictObject({
  /** What the window calls the cluster; empty: its own name, and until that is known the host or cluster of the place. */
  name: z.string().trim().max(100),
  place: placeSchema,
  /** Commands that change something are refused. */
  readOnly: z.boolean(),
  /** Opened when Regroup starts. */
  openAtStart: z.boolean(),
});

/** What the Connect dialog asks for, and what is kept of a connection. */
export type ConnectionDraft = z.output<typeof connectionDraftSchema>;

/** The key that a new host showed. */
export interface ShownHostKey {
  readonly host: string;
  /** For example ED25519. */
  readonly keyType: string;
  /** `SHA256:` and base64. */
  readonly fingerprint: string;
}

/** Somebody has to say something before a connection can go on. Answered with `connections.answer`. */
export type ConnectionPrompt = {
  /** Names the prompt. */
  readonly prompt: string;
  /** Id of the connection; null: the test of one that is not saved. */
  readonly connection: string | null;
} & (
  | {
      readonly kind: 'password';
      readonly host: string;
      /** Whose password; null: ssh did not say. */
      readonly account: string | null;
      /** Whether this computer has a safe place to keep it. */
      readonly canKeep: boolean;
      /** The one before was refused. */
      readonly wrongBefore: boolean;
    }
  | {
      readonly kind: 'passphrase';
      readonly host: string;
      readonly file: string;
      readonly canKeep: boolean;
      readonly wrongBefore: boolean;
    }
  | {
      /** Hosts that were never seen, one or many. (A host whose key has changed is no question but an error.) */
      readonly kind: 'hostKeys';
      readonly keys: readonly ShownHostKey[];
    }
);

/** What somebody says to a prompt. */
export const promptAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('secret'), secret: z.string().max(1000), keep: z.boolean() }),
  /** These hosts are who they say they are; no other of the question is. */
  z.strictObject({ kind: z.literal('trust'), hosts: z.array(host).max(1000) }),
  z.strictObject({ kind: z.literal('cancel') }),
]);

/** What somebody says to a prompt. */
export type PromptAnswer = z.output<typeof promptAnswerSchema>;

/** Steps of a connection test, in this order. */
export const testSteps = ['reach', 'authenticate', 'agent', 'modules', 'cluster', 'rights', 'nodes', 'hyperV'] as const;

/** One step of a connection test. */
export type TestStepName = (typeof testSteps)[number];

/** How a step, or one node in it, ended. `skipped`: a step before it failed. */
export type TestOutcome = 'running' | 'passed' | 'warning' | 'failed' | 'skipped';

/** How far a step of a connection test is. */
export interface TestStep {
  readonly name: TestStepName;
  readonly outcome: TestOutcome;
  /** What was found, one sentence. */
  readonly text: string;
  /** What to do about it; null: nothing. */
  readonly advice: string | null;
  /** Each node, in the steps that go to each. */
  readonly nodes: readonly {
    readonly node: string;
    readonly outcome: TestOutcome;
    readonly text: string;
    readonly advice: string | null;
  }[];
}
