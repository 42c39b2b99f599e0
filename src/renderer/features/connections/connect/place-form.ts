import type { AppInfo } from '#shared/contract/contract';
import type { ConnectionDraft, ConnectionPlace } from '#shared/contract/connections';
import { usualKind, type PlaceKind } from './place-kinds';

/** The Connect dialog as it is filled in: text fields as typed, and what each way does not use kept for the others. */
export interface PlaceForm {
  readonly kind: PlaceKind;
  readonly name: string;
  readonly host: string;
  readonly cluster: string;
  readonly user: string;
  readonly port: string;
  readonly ssl: boolean;
  readonly identity: string;
  readonly executable: string;
  readonly configuration: string;
  readonly readOnly: boolean;
  readonly openAtStart: boolean;
}

/** A field that can be filled in wrongly. */
export type FormField = 'host' | 'cluster' | 'user' | 'port' | 'identity' | 'executable' | 'configuration';

/** What is wrong, by field, each one sentence. */
export type FormProblems = { readonly [Field in FormField]?: string };

/** What a form means: a draft, or what is wrong with it. */
export type FormReading =
  { readonly ok: true; readonly draft: ConnectionDraft } | { readonly ok: false; readonly problems: FormProblems };

/** An empty form, or one with what is kept of a connection. */
export function formOf(draft: ConnectionDraft | null, platform: AppInfo['platform']): PlaceForm {
  const empty: PlaceForm = {
    kind: usualKind(platform),
    name: '',
    host: '',
    cluster: '',
    user: '',
    port: '',
    ssl: false,
    identity: '',
    executable: '',
    configuration: '',
    readOnly: false,
    openAtStart: false,
  };
  if (draft === null) return empty;
  const { place, name, readOnly, openAtStart } = draft;
  const filled = { ...empty, kind: place.kind, name, readOnly, openAtStart };
  if (place.kind === 'local') return { ...filled, cluster: place.cluster };
  const reached = { ...filled, host: place.host, user: place.user ?? '', port: place.port?.toString() ?? '' };
  switch (place.kind) {
    case 'winrm':
      return { ...reached, ssl: place.ssl };
    case 'ssh':
      return { ...reached, identity: place.identity ?? '', executable: place.executable ?? '' };
    case 'jea':
      return { ...reached, ssl: place.ssl, configuration: place.configuration };
  }
}

/** Reads a form. */
export function readForm(form: PlaceForm): FormReading {
  const problems = problemsOf(form);
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const { readOnly, openAtStart } = form;
  return { ok: true, draft: { name: form.name.trim(), place: placeOf(form), readOnly, openAtStart } };
}

function placeOf(form: PlaceForm): ConnectionPlace {
  const reached = { host: form.host.trim(), user: orNull(form.user), port: portOf(form.port) };
  switch (form.kind) {
    case 'local':
      return { kind: 'local', cluster: form.cluster.trim() };
    case 'winrm':
      return { kind: 'winrm', ...reached, ssl: form.ssl };
    case 'ssh':
      return { kind: 'ssh', ...reached, identity: orNull(form.identity), executable: orNull(form.executable) };
    case 'jea':
      return { kind: 'jea', ...reached, ssl: form.ssl, configuration: form.configuration.trim() };
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function portOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text.trim());
}

/** The fields of each way, as the dialog shows them. */
export const fieldsOf: Readonly<Record<PlaceKind, readonly FormField[]>> = {
  local: ['cluster'],
  winrm: ['host', 'user', 'port'],
  ssh: ['host', 'user', 'port', 'identity', 'executable'],
  jea: ['host', 'configuration', 'user', 'port'],
};

function problemsOf(form: PlaceForm): FormProblems {
  const found = fieldsOf[form.kind].flatMap((field) => {
    const problem = problemOf(field, form[field].trim(), form.kind);
    return problem === null ? [] : [[field, problem] as const];
  });
  return Object.fromEntries(found);
}

/** Nothing that a shell or ssh would take for more than a name. */
const hostName = /^[A-Za-z0-9_][A-Za-z0-9._:%-]*$/;
const sshUser = /^[A-Za-z0-9_][A-Za-z0-9._@\\+-]*$/;
const sshProgram = /^[A-Za-z0-9_/.:\\~-]+$/;

function problemOf(field: FormField, value: string, kind: PlaceKind): string | null {
  switch (field) {
    case 'host':
      if (value === '') return 'Type the name or address of a node.';
      return hostName.test(value) ? null : 'This is no name or address of a computer.';
    case 'cluster':
      if (value === '') return 'Type the name of the cluster.';
      return hostName.test(value) ? null : 'This is no name of a cluster.';
    case 'configuration':
      if (value === '') return 'Type the name of the endpoint.';
      return /^[\w.-]+$/.test(value) ? null : 'The name of an endpoint has letters, digits, dots and hyphens only.';
    case 'port':
      return value === '' || isPort(value) ? null : 'A port is a number from 1 to 65535.';
    case 'user':
      return value === '' || kind !== 'ssh' || sshUser.test(value) ? null : 'This is no name of an account.';
    case 'identity':
      return null;
    case 'executable':
      return value === '' || sshProgram.test(value) ? null : 'A path without spaces and special characters is needed.';
  }
}

function isPort(value: string): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535;
}
