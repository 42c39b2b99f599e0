import { foldName } from '#shared/model/cluster-view';

/** Ids by kind and name while a scenario becomes state. */
export class Names {
  private readonly ids = new Map<string, string>();

  add(kind: string, name: string, id: string): void {
    this.ids.set(`${kind}/${foldName(name)}`, id);
  }

  /** Throws when the scenario names what it does not declare; loading a scenario has excluded that. */
  get(kind: string, name: string): string {
    const id = this.ids.get(`${kind}/${foldName(name)}`);
    if (id === undefined) throw new Error(`The scenario has no ${kind} ${name}`);
    return id;
  }
}
