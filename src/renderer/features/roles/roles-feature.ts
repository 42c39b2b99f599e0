import type { Feature } from '../../app/feature';
import { rolesPlace } from './roles-place';

/** Roles: their place, their details, and how they move. */
export const rolesFeature: Feature = { places: [rolesPlace] };
