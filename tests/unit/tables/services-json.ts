import services from '../../../data/services.json';
import { parseServices } from '../../../src/data/services.ts';

/** The services the project ships. */
export const SERVICES = parseServices(services);
