import { useCluster, useTimeScale } from '../../../lib/cluster-context';
import { equalFields } from '../../../lib/equality';
import { DetailsColumns } from '../../../ui/details-columns';
import { EmptyState } from '../../../ui/empty-state';
import { PropertyList } from '../../../ui/property-list';
import { factsOf } from '../role-row';
import { machineProperties, policyProperties, roleProperties } from '../role-properties';

/** What a role is and how it stands. */
export function SummaryTab({ role }: { readonly role: string }) {
  const scale = useTimeScale();
  const facts = useCluster((view) => {
    const found = view.role(role);
    return found === undefined ? undefined : factsOf(found, view);
  }, equalFacts);
  if (facts === undefined) return <EmptyState>{role} is gone.</EmptyState>;
  const lists = [roleProperties(facts, scale), machineProperties(facts), policyProperties(facts.role)];
  return (
    <DetailsColumns>
      {lists.map((properties, index) =>
        properties.length === 0 ? null : <PropertyList key={index} properties={properties} />,
      )}
    </DetailsColumns>
  );
}

function equalFacts<T extends object>(a: T | undefined, b: T | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && equalFields(a, b));
}
