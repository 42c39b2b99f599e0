import type { Resource } from '#shared/model/resource';
import { resourceStatus } from '../../../lib/resource-status';
import type { Tone } from '../../../lib/tone';
import type { GridRow } from '../../../ui/grid/grid-types';

/** One resource of a role. */
export interface ResourceRow extends GridRow {
  readonly tone: Tone;
  readonly status: string;
  readonly type: string;
  readonly dependsOn: string;
  readonly information: string;
  readonly wrong: boolean;
}

/** A resource as a line of a grid. */
export function resourceRow(resource: Resource): ResourceRow {
  const { tone, text } = resourceStatus(resource.state);
  return {
    id: resource.id,
    name: resource.name,
    tone,
    status: text,
    type: resource.resourceType,
    dependsOn: dependencyInWords(resource.dependencyExpression),
    information: resource.statusReason ?? (resource.maintenanceMode ? 'In maintenance: health checks are off' : ''),
    wrong: resource.state === 'Failed',
  };
}

/** `([A]) and ([B] or [C])` without what only a machine needs: `A and (B or C)`. */
export function dependencyInWords(expression: string): string {
  return expression.replaceAll(/\(\[([^\]]*)\]\)/g, '$1').replaceAll(/\[([^\]]*)\]/g, '$1');
}
