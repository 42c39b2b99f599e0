import type { Feature } from '../../app/feature';
import { networkPlace } from './network-place';
import { networksPlace } from './networks-place';

/** Networks: all of them, and each by itself. */
export const networksFeature: Feature = { places: [networksPlace, networkPlace] };
